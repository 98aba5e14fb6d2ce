import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {documentText} from '../../../src/core/markdown/text.ts';
import {parseMarkdown} from '../../../src/core/markdown.ts';
import {markdownOfHtml} from '../../../src/import/html/markdown.ts';

const base = 'https://news.example/world/story.html';
const convert = (html: string) => markdownOfHtml(html, {base});

describe('HTML becomes Markdown', () => {
  test.each([
    ['paragraphs', '<p>One.</p><p>Two.</p>', 'One.\n\nTwo.'],
    ['text in no element', 'One.<div>Two.</div>Three.', 'One.\n\nTwo.\n\nThree.'],
    ['line breaks', '<p>One<br>Two</p>', 'One\\\nTwo'],
    ['two line breaks as a paragraph’s end', 'One<br><br>Two', 'One\n\nTwo'],
    ['a heading, its line breaks and number signs', '<h2>One<br>two #</h2>', '## One two \\#'],
    ['a heading, which is bold anyhow', '<h2><b>One</b> <i>two</i></h2>', '## One *two*'],
    [
      'strong and emphasised text',
      '<p><b>Bold</b> and <i>slanted</i> and <del>gone</del></p>',
      '**Bold** and *slanted* and ~~gone~~',
    ],
    ['marks on marks', '<p><b>a <i>b</i></b></p>', '**a** ***b***'],
    ['the same mark twice', '<p><b>a</b> <strong>b</strong></p>', '**a b**'],
    ['a mark around paragraphs', '<b><p>One</p><p>Two</p></b>', 'One\n\nTwo'],
    ['white space out of marks', '<p>a<b> b </b>c</p>', 'a **b** c'],
    ['no mark where Markdown would not see it', '<p><b>「見出し」</b>の後</p>', '「見出し」の後'],
    ['a link', '<p><a href="../eu/">Europe</a></p>', '[Europe](https://news.example/eu/)'],
    [
      'a link around blocks',
      '<a href="/a"><h3>Head</h3><p>Text</p></a>',
      '### [Head](https://news.example/a)\n\n[Text](https://news.example/a)',
    ],
    ['an exclamation before a link', '<p>Look!<a href="/a">here</a></p>', 'Look\\![here](https://news.example/a)'],
    ['a link within its page as text', '<p><a href="#top">Up</a></p>', 'Up'],
    ['a script’s link as text', '<p><a href="javascript:alert(1)">Go</a><a href="data:text/html,x">!</a></p>', 'Go!'],
    ['a mail address', '<p><a href="mailto:a@b.example">Write</a></p>', '[Write](mailto:a@b.example)'],
    [
      'an address as its text',
      '<p><a href="/a">https://s.example/a*b</a></p>',
      '[https://s.example/a\\*b](https://news.example/a)',
    ],
    ['a link that begins like a note', '<p><a href="/a">^a[1]:</a></p>', '[\\^a&#91;1\\]:](https://news.example/a)'],
    ['an address that something follows', '<p>https://s.example/a!<del>b</del></p>', '<https://s.example/a>!~~b~~'],
    ['an address in the text', '<p>See https://s.example/a*b.</p>', 'See <https://s.example/a*b>.'],
    ['brackets in an address', '<p><a href="/a_(b) c">x</a></p>', '[x](https://news.example/a_%28b%29%20c)'],
    ['a list', '<ul><li>One<ul><li>Two</ul><li>Three</ul>', '- One\n  - Two\n- Three'],
    [
      'a numbered list',
      '<ol start="9"><li>Nine</li><li><p>Ten</p><p>More</p></li></ol>',
      '9. Nine\n\n10. Ten\n\n    More',
    ],
    ['two lists in a row', '<ul><li>a</ul><ul><li>b</ul>', '- a\n\n* b'],
    [
      'a task list',
      '<ul><li><input type="checkbox" checked> Done<li><input type="checkbox"> Open</ul>',
      '- [x] Done\n- [ ] Open',
    ],
    ['a quotation', '<blockquote><p>One</p><p>Two</p></blockquote>', '> One\n>\n> Two'],
    [
      'code and its language',
      '<pre><code class="language-js">if (a &lt; b)\n  *c*;\n</code></pre>',
      '```js\nif (a < b)\n  *c*;\n```',
    ],
    ['fences in code', '<pre>```\nx</pre>', '````\n```\nx\n````'],
    ['code in a line', '<p>Call <code>a`b</code></p>', 'Call ``a`b``'],
    ['a table', '<table><tr><th>A<th>B|C<tr><td>1<td>2<br>3</table>', '| A | B\\|C |\n| --- | --- |\n| 1 | 2 3 |'],
    [
      'a table without a heading',
      '<table><tr><td>1<td colspan=2>2<tr><td>3<td>4<td>5</table>',
      '|  |  |  |\n| --- | --- | --- |\n| 1 | 2 |  |\n| 3 | 4 | 5 |',
    ],
    ['a table that lays out', '<table><tr><td><p>One</p><p>Two</p><td><ul><li>x</ul></table>', 'One\n\nTwo\n\n- x'],
    ['a term and what it means', '<dl><dt>Term</dt><dd>Meaning</dd></dl>', '**Term**\n\nMeaning'],
    ['a rule', '<p>a</p><hr><p>b</p>', 'a\n\n* * *\n\nb'],
    ['rules that part nothing', '<hr><p>a</p><hr><div><hr></div><p>b</p><hr>', 'a\n\n* * *\n\nb'],
    [
      'a table that repeats its heading',
      '<table><tr><th>Boat<th>Time<tr><td>Skua<td>9:04<tr><th>Boat<th>Time<tr><td>Tern<td>9:11</table>',
      '| Boat | Time |\n| --- | --- |\n| Skua | 9:04 |\n| Tern | 9:11 |',
    ],
    [
      'a slide show, which is a list of pictures',
      '<ul><li><img src="/a.jpg" alt="A gull"></li><li><img src="/b.jpg" alt="A crab"></li></ul>',
      '![A gull](https://news.example/a.jpg)\n\n![A crab](https://news.example/b.jpg)',
    ],
    [
      'attributes in capitals',
      '<A HREF="/a">a</A><IMG SRC="/b.jpg" ALT="B">',
      '[a](https://news.example/a)\n\n![B](https://news.example/b.jpg)',
    ],
    ['a quotation in a line', '<p>He said <q>no</q>.</p>', 'He said “no”.'],
    ['how characters are read', '<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby></p>', '漢字(かんじ)'],
    [
      'nothing of what acts or asks',
      '<script>x</script><style>y</style><form><input><button>Send</button></form><svg><text>z</text></svg><p>Text</p>',
      'Text',
    ],
    ['nothing hidden', '<p hidden>a</p><p style="color:red; display: none">b</p><p>c</p>', 'c'],
    [
      'a film as a link',
      '<iframe title="The film" src="https://www.youtube.com/embed/abcdefghijk?x=1"></iframe>',
      '[▶ The film](https://www.youtube.com/watch?v=abcdefghijk)',
    ],
    ['no advertising', '<iframe src="https://ads.example/x"></iframe>', ''],
  ])('%s', (_, html, markdown) => {
    expect(convert(html)).toBe(markdown);
  });

  test.each([
    [
      'a figure',
      '<figure><img src="/a.jpg" alt="Hill"><figcaption>The hill. Photo: A. Nother</figcaption></figure>',
      '![Hill](https://news.example/a.jpg)\n\n*The hill. Photo: A. Nother*',
    ],
    [
      'a caption that an italic line cannot hold',
      '<figure><img src="/a.jpg" alt=""><figcaption>A "b" * c</figcaption></figure>',
      '![](https://news.example/a.jpg "A \\"b\\" \\* c")',
    ],
    [
      'whose caption repeats its words',
      '<figure><img src="/a.jpg" alt="The hill"><figcaption>The hill.</figcaption></figure>',
      '![The hill](https://news.example/a.jpg)',
    ],
    [
      'with a credit that nothing parts from the caption',
      '<figure><img src="/a.jpg" alt="Hill"><figcaption><span>The hill at noon</span><span>(Ada Brook)</span></figcaption></figure>',
      '![Hill](https://news.example/a.jpg)\n\n*The hill at noon (Ada Brook)*',
    ],
    [
      'that is tagged',
      '<img src="/a.jpg" alt="Pear jam #jam #pears #autumn">',
      '![Pear jam](https://news.example/a.jpg)',
    ],
    [
      'called like its file',
      '<img src="/img/IMG_2041.jpg" alt="IMG_2041">',
      '![](https://news.example/img/IMG_2041.jpg)',
    ],
    [
      'twice, in other sizes',
      '<img src="/a.jpg?w=900"><img src="/a-150x150.jpg">',
      '![](https://news.example/a.jpg?w=900)',
    ],
    [
      'whose address is in JSON',
      `<img src="/blank.gif" data-src='{"default":{"load":"late","src":"//img.example/a.jpg"}}'>`,
      '![](https://img.example/a.jpg)',
    ],
    ['loaded late', '<img src="data:image/gif;base64,R0" data-src="/a.jpg">', '![](https://news.example/a.jpg)'],
    [
      'loaded late, for readers without scripts',
      '<img src="/blank.gif"><noscript><img src="/a.jpg" alt="A"></noscript>',
      '![A](https://news.example/a.jpg)',
    ],
    ['told twice', '<img src="/a.jpg"><noscript><img src="/a.jpg"></noscript>', '![](https://news.example/a.jpg)'],
    ['in several sizes', '<img srcset="/s.jpg 320w, /m.jpg 1200w, /l.jpg 5000w">', '![](https://news.example/m.jpg)'],
    [
      'in sizes with commas',
      '<img srcset=",/a,b.jpg 320w,/m,1.jpg 1200w, /l.jpg">',
      '![](https://news.example/m,1.jpg)',
    ],
    [
      'of a `picture`',
      '<picture><source srcset="/a.webp 1x, /b.webp 2x"><img></picture>',
      '![](https://news.example/b.webp)',
    ],
    ['in a link', '<p><a href="/big.jpg"><img src="/a.jpg"></a></p>', '![](https://news.example/a.jpg)'],
    ['in a paragraph', '<p><img src="/a.jpg">Text</p>', '![](https://news.example/a.jpg)\n\nText'],
    ['that counts visits', '<p>Text<img src="/count" width="1" height="1"></p>', 'Text'],
    ['that is an ornament', '<p>Text<img class="emoji" src="/smile.png"></p>', 'Text'],
  ])('a picture %s', (_, html, markdown) => {
    expect(convert(html)).toBe(markdown);
  });

  test('headings begin at the level asked for', () => {
    const html = '<h3>Tides</h3><p>In.</p><h5>Ebb</h5><p>Out.</p><h6>Lull</h6>';
    expect(markdownOfHtml(html, {highestHeading: 2}).match(/^#+ .*$/gm)).toEqual([
      '## Tides',
      '#### Ebb',
      '##### Lull',
    ]);
    expect(markdownOfHtml('<h1>Tides</h1><h6>Lull</h6>', {highestHeading: 2})).toBe('## Tides\n\n###### Lull');
  });

  test('without an address of the page, addresses stay as they are', () => {
    expect(markdownOfHtml('<a href="b.html">b</a> <a href="//c.example/">c</a>')).toBe(
      '[b](b.html) [c](https://c.example/)',
    );
  });
});

const encode = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const fold = (text: string) => text.replace(/\s+/g, ' ').trim();
const read = (markdown: string) => documentText(parseMarkdown(markdown, {dropFirstHeading: false}));

/** Whatever Markdown or a dialect of it gives a meaning to. */
const awkward = fc
  .array(
    fc.constantFrom(
      ...'# ## > - + * ** _ __ ~ ~~ ` ``` [ ] ( ) ! ![ [^1] [[x]] < <b> </b> <!-- & &amp; &lt; | \\ = == --- *** 1. 12) {{ }} {{< >}} {% %} %% ^a $ : a b word を 「 」 é . , ; https://e.example/a_b www.e.example @ "'.split(
        ' ',
      ),
      ' ',
      ' ',
    ),
    {minLength: 1, maxLength: 14},
  )
  .map(parts => fold(parts.join('')))
  .filter(text => text !== '');

describe('the text of HTML is the text of its Markdown', () => {
  const holds = (html: string, text: string) => {
    expect(read(convert(html))).toBe(text);
  };

  test('in a paragraph', () => {
    fc.assert(
      fc.property(awkward, text => holds(`<p>${encode(text)}</p>`, text)),
      {numRuns: 1000},
    );
  });

  test('in list items and quotations', () => {
    fc.assert(
      fc.property(awkward, awkward, (one, two) =>
        holds(`<ul><li>${encode(one)}</li></ul><blockquote><p>${encode(two)}</p></blockquote>`, `${one}\n${two}`),
      ),
      {numRuns: 1000},
    );
  });

  test('with marks and links anywhere', () => {
    const span = fc.tuple(fc.constantFrom('span', 'b', 'i', 'em', 'del', 'a href="/x"'), awkward, fc.boolean());
    fc.assert(
      fc.property(fc.array(span, {minLength: 1, maxLength: 5}), spans => {
        const html = spans
          .map(([tag, text, isApart]) => `<${tag}>${encode(text)}</${tag.split(' ')[0]}>${isApart ? ' ' : ''}`)
          .join('');
        holds(`<p>${html}</p>`, fold(spans.map(([, text, isApart]) => text + (isApart ? ' ' : '')).join('')));
      }),
      {numRuns: 1000},
    );
  });
});
