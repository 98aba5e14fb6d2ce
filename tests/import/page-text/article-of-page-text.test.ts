import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {AppError} from '../../../src/core/errors.ts';
import {documentText} from '../../../src/core/markdown/text.ts';
import {parseMarkdown} from '../../../src/core/markdown.ts';
import type {ImportedArticle} from '../../../src/import/imported-article.ts';
import {articleOfPageText} from '../../../src/import/page-text/article-of-page-text.ts';
import {cleanText} from '../../../src/import/page-text/clean-text.ts';

const read = ({body}: ImportedArticle): string[] => {
  const text: string = documentText(parseMarkdown(body, {dropFirstHeading: false}));
  return text === '' ? [] : text.split('\n');
};

const paragraphs = [
  'The ministers of both countries met on Wednesday in the capital and agreed to share what their police know about smuggling across the strait. It was their third meeting this year.',
  '“We have never worked together as closely as we do now,” said the host after the talks, which lasted longer than planned.',
  'A joint office is to open in the port before the end of the summer. Twelve officers will work in it at first.',
  'Human rights groups asked both governments to publish the text of the agreement.',
];

const standfirst = 'Officials of both countries met in the capital to renew their agreement on the strait';
const headline = 'Neighbours renew their pact on the strait';

describe('a page copied as text', () => {
  const page = [
    ...[standfirst, headline],
    'photo_camera PHOTO/FILE - The ministers Amal Idrissi and Carlos Vega',
    'neighbours-renew-pact-strait',
    ...['By A. Reporter', '6 July 2022', 'Share', 'Subscribe'],
    'We use cookies to make this site better. Accept',
    paragraphs[0],
    ...['neighbours-talks-capital-room', 'neighbours-talks-capital-room'],
    ...[paragraphs[1], 'Share', paragraphs[2]],
    'port-office-summer-opening',
    paragraphs[3],
    ...['Share', 'Subscribe', 'More in Politics'],
  ];

  test.each([
    ['a line each', '\n'],
    ['blank lines between', '\n\n'],
    ['with line ends of Windows', '\r\n'],
  ])('gives the article and nothing else, %s', (_, end) => {
    const article = articleOfPageText(page.join(end), {address: 'https://example.org/neighbours-renew-pact'});
    expect(article).toMatchObject({
      title: headline,
      standfirst,
      section: 'Politics',
      authors: ['A. Reporter'],
      published: '2022-07-06',
      source: {url: 'https://example.org/neighbours-renew-pact'},
      image: {
        src: 'neighbours-renew-pact-strait',
        caption: 'The ministers Amal Idrissi and Carlos Vega',
        credit: 'PHOTO/FILE',
      },
    });
    expect(read(article)).toEqual(paragraphs);
  });

  test('keeps pictures where they stood, each once', () => {
    expect(articleOfPageText(page.join('\n')).body.split('\n\n')).toEqual([
      paragraphs[0],
      '![](neighbours-talks-capital-room)',
      paragraphs[1],
      paragraphs[2],
      '![](port-office-summer-opening)',
      paragraphs[3],
    ]);
  });

  test('takes a second line in another language as what the picture shows', () => {
    const lines = [headline, 'Los ministros de ambos países se saludan en la capital', ...page.slice(2)];
    const article = articleOfPageText(lines.join('\n'));
    expect(article.title).toBe(headline);
    expect(article.standfirst).toBeUndefined();
    expect(article.image?.alt).toBe('Los ministros de ambos países se saludan en la capital');
  });

  test('finds the headline by its second occurrence, below the menus', () => {
    const menu = ['Home', 'News', 'Politics', 'Sport', 'Culture', 'Sign in', 'Search'];
    const tail = [
      'Comments',
      'A reader',
      'That was about time, if you ask me, and I hope it lasts.',
      '© 2022 Example News',
    ];
    const lines = [`${headline} | Example News`, ...menu, headline, 'By Lena Moss', ...paragraphs, ...tail];
    const article = articleOfPageText(lines.join('\n'));
    expect(article.title).toBe(headline);
    expect(article.authors).toEqual(['Lena Moss']);
    expect(read(article)).toEqual(paragraphs);
  });

  test('takes the word above the headline for the section where a menu has it too', () => {
    const menu = ['Home', 'Politics', 'Sport', 'Search', 'Subscribe'];
    const {section} = articleOfPageText([...menu, 'Politics', headline, 'By Lena Moss', ...paragraphs].join('\n'));
    expect(section).toBe('Politics');
    expect(
      articleOfPageText([...menu, 'Elsewhere', headline, 'By Lena Moss', ...paragraphs].join('\n')).section,
    ).toBeUndefined();
  });

  test('leaves out teasers of other articles', () => {
    const teasers = [
      ...['Related stories', 'Harbour wall nearly done', 'The wall will be higher than the old one by a metre.'],
      ...[
        'July 5, 2022',
        'Ferry runs again from Monday',
        'Passengers had to take the bus for the whole winter.',
        'July 4, 2022',
      ],
    ];
    expect(read(articleOfPageText(['Menu', headline, ...paragraphs, ...teasers, 'Subscribe'].join('\n')))).toEqual(
      paragraphs,
    );
  });

  test('makes wrapped paragraphs whole', () => {
    const wrapped = paragraphs.map(text => text.replace(/(.{1,59})(?:\s|$)/g, '$1\n'));
    const article = articleOfPageText(['Share', 'Subscribe', headline, ...wrapped].join('\n\n'));
    expect(read(article)).toEqual(paragraphs);
  });
});

describe('pages in other languages', () => {
  test('Spanish', () => {
    const text = [
      'Los vecinos renuevan su pacto sobre el estrecho',
      'Los ministros acordaron en la capital compartir lo que sabe su policía del contrabando.',
      'photo_camera FOTO/ARCHIVO - Los ministros Amal Idrissi y Carlos Vega',
      ...['vecinos-renuevan-pacto', 'Por Lucía Campos', '6 de julio de 2022', 'Compartir', 'Suscríbete'],
      'Los ministros de ambos países se reunieron el miércoles en la capital y hablaron durante horas del contrabando en el estrecho.',
      'oficina-puerto-verano',
      '«Nunca hemos trabajado tan cerca», dijo el anfitrión después de las conversaciones, que duraron más de lo previsto.',
      'Más en Política',
    ];
    expect(articleOfPageText(text.join('\n'))).toMatchObject({
      title: text[0],
      standfirst: text[1],
      authors: ['Lucía Campos'],
      published: '2022-07-06',
      section: 'Política',
      image: {
        src: 'vecinos-renuevan-pacto',
        caption: 'Los ministros Amal Idrissi y Carlos Vega',
        credit: 'FOTO/ARCHIVO',
      },
      body: `${text[8]}\n\n![](oficina-puerto-verano)\n\n${text[10]}`,
    });
  });

  test('Arabic', () => {
    const text = [
      'الجارتان تجددان اتفاقهما حول المضيق',
      'photo_camera PHOTO/FILE - الوزيران أمل الإدريسي وكارلوس فيغا',
      ...['بقلم سلمى بناني', '٦ يوليو ٢٠٢٢', 'شارك', 'اشترك'],
      'اجتمع وزيرا البلدين يوم الأربعاء في العاصمة واتفقا على تبادل ما تعرفه الشرطة عن التهريب عبر المضيق. وكان هذا لقاءهما الثالث هذا العام.',
      'وقال المضيف بعد المحادثات التي استمرت أطول من المقرر إن البلدين لم يعملا معا من قبل بهذا القرب.',
      ...['اقرأ أيضا', 'مكتب جديد في الميناء', 'المزيد في سياسة'],
    ];
    expect(articleOfPageText(text.join('\n'))).toMatchObject({
      title: text[0],
      authors: ['سلمى بناني'],
      published: '2022-07-06',
      section: 'سياسة',
      body: `${text[6]}\n\n${text[7]}`,
    });
  });

  test('Japanese', () => {
    const text = [
      ...['海峡をめぐる協定を隣国同士が更新', 'ホーム', '文：山田花子', '2022年7月6日', 'シェア'],
      '両国の大臣は水曜日に首都で会談し、海峡を越える密輸について警察が持つ情報を共有することで合意した。会談は今年に入って三回目となる。',
      '「これほど緊密に協力したことはなかった」と会談後に主催国の大臣は語った。会談は予定より長く続いた。',
      ...['関連記事', '港の新しい事務所', '続きを読む'],
    ];
    expect(articleOfPageText(text.join('\n'))).toMatchObject({
      title: text[0],
      authors: ['山田花子'],
      published: '2022-07-06',
      body: `${text[5]}\n\n${text[6]}`,
    });
  });

  test('Chinese', () => {
    const text = [
      ...['两国更新海峡协议', '分享', '作者：李明', '2022年7月6日'],
      '两国部长星期三在首都会面，同意分享警方掌握的有关海峡走私活动的信息。这是他们今年的第三次会面。',
      '会谈后，东道国部长说：“我们从来没有像现在这样紧密合作。”会谈时间比计划的要长。',
      ...['标签：政治，海峡', '相关文章', '港口的新办公室'],
    ];
    expect(articleOfPageText(text.join('\n'))).toMatchObject({
      title: text[0],
      authors: ['李明'],
      tags: ['政治', '海峡'],
      body: `${text[4]}\n\n${text[5]}`,
    });
  });
});

describe('text that is nothing but an article', () => {
  test('comes through whole', () => {
    const mail =
      'Hello everyone,\n\nthe ferry runs again from Monday.\n\nShare\n\nWhat you need to bring:\n- your old ticket\n- patience\n\nRegards,\nMarta';
    const article = articleOfPageText(mail);
    expect(article.title).toBe('Hello everyone,');
    expect(read(article)).toEqual([
      ...['Hello everyone,', 'the ferry runs again from Monday.', 'Share', 'What you need to bring:'],
      ...['your old ticket', 'patience', 'Regards, Marta'],
    ]);
  });

  test('has its title, byline and date from its first lines', () => {
    const article = articleOfPageText(`The wall is done\nBy Marta Olsen\n6 July 2022\n\n${paragraphs.join('\n\n')}`);
    expect(article).toMatchObject({title: 'The wall is done', authors: ['Marta Olsen'], published: '2022-07-06'});
    expect(read(article)).toEqual(paragraphs);
  });

  test('has headings where short lines stand alone between its paragraphs', () => {
    const text = `The wall is done\n\n${paragraphs[0]}\n\nA short history\n\n${paragraphs[1]}`;
    expect(articleOfPageText(text).body).toBe(`${paragraphs[0]}\n\n## A short history\n\n${paragraphs[1]}`);
  });

  test('keeps the lines of a verse', () => {
    const text = 'The wall\n\nThe sea took the wall,\nthe wall took the winter.';
    expect(articleOfPageText(text).body).toBe('The sea took the wall,\\\nthe wall took the winter.');
  });

  test('is settled in its characters, and keeps typographic ones', () => {
    const text = 'Le port\n\nLe cafe\u0301\u200b est ouvert\u00a0!\u00a0On y va…\r\n\r\n« Oui », dit-elle – enfin.';
    expect(read(articleOfPageText(text)).join('|')).toBe('Le café est ouvert ! On y va…|« Oui », dit-elle – enfin.');
    expect(articleOfPageText(text).body).toContain('ouvert\u00a0! On y va…');
  });

  test('keeps headings that are words of pages too', () => {
    const text = `The wall\n\n${paragraphs[0]}\n\nContact\n\n${paragraphs[1]}\n\nHelp\n\n${paragraphs[2]}`;
    expect(read(articleOfPageText(text))).toEqual([paragraphs[0], 'Contact', paragraphs[1], 'Help', paragraphs[2]]);
  });

  test('has no pictures made of its compounds', () => {
    const article = articleOfPageText(
      'The wall\n\nIt is\n\nstate-of-the-art\n\nand that is all there is to say about it.',
    );
    expect(read(article)).toContain('state-of-the-art');
  });

  test('stays as it is when its result is brought in again', () => {
    const text = `${headline}\n\n${paragraphs.join('\n\n')}`;
    const once = articleOfPageText(text);
    expect(articleOfPageText(`${once.title}\n\n${once.body}`)).toEqual(once);
  });

  test.each(['', ' \n\t\n', '---\n***', '\u200b'])('is an error where there is none: %j', text => {
    expect(() => articleOfPageText(text)).toThrow(AppError);
  });
});

describe('whatever the text', () => {
  const line = fc.oneof(
    fc.constantFrom(
      'Share',
      'Subscribe',
      'Home',
      'Comments',
      'Related',
      'More in Politics',
      'By Ann Lee',
      '6 July 2022',
    ),
    fc.constantFrom(
      'photo_camera PHOTO/FILE - Two persons',
      'word-word-word-word',
      '- item',
      '1. item',
      '',
      '',
      '© 2022 X',
    ),
    fc.constantFrom(...paragraphs, headline, '両国の大臣は水曜日に首都で会談し、合意した。', '# [x](y) *z* <b>'),
    fc.string({unit: 'binary', maxLength: 40}),
  );
  const texts = fc.array(line, {maxLength: 40}).map(lines => lines.join('\n'));

  const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

  const imported = (text: string): ImportedArticle | undefined => {
    try {
      return articleOfPageText(text);
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
      return undefined;
    }
  };

  test('it is an article with a title, or a clear error', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({unit: 'binary', maxLength: 300})), text => {
        const article = imported(text);
        if (article !== undefined) expect(article.title.trim()).not.toBe('');
        if (article !== undefined) expect(article.title).not.toContain('\n');
      }),
      {numRuns: 500},
    );
  });

  test('no word is invented', () => {
    fc.assert(
      fc.property(texts, text => {
        const article = imported(text);
        if (article === undefined) return;
        // Where lines are joined or what shows nothing is taken out, two pieces become one word.
        const known = cleanText(text).replace(/\s+/g, '');
        const said = [article.title.replace('…', ''), article.standfirst, article.image?.caption, article.body];
        for (const word of wordsOf(said.join(' '))) expect(known.includes(word)).toBe(true);
      }),
      {numRuns: 500},
    );
  });

  test('it takes time in proportion to its length', () => {
    const many = 20_000;
    const hard = [
      'Home\n'.repeat(many),
      'word-word-word-word\n'.repeat(many),
      '- item\n'.repeat(many),
      `${'http://'.repeat(many)} x`,
      `${'('.repeat(many)}Photo ${'&a'.repeat(many)}`,
      `${' \n'.repeat(many)}x`,
      `${'By A B and '.repeat(many)}`,
      `${'word - '.repeat(many)}\nShare\nSubscribe\n${'! - '.repeat(many)}\n${paragraphs.join('\n')}`,
      `Share\nSubscribe\nTags: ${', '.repeat(many)}\n${'> '.repeat(many)}\n${paragraphs.join('\n')}`,
      `${'a - '.repeat(many)}`,
      'Share\nSubscribe\nSame headline here again\n'.repeat(many / 4),
    ];
    for (const text of hard) {
      const start = performance.now();
      articleOfPageText(text);
      expect(performance.now() - start).toBeLessThan(5000);
    }
  });
});
