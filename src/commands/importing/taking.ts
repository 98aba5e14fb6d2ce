/** Takes what a source delivered: into the library, or among what is told at the end. */
import type {Subscription} from '../../store/feeds/subscription.ts';
import type {Invocation} from '../command.ts';
import {expectedError} from '../expected-error.ts';
import type {Delivery} from './deliveries.ts';
import type {Intake, Taken} from './intake.ts';
import type {FailedSource} from './report.ts';
import {wantedArticle, wantedBytes, wantedSubscription} from './wanted.ts';

/** What an import has come to so far. */
export interface Taking {
  readonly taken: Taken[];
  readonly failed: FailedSource[];
  /** What could not be brought along, and of how many articles. */
  readonly problems: Map<string, number>;
  readonly subscriptions: Subscription[];
  readonly libraries: string[];
}

interface TakeContext {
  readonly intake: Intake;
  readonly taking: Taking;
  readonly invocation: Invocation;
}

/** A disk that does not let it stops one article, and as it is the next one is tried. */
export const take = (delivery: Delivery, {intake, taking, invocation}: TakeContext): void => {
  const {source} = delivery;
  try {
    switch (delivery.kind) {
      case 'article':
        taking.taken.push(intake.add(wantedArticle(delivery.article, invocation)));
        if (delivery.problem !== undefined) count(taking.problems, delivery.problem);
        break;
      case 'file':
        taking.taken.push(intake.addFile(wantedBytes(delivery.bytes, invocation), delivery.path));
        if (taking.taken.at(-1)?.isIncomplete) count(taking.problems, leftBehind);
        break;
      case 'feed':
        taking.subscriptions.push(wantedSubscription(delivery.subscription, invocation));
        break;
      case 'library':
        taking.libraries.push(source);
        break;
      case 'failed':
        taking.failed.push({source, error: delivery.error});
        break;
      default:
        delivery satisfies never;
    }
  } catch (error) {
    taking.failed.push({source, error: expectedError(error)});
  }
};

const leftBehind = 'pictures stay behind: they are not below its folder, or others have their names';

const count = (counts: Map<string, number>, what: string): void => {
  counts.set(what, (counts.get(what) ?? 0) + 1);
};
