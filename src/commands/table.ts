/** All commands, in the order that help shows them. */
import {bare} from './bare.ts';
import type {Command} from './command.ts';
import {completion} from './completion.ts';
import {doctor} from './doctor.ts';
import {feeds} from './feeds.ts';
import {fetch} from './fetch.ts';
import {help} from './help.ts';
import {importing} from './import.ts';
import {index} from './index-library.ts';
import {list} from './list.ts';
import {mark} from './mark.ts';
import {names} from './names.ts';
import {prune} from './prune.ts';
import {read} from './read.ts';
import {related} from './related.ts';
import {search} from './search.ts';
import {state} from './state.ts';
import {subscribe} from './subscribe.ts';
import {unsubscribe} from './unsubscribe.ts';

export const commands: readonly Command[] = [
  ...[bare, list, read, related, search, names, mark, state],
  ...[importing, fetch, subscribe, unsubscribe, feeds],
  ...[prune, index, doctor, completion, help],
];
