/** The colours themselves. Apart, so that text without any does not load them. */
import {Chalk, type ChalkInstance} from 'chalk';

export const createChalk = (level: 0 | 1 | 2 | 3): ChalkInstance => new Chalk({level});
