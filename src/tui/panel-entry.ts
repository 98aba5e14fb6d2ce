/** What a panel lists. Which panels there are is in `panels.ts`. */
import type {NamedSentence} from '../core/names.ts';
import type {State, Step} from './state.ts';

export interface PanelEntry {
  readonly text: string;
  /** A reason, a date or an address; may be empty. */
  readonly note: string;
  /** Whether the note has a line of its own below the text. */
  readonly isNoteBelow: boolean;
  /** Columns that the text is set in by. */
  readonly indent: number;
  /** A sentence of the article below it, with the name that it is here for. */
  readonly quote?: NamedSentence;
  /** The heading that it and the entries after it stand under, if that is another than before. */
  readonly group?: string;
  go(state: State): Step;
}

/** An entry with nothing but its text. */
export const plain = {note: '', isNoteBelow: false, indent: 0} as const;
