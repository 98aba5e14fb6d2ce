import {describe, expect, test} from 'vitest';
import type {Article} from '../../src/core/article.ts';
import type {Library} from '../../src/core/library.ts';
import {createLinkResolver} from '../../src/core/links.ts';
import {createRelatedness, type RelatedArticle} from '../../src/core/related.ts';
import {field} from '../../src/core/sanitize.ts';
import {type ArticleParts, article, libraryOf} from '../support/articles.ts';

const filler = [
  'The orchard opened late because frost had damaged the blossom, and pickers waited for warmer weather.',
  'A violinist played the slow movement twice, since the audience would not let the orchestra go home.',
  'Engineers tested the lift for weeks before the tower admitted its first visitors to the gallery.',
  'The bakery ran out of rye flour, so the baker mixed barley with oats and sold every loaf by noon.',
  'Divers found the anchor of a schooner under three metres of sand near the old lighthouse.',
  'The chess club moved its tournament to the town hall after the river flooded the library.',
];
const unrelated = filler.map((body, i) => article(`other/${i}`, {body}));

const withLanguage = (lang: string, id: string, parts: ArticleParts): Article => ({
  ...article(id, parts),
  lang: field(lang),
});

const ask = (library: Library, from: Article, limit = 5): readonly RelatedArticle[] =>
  createRelatedness(library, {resolveLink: createLinkResolver(library)}).relatedTo(from, limit);

const ids = (related: readonly RelatedArticle[]) => related.map(entry => entry.article.id);
const sharedTerms = (entry: RelatedArticle | undefined): readonly string[] =>
  entry?.reasons.flatMap(reason => (reason.kind === 'shares' ? reason.terms : [])) ?? [];

const sahara = (id: string, parts: ArticleParts = {}) =>
  article(id, {
    body: 'Diplomats spoke about Western Sahara. The plan for Western Sahara was praised by Pedro Sánchez in Rabat.',
    ...parts,
  });

describe('the order of suggestions', () => {
  const from = sahara('from', {
    related: ['listed'],
    body: 'About Western Sahara and Pedro Sánchez, see [this](linked.md). What Western Sahara awaits is a vote.',
  });
  const library = libraryOf(
    from,
    article('listed', {body: 'Nothing in common.'}),
    article('linked', {body: 'Nothing in common either.'}),
    article('linking', {body: 'As told in [[from]].'}),
    sahara('similar'),
    ...unrelated,
  );
  const related = ask(library, from);

  test('what the editor listed comes first, then what is linked in either direction, then what is about the same', () => {
    expect(ids(related).slice(0, 1)).toEqual(['listed']);
    expect(ids(related).slice(1, 3).sort()).toEqual(['linked', 'linking']);
    expect(ids(related)[3]).toBe('similar');
  });

  test('each says why', () => {
    const kinds = Object.fromEntries(related.map(entry => [entry.article.id, entry.reasons[0]?.kind]));
    expect(kinds).toMatchObject({listed: 'listed', linked: 'links-to', linking: 'linked-from', similar: 'shares'});
  });

  test('scores fall and stay between 0 and 1', () => {
    const scores = related.map(entry => entry.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const score of scores) expect(score > 0 && score <= 1).toBe(true);
  });

  test('it stops at the limit', () => {
    expect(ask(library, from, 2)).toHaveLength(2);
    expect(ask(library, from, 0)).toEqual([]);
  });

  test('without explicit links only the texts count', () => {
    const byText = createRelatedness(library, {resolveLink: createLinkResolver(library), useExplicitLinks: false});
    expect(ids(byText.relatedTo(from, 5))[0]).toBe('similar');
  });
});

describe('what is never suggested', () => {
  const long = filler.slice(0, 4).join(' ');
  const follow =
    'A week after the frost the orchard is in blossom again, and the pickers have come back to the orchard.';

  test('the article itself, and hidden ones, even if they are listed', () => {
    const from = sahara('from', {related: ['draft', 'from']});
    const library = libraryOf(from, sahara('draft', {isHidden: true, body: `${long} Western Sahara`}), ...unrelated);
    expect(ids(ask(library, from))).not.toEqual(expect.arrayContaining(['from']));
    expect(ids(ask(library, from))).not.toEqual(expect.arrayContaining(['draft']));
  });

  test('a re-post of the article, and two re-posts of one other', () => {
    const from = article('from', {body: long});
    const library = libraryOf(
      from,
      article('repost', {title: 'Under another headline', body: `${long} First published elsewhere.`}),
      article('follow-up', {body: follow}),
      article('follow-up-again', {body: `${follow} Updated.`}),
      article('lift', {body: 'The gallery of the tower stays open; engineers tested the lift again for its visitors.'}),
    );
    const suggested = ids(ask(library, from));
    expect(suggested).not.toContain('repost');
    expect(suggested.filter(id => id.startsWith('follow-up'))).toHaveLength(1);
    expect(suggested).toContain('lift');
  });

  test('what shares nothing', () => {
    const from = article('from', {body: 'Quarks, gluons, hadrons.'});
    expect(ask(libraryOf(from, ...unrelated), from)).toEqual([]);
  });
});

describe('what two articles share is said', () => {
  test('in names of several words, with their capitals and accents, and not in words all articles have', () => {
    const from = sahara('from', {
      body: 'The talks on Western Sahara went on, PEDRO said. Pedro Sánchez left; so did the ministers.',
    });
    const [first] = ask(libraryOf(from, sahara('similar'), ...unrelated), from);
    expect(sharedTerms(first)).toEqual(expect.arrayContaining(['Western Sahara', 'Pedro Sánchez']));
  });

  test('never in addresses, markup, stop words, weekdays or the first words of sentences', () => {
    const litter =
      'However, on **Wednesday** and in July we and they should see [it](https://example.org/quux-frobnicate) at www.frobnicate.example or mail zyx@frobnicate.example. `code_span_frob` &nbsp; {{< frob "quux" >}}';
    const library = libraryOf(
      sahara('from', {body: `${litter} Western Sahara. ${filler[0]} ${filler[1]}`}),
      sahara('similar', {body: `${litter} Western Sahara! ${filler[2]} ${filler[3]}`}),
      ...unrelated,
    );
    const [from] = library.articles;
    const similar = from && ask(library, from).find(entry => entry.article.id === 'similar');
    const said = sharedTerms(similar).join(' ');
    expect(said).toContain('Western Sahara');
    expect(said).not.toMatch(/frob|quux|example|https|www|nbsp|however|wednesday|july|should/i);
  });

  test.each<[string, string, string, string]>([
    [
      'es',
      'El ministro viajó a Ceuta. La crisis de Ceuta sigue abierta.',
      'En Ceuta hubo protestas; por eso Ceuta pide ayuda.',
      'Ceuta',
    ],
    ['ar', 'اجتمع المسؤولون في سبتة. مدينة سبتة هادئة.', 'وصل القاصرون إلى سبتة. عادت سبتة إلى الهدوء.', 'سبتة'],
    ['zh', '摩洛哥提出西撒哈拉自治方案。', '聯合國討論西撒哈拉的未來。', '西撒哈拉'],
    ['ja', 'モロッコは西サハラの自治案を出した。', '国連は西サハラについて話し合った。', '西サハラ'],
  ])('in %s', (lang, one, other, term) => {
    const from = withLanguage(lang, 'from', {title: '1', body: one});
    const library = libraryOf(from, withLanguage(lang, 'similar', {title: '2', body: other}), ...unrelated);
    expect(sharedTerms(ask(library, from)[0])).toContain(term);
  });
});

test('an article in the same language comes before an equal one in another', () => {
  const body = (rest: string) => `${rest} Western Sahara, Pedro Sánchez, Rabat, Polisario, Tindouf.`;
  const from = withLanguage('en', 'from', {title: '1', body: body('envoys')});
  const library = libraryOf(
    from,
    withLanguage('es', 'a', {title: '2', body: body('enviados')}),
    withLanguage('en', 'b', {title: '3', body: body('ambassadors')}),
    ...unrelated,
  );
  expect(ids(ask(library, from)).slice(0, 2)).toEqual(['b', 'a']);
});

test('of two that are alike, the one nearer in time comes first', () => {
  const from = sahara('from', {published: '2022-07-06'});
  const library = libraryOf(
    from,
    sahara('a-old', {published: '2012-01-01', body: 'Western Sahara: delegates met again in Geneva.'}),
    sahara('b-near', {published: '2022-07-01', body: 'Western Sahara: observers met again in Vienna.'}),
    ...unrelated,
  );
  expect(ids(ask(library, from)).slice(0, 2)).toEqual(['b-near', 'a-old']);
});

test('an article from outside the library gets suggestions too', () => {
  const stdin = {...sahara('stdin'), path: ''};
  expect(ids(ask(libraryOf(sahara('similar', {body: 'Western Sahara again.'}), ...unrelated), stdin))[0]).toBe(
    'similar',
  );
});

test('hostile text comes out of the reasons harmless', () => {
  const nasty = 'Western\u202e Sah\u001bara &#27;]0;Evil Title&#7; Evil\u009b Title.';
  const library = libraryOf(
    sahara('from', {body: `${filler[0]} ${nasty.repeat(3)}`}),
    sahara('similar', {body: `${nasty} ${filler[1]}`}),
    ...unrelated,
  );
  const [from] = library.articles;
  const related = from === undefined ? [] : ask(library, from);
  expect(related.length).toBeGreaterThan(0);
  expect(JSON.stringify(related.flatMap(sharedTerms))).not.toMatch(/[\0-\x1f\x7f-\x9f\u202a-\u202e]|\\u001b/);
});

test('more in its section: nearest in time first, hidden ones and itself left out', () => {
  const from = article('from', {section: 'Politics', published: '2022-07-06'});
  const library = libraryOf(
    from,
    article('far', {section: 'Politics', published: '2020-01-01'}),
    article('undated', {section: 'politics'}),
    article('after', {section: 'Politics', published: '2022-07-08'}),
    article('before', {section: 'Politics', published: '2022-07-05'}),
    article('draft', {section: 'Politics', published: '2022-07-06', isHidden: true}),
    article('guide', {section: 'Guides', published: '2022-07-06'}),
  );
  const {moreInSection} = createRelatedness(library, {resolveLink: createLinkResolver(library)});
  expect(moreInSection(from, 9).map(({id}) => id)).toEqual(['before', 'after', 'far', 'undated']);
  expect(moreInSection(from, 1).map(({id}) => id)).toEqual(['before']);
  expect(moreInSection(article('none'), 9)).toEqual([]);
});
