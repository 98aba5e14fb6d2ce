/** What `newsprint state` does: writes the reading state to a file or stdout, and takes it in again. */
import {writeFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {nearestWord} from '../core/edit-distance.ts';
import {AppError, type ExitCode, exitCodes} from '../core/errors.ts';
import {escapeJson} from '../core/sanitize.ts';
import type {ReadingState} from '../store/reading-state.ts';
import {systemReason} from '../store/system-error.ts';
import type {Invocation} from './command.ts';
import {openState} from './kept-state.ts';
import {readNamed} from './named-file.ts';
import {outputForm} from './output.ts';
import {tell} from './report.ts';
import {openSettings} from './settings.ts';

export const runState = async (invocation: Invocation): Promise<ExitCode> => {
  const {args, io} = invocation;
  const [name = '', file = '-'] = args;
  const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
  if (task === undefined) {
    const near = nearestWord(name, Object.keys(tasks));
    const hint = near === undefined ? 'say export or import' : `did you mean ${near}?`;
    throw new AppError('usage', `state has no use for "${name}"`, {hint});
  }
  const kept = await openState(io, await openSettings(io));
  try {
    return await task(kept, file, invocation);
  } finally {
    kept.close();
  }
};

type Task = (kept: ReadingState, file: string, invocation: Invocation) => Promise<ExitCode>;

const exportTo: Task = async (kept, file, invocation) => {
  const {io} = invocation;
  const lines = kept.exportLines();
  const all = lines.split('\n').filter(line => line !== '');
  const document = `{"version":1,"articles":[${all.map(line => `\n${line}`).join(',')}]}\n`;
  const text = escapeJson(outputForm(invocation) === 'json' ? document : lines);
  if (file === '-') io.output.write(text);
  else {
    writeTo(resolve(io.cwd, file), text);
    tell(io, `wrote what is known of ${all.length === 1 ? '1 article' : `${all.length} articles`} to ${file}`);
  }
  return exitCodes.done;
};

const writeTo = (path: string, text: string): void => {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new AppError('io', `${path} cannot be written: ${systemReason(error)}`, {cause: error});
  }
};

const importFrom: Task = async (kept, file, invocation) => {
  const {io} = invocation;
  const text = Buffer.from(await readNamed(file, io)).toString();
  const {changed, known, faults} = kept.importLines(text);
  if (outputForm(invocation) === 'json')
    io.output.write(`${escapeJson(JSON.stringify({version: 1, changed, known, faults}, null, 2))}\n`);
  for (const {line, message} of faults) tell(io, `${file === '-' ? 'stdin' : file}:${line}: ${message}`);
  tell(io, `${changed} of ${changed + known} articles changed`);
  return faults.length > 0 ? exitCodes.partial : exitCodes.done;
};

const tasks: Readonly<Record<string, Task>> = {export: exportTo, import: importFrom};
