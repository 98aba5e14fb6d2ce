/** The licences of what is bundled, which their own terms ask to be shipped with it. */
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';

/** @param {string} input a path of the metafile @returns {string | undefined} the folder of the package it belongs to */
const packageFolder = input => /^(?:[\w-]+:)?(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];

/** @param {string} folder */
const describePackage = async folder => {
  const {name, version, license, author, repository} = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find(entry => /^licen[cs]e/i.test(entry));
  const text = file && (await readFile(join(folder, file), 'utf8')).trim();
  const by = typeof author === 'string' ? author : author?.name;
  const from = typeof repository === 'string' ? repository : repository?.url;
  if (!license && !text) throw new Error(`${name} is to be bundled, but says nothing of its licence`);
  return {title: `${name} ${version} (${license ?? 'see below'})`, text: text ?? [by, from].filter(Boolean).join('\n')};
};

/**
 * @param {string} root the project's folder
 * @param {import('esbuild').Metafile} metafile
 * @returns {Promise<string>} each package whose code is in an output, with its licence
 */
export const renderLicences = async (root, metafile) => {
  const inputs = Object.values(metafile.outputs).flatMap(output =>
    Object.entries(output.inputs).flatMap(([path, {bytesInOutput}]) => (bytesInOutput > 0 ? [path] : [])),
  );
  const folders = new Set(inputs.map(packageFolder).filter(folder => folder !== undefined));
  const packages = await Promise.all([...folders].sort().map(folder => describePackage(join(root, folder))));
  const line = '-'.repeat(72);
  const sections = packages.map(({title, text}) => `${line}\n${title}\n\n${text}\n`);
  return ['newsprint contains code of the packages below, under these licences.\n', ...sections].join('\n');
};
