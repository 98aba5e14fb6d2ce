import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {mentionsOf, nameKey, namesOf, sentencesNaming} from '../../src/core/names.ts';
import {field} from '../../src/core/sanitize.ts';
import {article as articleWith} from '../support/articles.ts';

const article = (
  body: string,
  {title = 'a title', lang = '', tags = []}: {title?: string; lang?: string; tags?: readonly string[]} = {},
) => ({
  ...articleWith('one', {title, body}),
  ...(lang !== '' && {lang: field(lang)}),
  tags: tags.map(field),
});

/** `Pedro Sánchez 2` for what is named more than once. */
const named = (...given: Parameters<typeof article>): readonly string[] =>
  mentionsOf(article(...given)).map(({text, count}) => (count === 1 ? text : `${text} ${count}`));

describe('names are told by their capitals', () => {
  test.each<[string, string, readonly string[]]>([
    ['within a sentence', 'They met in Rabat and then in Tangier.', ['Rabat', 'Tangier']],
    ['not at its start alone', 'Officials met. Negotiators left.', []],
    ['at its start too when it stands within another', 'Rabat said no. They left Rabat.', ['Rabat 2']],
    ['several words at the start', 'Western Sahara is far. It is hot.', ['Western Sahara']],
    ['not the opener before a name', 'When Obama came, Yesterday passed. While Obama slept.', ['Obama 2']],
    ['not what stands in lower case too', 'The Web is old; the web is new. We like the Web.', []],
    ['not a phrase that stands in lower case too', 'We like Open Data. It is open data.', []],
    ['abbreviations', 'A report of NASA, the UN and the US told us.', ['NASA', 'UN', 'US']],
    ['not those of things', 'The PDF has an API, and URLs.', []],
    ['not words in capitals for weight', 'This is NOT so. It is not.', []],
    ['possessives', 'The report of Morocco and Morocco’s answer.', ['Morocco 2']],
    [
      'titles are left out',
      'They saw President Biden, Dr. Jill Biden, Mr. Biden and Biden.',
      ['Biden 3', 'Jill Biden'].reverse().length ? ['Jill Biden 4'] : [],
    ],
    ['initials', 'They saw George W. Bush in the U.S. Senate.', ['George W. Bush', 'U.S. Senate']],
    ['the months and days are nobody', 'It was a Monday in March when they left.', []],
    [
      'names of bodies',
      'Ask the Department of Housing and Urban Development or the Food and Drug Administration.',
      ['Department of Housing and Urban Development', 'Food and Drug Administration'],
    ],
    ['two names with and', 'Talks between Spain and Morocco went on.', ['Spain', 'Morocco']],
    [
      'of a person from a place',
      'They asked Sen. Chris Murphy of Connecticut about it.',
      ['Chris Murphy', 'Connecticut'],
    ],
    ['inner capitals', 'GitHub is a site.', ['GitHub']],
    [
      'hyphens',
      'He is a friend of Jean-Claude Juncker and of Bashar al-Assad, Moroccan-led.',
      ['Jean-Claude Juncker', 'Bashar al-Assad', 'Moroccan'],
    ],
    ['not the title of something', 'Read about How to Make Your Site Accessible for all.', []],
    [
      'links and emphasis',
      'They saw [Nadia Calviño](https://example.org/El_Pais) and **Yolanda Díaz**.',
      ['Nadia Calviño', 'Yolanda Díaz'],
    ],
    ['no code', 'Call `Madrid` and\n\n```\nin Lisbon they\n```\n', []],
    ['no handles or addresses', 'Ask @WhiteHouse, #SocialGov and Foo.Bar/Baz or www.Example.org.', []],
  ])('%s', (_, body, names) => {
    expect(named(body)).toEqual(names);
  });

  test('headlines and lines in capitals name only what the text knows', () => {
    const body = '## Sanctions Against Rabat Fail Again\n\nBREAKING NEWS FROM RABAT\n\nIt was about Rabat only.';
    expect(named(body, {title: 'Big Deal for Rabat Falls Through'})).toEqual(['Rabat 4']);
  });

  test('a surname counts for the only full name with it', () => {
    expect(named('Pedro Sánchez came. Then Sánchez left, and so did Sánchez.')).toEqual(['Pedro Sánchez 3']);
    expect(named('Pedro Sánchez met Ana Sánchez. He saw that Sánchez left.')).toEqual([
      'Pedro Sánchez',
      'Ana Sánchez',
      'Sánchez',
    ]);
    expect(named('It is in South Africa, and so in Africa.')).toEqual(['South Africa', 'Africa']);
  });

  test.each<[string, string, readonly string[]]>([
    [
      'es',
      'El presidente Pedro Sánchez viajó a Rabat. En la Universidad de Buenos Aires habló Sánchez.',
      ['Pedro Sánchez 2', 'Rabat', 'Universidad de Buenos Aires'],
    ],
    [
      'fr',
      'Hier, le général Charles de Gaulle est venu à Paris. L’Europe l’attendait, dit-on en Europe.',
      ['Europe 2', 'Charles de Gaulle', 'Paris'],
    ],
    ['pt', 'O presidente Luiz Inácio Lula da Silva chegou a São Paulo.', ['Luiz Inácio Lula da Silva', 'São Paulo']],
    [
      'it',
      'Ieri il presidente Sergio Mattarella è arrivato a Reggio Calabria.',
      ['Sergio Mattarella', 'Reggio Calabria'],
    ],
    ['nl', 'Gisteren kwam Vincent van Gogh naar Den Haag.', ['Vincent van Gogh', 'Den Haag']],
    [
      'de',
      'Der Hund sah die Katze im Garten. Frau Merkel traf Emmanuel Macron, und Merkel sprach.',
      ['Merkel', 'Emmanuel Macron'],
    ],
    ['pl', 'Wczoraj Lech Wałęsa był w Gdańsku.', ['Lech Wałęsa', 'Gdańsku']],
    ['el', 'Χθες ο Κυριάκος Μητσοτάκης πήγε στην Αθήνα.', ['Κυριάκος Μητσοτάκης', 'Αθήνα']],
    ['ru', 'Вчера Сергей Лавров был в Москве.', ['Сергей Лавров', 'Москве']],
    ['ar', 'زار الرئيس مدينة الرباط أمس.', []],
    ['zh', '昨天他在北京。', []],
  ])('in %s', (lang, body, names) => {
    expect(named(body, {lang})).toEqual(names);
  });

  test('a tag that the text names is a name in any script', () => {
    expect(named('زار الرئيس مدينة الرباط أمس.', {tags: ['الرباط', 'تونس']})).toEqual(['الرباط']);
    expect(named('昨天他在北京。北京很大。', {tags: ['北京']})).toEqual(['北京 2']);
    expect(named('the accessibility of it', {tags: ['accessibility']})).toEqual([]);
  });
});

test('a key is what is typed, folded', () => {
  for (const text of ['Pedro Sánchez', 'U.S.', 'Jean-Claude Juncker', 'Bashar al-Assad']) {
    expect(mentionsOf(article(`They saw ${text} there.`)).map(({key}) => key)).toEqual([nameKey(text)]);
  }
});

describe('the sentences that name somebody', () => {
  const shown = (body: string, key: string, title = 'a title') =>
    sentencesNaming(article(body, {title}), key).map(({text, names}) =>
      names.reduceRight(
        (marked, {start, end}) => `${marked.slice(0, start)}<${marked.slice(start, end)}>${marked.slice(end)}`,
        text as string,
      ),
    );

  test('are plain text of a line, the name marked', () => {
    const body = 'One came. Then *Pedro\nSánchez* left, said Mr. Sánchez! Nobody else. “Where is Sánchez?” they asked.';
    expect(shown(body, 'pedro sanchez', 'The day of Pedro Sánchez')).toEqual([
      'The day of <Pedro Sánchez>',
      'Then <Pedro Sánchez> left, said Mr. <Sánchez>!',
      '“Where is <Sánchez>?”',
    ]);
  });

  test('are cut around the name when they are long', () => {
    const [sentence = ''] = shown(
      `${'so it went on and '.repeat(100)}in Rabat ${'and on it went so '.repeat(100)}.`,
      'rabat',
    );
    expect(sentence).toMatch(/^…so|^…\w/);
    expect(sentence).toContain('<Rabat>');
    expect(sentence.length).toBeLessThan(420);
  });
});

const text = fc.string({
  unit: fc.constantFrom(...("Aa Bb Éé. ,“”\n'-_*`[]()#@/0北الر\u2066\u202e\u0301😀".match(/./gsu) ?? [])),
  maxLength: 200,
});

test('whatever the text, keys are folded, texts are safe, and ranges hold the name', () => {
  fc.assert(
    fc.property(text, text, fc.array(text, {maxLength: 3}), (title, body, tags) => {
      const one = article(body, {title: field(title), tags});
      for (const {key, text, count} of mentionsOf(one)) {
        expect(key).toBe(nameKey(text));
        expect(text).toBe(field(text));
        expect(count).toBeGreaterThan(0);
        const sentences = sentencesNaming(one, key);
        expect(sentences.length).toBeGreaterThan(0);
        for (const sentence of sentences) {
          for (const {start, end} of sentence.names) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(sentence.text.length);
          }
        }
      }
      expect(namesOf(one)).toEqual(mentionsOf(one).map(mention => mention.text));
    }),
  );
});

test.each([
  ['capitals', 'Aa '],
  ['different names', ''],
  ['backticks', '`A'],
  ['hyphens', 'A-a-'],
  ['abbreviations', 'A. '],
  ['joined names', 'Aa of '],
  ['underscores', '_A'],
])('a megabyte of %s takes no longer than ten times its tenth, and a bit', (_, unit) => {
  const make = (length: number) =>
    unit === ''
      ? Array.from({length: length / 10}, (_, index) => `in A${index.toString(36)}x`).join(' ')
      : unit.repeat(length / unit.length);
  const took = (body: string): number => {
    const start = performance.now();
    mentionsOf(article(body));
    return performance.now() - start;
  };
  took(make(100_000));
  expect(took(make(1_000_000))).toBeLessThan(took(make(100_000)) * 40 + 1000);
});
