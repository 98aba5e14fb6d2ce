/** `newsprint https://…`: what stands there becomes an article of the library, and is read. */
import {AppError, type ExitCode} from '../../core/errors.ts';
import type {Command, Invocation} from '../command.ts';
import {errorLine, tell} from '../report.ts';
import {openSettings} from '../settings.ts';
import {importAll} from './run.ts';

/**
 * @param reading what shows it: the reader, or `read`
 * @throws {AppError} where nothing could be had
 */
export const openAddress = async (invocation: Invocation, reading: Command): Promise<ExitCode> => {
  const {io} = invocation;
  const {taken, failed} = await importAll(invocation, await openSettings(io));
  if (taken.length === 0) throw failed[0]?.error ?? new AppError('nothing-found', 'nothing stands there');
  for (const {source, error} of failed) tell(io, `${source}: ${errorLine(error)}`);
  // A feed brings many articles: the reader shows all, and the newest of them first.
  const args = reading.name === '' && taken.length > 1 ? [] : taken.map(({file}) => file);
  return reading.run({...invocation, args});
};
