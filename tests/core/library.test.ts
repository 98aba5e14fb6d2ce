import {expect, test} from 'vitest';
import {sectionsOf, unifySections} from '../../src/core/library.ts';
import {article} from '../support/articles.ts';

test('the fullest section comes first, equals by name', () => {
  const some = ['World', 'Arts', 'Éire', 'World', 'Economy'].map((section, at) => article(`${at}`, {section}));
  expect(sectionsOf([...some, article('none')])).toEqual([
    {name: 'World', count: 2},
    {name: 'Arts', count: 1},
    {name: 'Economy', count: 1},
    {name: 'Éire', count: 1},
  ]);
});

test('a section is spelled as most have it', () => {
  const some = ['politics', 'Politics', 'Politics', 'World'].map((section, at) => article(`${at}`, {section}));
  expect(sectionsOf(unifySections(some))).toEqual([
    {name: 'Politics', count: 3},
    {name: 'World', count: 1},
  ]);
});
