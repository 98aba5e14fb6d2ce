import {afterAll, expect, test} from 'vitest';
import {stripStyles} from '../../src/core/text/style-state.ts';
import {createPlace, runIn} from './run.ts';

const place = createPlace({
  'library/politics/summit.md': '# A summit\n\nPedro Sánchez came to Rabat. In Rabat, Sánchez met nobody.\n',
  'library/politics/port.md': '# A port\n\nThe port of Rabat is new.\n',
  'library/empty.md': '# Nothing\n\nnothing is said here.\n',
  'library/draft.md': '---\ntitle: A draft\ndraft: true\n---\nNot yet in Lisbon.\n',
  'outside.md': '# Out\n\nIt was in Rabat and in Tangier, and again in Tangier.\n',
});
afterAll(place.remove);

const names = (...argv: readonly string[]) => runIn(place, ['names', ...argv]);

test('the names of most articles come first, with their articles and mentions', async () => {
  expect(await names('--plain')).toMatchObject({
    stdout: 'Rabat\t2\t3\nPedro Sánchez\t1\t2\n',
    stderr: '',
    status: 0,
  });
});

test.each<[string, readonly string[], string]>([
  ['of the articles that a query finds', ['port'], 'Rabat\t1\t1\n'],
  ['of articles that name somebody', ['name:sanchez'], 'Pedro Sánchez\t1\t2\nRabat\t1\t2\n'],
  ['at most so many', ['--limit=1'], 'Rabat\t2\t3\n'],
  ['of drafts when they are asked for', ['has:hidden'], 'Lisbon\t1\t1\n'],
  ['of one article', ['--of', 'summit'], 'Rabat\t2\t2\nPedro Sánchez\t1\t2\n'],
  ['of a file outside', ['--of', './outside.md'], 'Tangier\t1\t2\nRabat\t3\t1\n'],
])('names %s', async (_, argv, expected) => {
  expect((await names('--plain', ...argv)).stdout).toBe(expected);
});

test('as JSON', async () => {
  expect(JSON.parse((await names('--json', '--limit=1')).stdout)).toEqual({
    version: 1,
    names: [{name: 'Rabat', articles: 2, mentions: 3}],
  });
});

test('a terminal shows a table', async () => {
  const {stdout} = await runIn(place, ['names'], {terminal: 40});
  expect(
    stripStyles(stdout)
      .trimEnd()
      .split('\n')
      .map(line => line.split(/ {2,}/)),
  ).toEqual([
    ['Rabat', '2', '3'],
    ['Pedro Sánchez', '1', '2'],
  ]);
});

test('no name is told, and ends with 1', async () => {
  expect(await names('title:nothing')).toMatchObject({
    stdout: '',
    stderr: 'newsprint: nobody and nothing is named\n',
    status: 1,
  });
});

test('a list can ask for a name', async () => {
  const {stdout} = await runIn(place, ['list', '--plain', '--fields=id', 'name:"pedro sanchez"']);
  expect(stdout).toBe('politics/summit\n');
});
