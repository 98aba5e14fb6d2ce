/** What `doctor` tells of the feeds: what is wrong with `feeds.yaml`, and which of the last fetches failed. */
import {AppError} from '../../core/errors.ts';
import {field} from '../../core/sanitize.ts';
import type {Finding} from '../../render/doctor.ts';
import {openFetchStates} from '../../store/feeds/fetch-state.ts';
import {readSubscriptions} from '../../store/feeds/subscriptions.ts';
import {errorLine} from '../report.ts';
import type {Settings} from '../settings.ts';

export interface FeedsDiagnosis {
  /** Of the file. */
  readonly warnings: readonly Finding[];
  /** Of the feeds; `path` is the address. */
  readonly failures: readonly Finding[];
}

export const diagnoseFeeds = ({paths}: Settings): FeedsDiagnosis => {
  const warnings: Finding[] = [];
  const states = openFetchStates({
    folder: paths.stateFolder,
    warn: message => void warnings.push({path: field(paths.stateFolder), message: field(message)}),
  });
  try {
    const {subscriptions, problems} = readSubscriptions(paths.feeds);
    for (const {message, line} of problems) {
      warnings.push({path: field(paths.feeds), message: field(message), ...(line !== undefined && {line})});
    }
    const failures = subscriptions.flatMap(({url}) => {
      const {error} = states.load(url);
      return error === undefined ? [] : [{path: field(url), message: field(error)}];
    });
    return {warnings, failures};
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return {warnings: [...warnings, {path: field(paths.feeds), message: field(errorLine(error))}], failures: []};
  }
};
