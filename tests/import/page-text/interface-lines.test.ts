import {describe, expect, test} from 'vitest';
import {
  hasInterfaceOpening,
  hasNotice,
  headsAuthor,
  headsComments,
  isBoxHeading,
  isCookieNotice,
  isCopyright,
  isEndHeading,
  isInterfaceLine,
  phraseOf,
} from '../../../src/import/page-text/interface-lines.ts';

describe('buttons and menu entries', () => {
  test.each([
    ...['Share', 'SUBSCRIBE', '258 Shares', 'Share Tweet Submit', 'Facebook Twitter WhatsApp', '« Previous', 'Sign in'],
    ...[
      'Compartir',
      'Suscríbete',
      'Partager',
      'Datenschutzerklärung',
      'Поделиться',
      'مشاركة',
      'シェア',
      '分享',
      '구독',
      'Paylaş',
    ],
  ])('%j', line => {
    expect(isInterfaceLine(phraseOf(line))).toBe(true);
  });

  test.each(['The share of the market', 'Share prices fell', 'Politics', 'Home Office', '2022', ''])('not %j', line => {
    expect(isInterfaceLine(phraseOf(line))).toBe(false);
  });
});

test.each([
  'Related stories:',
  'You may also like',
  'Most read',
  'Lo más leído',
  'À lire aussi',
  'Leia também',
  '関連記事',
  'مواضيع ذات صلة',
])('%j heads a box', line => {
  expect(isBoxHeading(phraseOf(line))).toBe(true);
});

test.each(['Comments', '12 Comments', 'Leave a reply', 'Kommentare', 'Комментарии', '评论'])(
  '%j ends an article',
  line => {
    expect(isEndHeading(phraseOf(line))).toBe(true);
  },
);

test.each(['Follow us on our channels', 'Read more: the wall', 'Lee también: el muro', '関連記事：港の壁'])(
  '%j calls to do something',
  line => {
    expect(hasInterfaceOpening(line, phraseOf(line))).toBe(true);
  },
);

test.each([
  '10 thoughts on “The wall”',
  'One thought on The wall',
  '3 comentarios en El muro',
  '2 Kommentare zu Die Mauer',
])('%j heads the comments', line => {
  expect(headsComments(line)).toBe(true);
});

test('the life of the author has a heading', () => {
  expect(headsAuthor('About Ann Lee')).toBe(true);
  expect(headsAuthor('Sobre Lucía Campos')).toBe(true);
  expect(headsAuthor('About the wall')).toBe(false);
  expect(headsComments('10 thoughts that nobody had')).toBe(false);
});

test('notices are of the page', () => {
  expect(hasNotice(phraseOf('By signing up you accept our Privacy Policy'))).toBe(true);
  expect(isCookieNotice(phraseOf('We use cookies to make this site better.'))).toBe(true);
  expect(isCookieNotice(phraseOf('The baker sold twelve cookies before noon.'))).toBe(false);
  expect(isCopyright('© 2022 Example News')).toBe(true);
  expect(isCopyright('The copyright of the song is disputed')).toBe(false);
});
