/** Takes what a source delivered: into the library, or among what is told at the end. */
import {AppError} from '../../core/errors.ts';
import type {Subscription} from '../../store/feeds/subscription.ts';
import {systemErrorCode, systemReason} from '../../store/system-error.ts';
import type {Invocation} from '../command.ts';
import type {Delivery} from './deliveries.ts';
import type {Intake, Taken} from './intake.ts';
import {type Neighbours, neighboursOf} from './neighbours.ts';
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

/** @throws what is a bug */
export const expected = (error: unknown): AppError => {
  if (error instanceof AppError) return error;
  if (systemErrorCode(error) === undefined) throw error;
  return new AppError('io', systemReason(error), {cause: error});
};

interface TakeContext {
  readonly intake: Intake;
  readonly taking: Taking;
  readonly invocation: Invocation;
}

/** A disk that does not let it stops one article, and as it is the next one is tried. */
export const take = (delivery: Delivery, context: TakeContext): void => {
  const {intake, taking, invocation} = context;
  const {source} = delivery;
  try {
    switch (delivery.kind) {
      case 'article':
        taking.taken.push(intake.add(wantedArticle(delivery.article, invocation)));
        if (delivery.problem !== undefined) count(taking.problems, delivery.problem);
        break;
      case 'file':
        takeFile(delivery, context);
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
    taking.failed.push({source, error: expected(error)});
  }
};

const takeFile = (
  {bytes, path}: Extract<Delivery, {kind: 'file'}>,
  {intake, taking, invocation}: TakeContext,
): void => {
  const {attachments, isIncomplete} = path === undefined ? noNeighbours : neighboursOf(path, bytes);
  const taken = intake.addFile(wantedBytes(bytes, invocation), path, attachments);
  taking.taken.push(taken);
  if (taken.kind === 'written' && (isIncomplete || taken.isIncomplete))
    count(taking.problems, 'pictures stay behind: they are not below its folder, or others have their names');
};

const noNeighbours: Neighbours = {attachments: [], isIncomplete: false};

const count = (counts: Map<string, number>, what: string): void => {
  counts.set(what, (counts.get(what) ?? 0) + 1);
};
