import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {documentFiles, renewDocument} from '../src/build/documents.ts';
import {projectRoot} from './support/program.ts';

test.each(documentFiles)('the tables of %s are those of the code', file => {
  const text = readFileSync(join(projectRoot, file), 'utf8');
  expect(renewDocument(file, text), 'npm run documents writes them').toBe(text);
});
