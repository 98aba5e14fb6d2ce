import {describe, expect, test} from 'vitest';
import {
  captionWithCredit,
  isCreditLine,
  isPictureName,
  pictureMarkdown,
  pictureOfIcon,
} from '../../../src/import/page-text/picture-lines.ts';

describe('what a camera’s icon stands before', () => {
  test.each([
    ['photo_camera PHOTO/FILE - Two named persons', {credit: 'PHOTO/FILE', caption: 'Two named persons'}],
    [
      'photo_camera AFP/JANE DOE - A room - full of people',
      {credit: 'AFP/JANE DOE', caption: 'A room - full of people'},
    ],
    ['photo_camera Two named persons – EFE', {credit: 'EFE', caption: 'Two named persons'}],
    ['photo_camera PHOTO/FILE', {credit: 'PHOTO/FILE'}],
    ['photo_camera Two persons shake hands', {caption: 'Two persons shake hands'}],
    ['camera_alt FOTO/ARCHIVO - Dos personas', {credit: 'FOTO/ARCHIVO', caption: 'Dos personas'}],
    ['photo_camera', {}],
  ])('%j', (line, said) => {
    expect(pictureOfIcon(line)).toEqual(said);
  });

  test.each(['photo_cameras are cheap', 'A photo_camera', 'camera'])('nothing for %j', line => {
    expect(pictureOfIcon(line)).toBeUndefined();
  });
});

test.each(['word-word-word', 'two_named_persons', 'meeting-2022-room-3', 'IMG-2022.JPG', 'images/a.webp'])(
  '%j is a picture’s name',
  line => {
    expect(isPictureName(line)).toBe(true);
  },
);

test.each(['well-being', 'Word-Word-Word', 'a b-c-d', '2022-07-06', '---', 'word', 'one-two-three four'])(
  '%j is none',
  line => {
    expect(isPictureName(line)).toBe(false);
  },
);

test.each([
  'Photo: Jane Doe',
  '(Jane Doe / Example Agency)',
  '© Example News',
  'Jane Doe | Getty Images',
  'Foto: dpa',
  'Jane Doe, AP',
])('%j is a credit', line => {
  expect(isCreditLine(line, line.split(' ').length)).toBe(true);
});

test.each(['The photo shows the wall.', 'Getty lives by the sea', 'A photo finish', 'The wall (it was old) fell'])(
  '%j is none',
  line => {
    expect(isCreditLine(line, line.split(' ').length)).toBe(false);
  },
);

test('a caption is told from the credit behind it', () => {
  expect(captionWithCredit('The harbour at night (AP Photo/Jane Doe, File)')).toEqual({
    caption: 'The harbour at night',
    credit: 'AP Photo/Jane Doe, File',
  });
  expect(captionWithCredit('The wall was built by the harbour office (HO).')).toBeUndefined();
});

test('in Markdown a picture has its name as its address', () => {
  expect(pictureMarkdown({src: 'a-b-c', caption: 'Two *persons*', credit: 'PHOTO/FILE'})).toBe(
    '![](a-b-c)\n\n*Two \\*persons\\* (PHOTO/FILE)*',
  );
  expect(pictureMarkdown({src: 'a (1).jpg'})).toBe('![](<a (1).jpg>)');
});
