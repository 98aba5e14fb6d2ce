import {describe, expect, test} from 'vitest';
import {articleOfPageText} from '../../../src/import/page-text/article-of-page-text.ts';
import {readMail, withoutSignature} from '../../../src/import/page-text/mail-head.ts';

const text = 'The ferry runs again from Monday.\n\nBring your old ticket and some patience.\n';

const mail = (...head: string[]) => `${head.join('\n')}\n\n${text}`;

describe('the head of a mail', () => {
  test.each([
    [
      'as it is sent',
      mail(
        'Return-Path: <news@example.org>',
        'X-Mailer: Sender 3',
        'Date: Wed, 6 Jul 2022 08:00:00 +0200',
        'From: "Marta Olsen" <marta@example.org>',
        'To: ferry-friends@example.org',
        'Subject: Fwd: Re: The ferry',
        ' is back',
      ),
      '2022-07-06T08:00:00+02:00',
    ],
    [
      'copied in German',
      mail(
        'Von: Marta Olsen <marta@example.org>',
        'Gesendet: Mittwoch, 6. Juli 2022 10:12',
        'An: Alle',
        'Betreff: AW: The ferry is back',
      ),
      '2022-07-06',
    ],
    [
      'copied in Spanish',
      mail(
        'De: Marta Olsen <marta@example.org>',
        'Fecha: miércoles, 6 de julio de 2022',
        'Para: todos',
        'Asunto: RV: The ferry is back',
      ),
      '2022-07-06',
    ],
    [
      'copied in French',
      mail(
        'De : Marta Olsen [mailto:marta@example.org]',
        'Envoyé : mercredi 6 juillet 2022',
        'À : tous',
        'Objet : TR : The ferry is back',
      ),
      '2022-07-06',
    ],
  ])('is read, %s', (_, written, published) => {
    const article = articleOfPageText(written);
    expect(article).toMatchObject({title: 'The ferry is back', authors: ['Marta Olsen'], published});
    expect(article.body).toBe(text.trim());
  });

  test.each([
    ['=?utf-8?Q?Caf=C3=A9_ferm=C3=A9?=', 'Café fermé'],
    ['Re: =?ISO-8859-1?B?Q2Fm6Q==?= =?UTF-8?q?_open?=', 'Café open'],
    ['=?none?Q?a?= =?utf-8?B?%?=', '=?none?Q?a?= =?utf-8?B?%?='],
  ])('has letters beyond ASCII: %s', (subject, title) => {
    expect(readMail(mail(`Subject: ${subject}`, 'From: =?utf-8?Q?J=C3=B6rg?= <j@example.org>'))?.head).toEqual({
      title,
      authors: ['Jörg'],
    });
  });

  test('has no date that lies ahead', () => {
    const sent = mail('Subject: Ferry', 'Date: Thu, 31 Dec 2099 08:00:00 +0000');
    expect(articleOfPageText(sent, {today: '2022-07-06'}).published).toBeUndefined();
    expect(articleOfPageText(sent, {today: '2099-12-30'}).published).toBe('2099-12-31T08:00:00Z');
  });

  test('names nobody by an address alone', () => {
    expect(readMail(mail('From: marta@example.org', 'Subject: Hello'))?.head.authors).toEqual([]);
    expect(readMail(mail('From: marta@example.org (Marta Olsen)', 'Subject: Hello'))?.head.authors).toEqual([
      'Marta Olsen',
    ]);
  });

  test.each([
    'From: the harbour\n\nIt is far.',
    'Note: this is a text\nSubject: none',
    'To: everybody\nDate: 6 July 2022\n\nHello.',
    'An evening at the harbour: notes\n\nIt was late.',
  ])('is none: %j', written => {
    expect(readMail(written)).toBeUndefined();
  });
});

describe('a signature', () => {
  test('goes', () => {
    expect(
      articleOfPageText(
        `${mail('From: Marta Olsen <m@example.org>', 'Subject: Ferry')}\n-- \nMarta Olsen\nHarbour office`,
      ).body,
    ).toBe(text.trim());
  });

  test('needs its space where the text is no mail', () => {
    expect(withoutSignature('One.\n--\nTwo.')).toBe('One.\n--\nTwo.');
    expect(withoutSignature('One.\n-- \nTwo.')).toBe('One.');
    expect(readMail(`${mail('From: Marta <m@example.org>', 'Subject: Ferry')}--\nMarta`)?.text.trim()).toBe(
      text.trim(),
    );
  });

  test('is not what goes on for long', () => {
    const long = `One.\n-- \n${'And so it goes on.\n'.repeat(60)}`;
    expect(withoutSignature(long)).toBe(long);
  });
});
