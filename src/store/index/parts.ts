/** The parts that the index of a library has, in the order in which all that prepare and write them know them. */
import {namesOf} from '../../core/names.ts';
import {namesPart} from './names.ts';
import type {IndexPart} from './part.ts';
import {relatedPart} from './related.ts';
import {wordsPart} from './words.ts';

export const indexParts: readonly IndexPart[] = [wordsPart(namesOf), namesPart, relatedPart];
