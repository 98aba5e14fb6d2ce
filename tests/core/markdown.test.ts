import {describe, expect, test} from 'vitest';
import {splitCaption} from '../../src/core/markdown/captions.ts';
import {documentImages} from '../../src/core/markdown/images.ts';
import {documentLinks} from '../../src/core/markdown/links.ts';
import {documentText} from '../../src/core/markdown/text.ts';
import {hasLabelledCode, needsHighlighting, parseMarkdown} from '../../src/core/markdown.ts';

const read = (body: string) => parseMarkdown(body, {dropFirstHeading: false});
const text = (body: string) => documentText(read(body));
const links = (body: string) => documentLinks(read(body)).map(link => [link.text, link.href]);

describe('the text of a document', () => {
  test.each([
    ['a paragraph is one line', 'one\ntwo  \nthree\n\nfour', 'one two three\nfour'],
    ['markup is gone, words stay', '**a** *b* ~~c~~ `d` [e](http://x) ==f==', 'a b c d e f'],
    ['entities are characters', 'caf&eacute; &mdash; &#39;x&#39; `&lt;`', "café — 'x' &lt;"],
    ['pictures and captions are left out', 'a\n\n![alt](b.jpg "caption")\n*more*\n\nc ![d](e) f', 'a\nc f'],
    ['footnotes come last', 'a[^n] b\n\n[^n]: the *note*\n\nc', 'a b\nc\nthe note'],
    ['a footnote may follow its paragraph at once', 'a[^n]\n[^n]: note', 'a\nnote'],
    ['a mark without its footnote is text', 'a[^n]', 'a[^n]'],
    ['rows of a table', '|a|b|\n|-|-|\n|1|2|', 'a | b\n1 | 2'],
    ['a byte order mark hides no heading', '\ufeff# a', 'a'],
    ['line ends of all kinds', 'a\r\nb\r\rc', 'a b\nc'],
    ['HTML blocks', '<div><p>a &amp; <b>b</b></p><ul><li>c<li>d</ul></div>', 'a & b\nc\nd'],
    ['HTML goes on over blank lines', '<table>\n<tr><td>a</td>\n\n<td>b</td></tr>\n</table>', 'a | b'],
    ['scripts and comments are no text', 'a <!-- b --> c\n\n<script>d\n\ne</script>\n\nf', 'a c\nf'],
    ['an unclosed script hides nothing', 'a <script> b\n\nc', 'a b\nc'],
    ['who said it', '> a\n> b\n>\n> — Jane *Doe*\n\nc', 'a b\n— Jane Doe\nc'],
    ['kramdown in HTML', '<aside markdown="1">\n*a* [b](c)\n</aside>', 'a b'],
  ])('%s', (_, body, expected) => {
    expect(text(body)).toBe(expected);
  });

  test('escape sequences do not come in through entities', () => {
    expect(text('a&#27;[31mb &#x9b;31m \x1b]8;;http://x\x07c')).not.toMatch(/[\x1b\x9b\x07]/);
  });
});

describe('dialects', () => {
  test.each([
    ['Obsidian: links', '[[note]] [[note#Part|words]] [[#Part]]', 'note words Part'],
    ['Obsidian: highlights', 'a ==b *c*== d == e == f', 'a b c d == e == f'],
    ['Obsidian: comments', 'a %%b%% c\n\n%%\nd\n\ne\n%%\n\nf 5%% g', 'a c\nf 5%% g'],
    ['Obsidian: block ids', 'a ^id-1\n\n- b ^x\n\n2 ^ 3', 'a\nb\n2 ^ 3'],
    ['Obsidian: callouts', '> [!NOTE] *Title*\n> b\n>\n> c', 'Title\nb\nc'],
    ['GitHub: alerts', '> [!WARNING]\n> b', 'b'],
    ['Hugo: shortcodes show their inner text', 'a {{< note >}}b{{< /note >}} {{% c x="d" %}}', 'a b'],
    ['Liquid: tags are not shown', '{% if a %}b{% endif %} {{ site.name }} c', 'b c'],
    ['Jekyll: highlighted code', '{% highlight ruby %}\nputs 1\n\nputs 2\n{% endhighlight %}', 'puts 1\n\nputs 2'],
    ['kramdown: attribute lists', 'a\n{: .class}\n\n{:toc}\n\nb', 'a\nb'],
  ])('%s', (_, body, expected) => {
    expect(text(body)).toBe(expected);
  });

  test('nothing of it applies in code', () => {
    const code = '[[a]] ==b== %%c%% {{ d }} {% e %} [^f] ^g';
    const body = `\`\`\`\n${code}\n\`\`\`\n\n    ${code}\n\n\`${code}\`\n\n[^f]: h`;
    expect(text(body)).toBe(`${code}\n${code}\n${code}\nh`);
  });

  test('links of all kinds tell where they lead', () => {
    expect(
      links(
        [
          '[a](b.md "t") [[c#d|e]] ![[f]] <http://g.h?i=1&copy=2>',
          '[j]({{< ref "k.md" >}}) [l]({{% relref path="m" %}} "t") [n]({% post_url 2020-01-02-o %}) [p]({{ site.url }}/q)',
          '<a href="r?s=1&amp;t">u</a> <a href="{{< ref "v" >}}">w</a> [x](<y z>)',
          '[[aa]](bb)',
        ].join('\n\n'),
      ),
    ).toEqual([
      ['a', 'b.md'],
      ['e', 'wiki:c#d'],
      ['f', 'wiki:f'],
      ['http://g.h?i=1&copy=2', 'http://g.h?i=1&copy=2'],
      ['j', 'ref:k.md'],
      ['l', 'ref:m'],
      ['n', 'ref:2020-01-02-o'],
      ['p', '/q'],
      ['u', 'r?s=1&t'],
      ['w', 'ref:v'],
      ['x', 'y z'],
      ['aa', 'wiki:aa'],
    ]);
  });

  test('a link to who said it', () => {
    expect(links('> a\n>\n> — b, [May 3](c)')).toEqual([['May 3', 'c']]);
  });

  test('a link holds no other link', () => {
    expect(links('<a href="a">b [c](d)</a> [e [[f]]](g)')).toEqual([
      ['b c', 'a'],
      ['e f', 'g'],
    ]);
  });
});

describe('pictures', () => {
  test.each([
    ['the title is the caption', '![a](b.jpg "c")', {src: 'b.jpg', alt: 'a', caption: 'c'}],
    ['the italic line below is', '![a](b.jpg)\n*c (Agency)*', {src: 'b.jpg', alt: 'a', caption: 'c', credit: 'Agency'}],
    ['also after a blank line', '![a](b.jpg)\n\n_c_', {src: 'b.jpg', alt: 'a', caption: 'c'}],
    [
      'the figcaption is',
      '<figure>\n<img src="b.jpg" alt="a">\n\n<figcaption>c. PHOTO/FILE</figcaption></figure>',
      {src: 'b.jpg', alt: 'a', caption: 'c.', credit: 'PHOTO/FILE'},
    ],
    [
      'below a Markdown picture too',
      '![a](b.jpg)\n\n<figcaption>c</figcaption>',
      {src: 'b.jpg', alt: 'a', caption: 'c'},
    ],
    ['a caption that repeats the alt is none', '![a](b.jpg "a")', {src: 'b.jpg', alt: 'a'}],
    ['Obsidian', '![[b.png|a|300]]', {src: 'b.png', alt: 'a'}],
    [
      'Hugo',
      '{{< figure src="b.jpg" alt="a" caption="c" attr="d" >}}',
      {src: 'b.jpg', alt: 'a', caption: 'c', credit: 'd'},
    ],
    ['in HTML', '<p>{{< legacy-img src="b.jpg" alt="a &quot;x&quot;" >}}</p>', {src: 'b.jpg', alt: 'a "x"'}],
    ['in a link', '[![a](b.jpg)](c)', {src: 'b.jpg', alt: 'a'}],
  ])('%s', (_, body, expected) => {
    expect(documentImages(read(body))).toEqual([expected]);
  });

  test('italics below text are no caption', () => {
    expect(text('a ![b](c)\n*d*\n\ne\n\n*f*')).toBe('a d\ne\nf');
  });

  test.each([
    ['Two officials. PHOTO/FILE', 'Two officials.', 'PHOTO/FILE'],
    ['Two officials - AFP/FADEL SENNA', 'Two officials', 'AFP/FADEL SENNA'],
    ['The port. Photo: Jane Doe', 'The port.', 'Photo: Jane Doe'],
    ['The port (Photograph by Jane Doe)', 'The port', 'Photograph by Jane Doe'],
    ['The port © Example News', 'The port', '© Example News'],
    ['The port (Reuters)', 'The port', 'Reuters'],
    ['The port (left) and/or the city', 'The port (left) and/or the city', undefined],
    ['© Example', undefined, '© Example'],
  ])('credit of %j', (written, caption, credit) => {
    expect(splitCaption(written)).toEqual({...(caption && {caption}), ...(credit && {credit})});
  });
});

describe('structure', () => {
  test('the heading that became the title is not shown again', () => {
    const body = '## before\n\n# *Title*\n\ntext\n\n# next';
    expect(documentText(parseMarkdown(body, {dropFirstHeading: true}))).toBe('before\ntext\nnext');
  });

  test('running text is read only where it is asked for', () => {
    const document = read('a\n\n- b\n\n> c');
    expect(document.blocks.map(block => block.raw.trim())).toEqual(['a', '- b', '> c']);
    expect(document.blocks[1]?.open()).toMatchObject([{type: 'list', items: [{tokens: [{type: 'text'}]}]}]);
  });

  test.each([
    ['```js\na\n```', true],
    ['> - ~~~ python\n>   a', true],
    ['```\na\n```', false],
    ['    a', false],
    ['```text\na\n```', false],
  ])('code that a highlighter is needed for: %j', (body, isNeeded) => {
    expect(needsHighlighting(read(body))).toBe(isNeeded);
  });
});

// Without its guards marked overflows its stack on these, or takes minutes. They are compared with nothing but their own text.
test.each([
  ['quotes in quotes', `${'> '.repeat(5000)}word`],
  ['lists in lists', Array.from({length: 300}, (_, depth) => `${'  '.repeat(depth)}* word\n`).join('')],
  ['lists on one line', `${'- '.repeat(5000)}word`],
  ['emphasis in emphasis', `${'**a *b '.repeat(10_000)}word${' c* d**'.repeat(10_000)}`],
  ['brackets', `${'['.repeat(50_000)}word${']'.repeat(50_000)}`],
  ['exclamation marks', `word${'!'.repeat(300_000)}`],
  ['unclosed links', `${'[a](<b'.repeat(50_000)} word`],
  ['unclosed tags', `word ${'<a href="'.repeat(50_000)}`],
  ['elements in elements', `${'<ul><li>'.repeat(20_000)}word`],
  ['unclosed templates', `${'{{< a '.repeat(50_000)} word`],
  ['footnotes in footnotes', `${'[^a]: '.repeat(20_000)}word\n\n[^a]`],
  ['a wide head over short rows', `|${'a|'.repeat(5000)}\n|${'-|'.repeat(5000)}\n${'|b\n'.repeat(5000)}|word|\n`],
  ['an address without an end', `${'.a'.repeat(400_000)}@ word`],
])('%s: no failure, and the text is kept', (_, body) => {
  expect(text(body)).toContain('word');
});

test('whether there is code in a language is seen at once in a long list', () => {
  expect(hasLabelledCode('- 1\n'.repeat(100_000))).toBe(false);
  expect(hasLabelledCode(`${'- 1\n'.repeat(100_000)}\`\`\`js\n`)).toBe(true);
});
