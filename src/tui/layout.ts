/** How the window is divided, in cells. */
import type {Size} from './state.ts';

export interface Layout {
  /** Lines that may be drawn: one stays free, since a frame as tall as the window makes terminals scroll. */
  readonly rows: number;
  readonly columns: number;
  /** Whether there is room for the masthead and for rules above and below the list. */
  readonly hasMasthead: boolean;
  readonly hasRules: boolean;
  /** Lines of the list, and of the article, which has no masthead. */
  readonly listHeight: number;
  readonly articleHeight: number;
  readonly listWidth: number;
  /** 0: no preview. */
  readonly previewWidth: number;
}

const previewFrom = 100;
const divider = 3;

export const layoutOf = ({columns, rows, isLinear = false}: Size): Layout => {
  const drawn = Math.max(2, rows - 1);
  const hasMasthead = drawn >= 6;
  const hasRules = drawn >= 10 && !isLinear;
  const previewWidth = columns >= previewFrom && !isLinear ? Math.floor(columns * 0.45) - divider : 0;
  return {
    rows: drawn,
    columns,
    hasMasthead,
    hasRules,
    listHeight: Math.max(1, drawn - 1 - (hasMasthead ? 1 : 0) - (hasRules ? 2 : 0)),
    articleHeight: Math.max(1, drawn - 1),
    listWidth: previewWidth > 0 ? columns - previewWidth - divider : columns,
    previewWidth,
  };
};

/** Columns for the text of an article: the measure, or less where the window is narrow. */
export const textWidth = ({columns}: Size, measure: number): number => {
  const margins = columns >= 60 ? 4 : columns >= 30 ? 2 : 0;
  return Math.max(1, Math.min(measure, columns - margins));
};

/** Blank columns left of the text, so that it stands in the middle. */
export const leftMargin = ({columns, isLinear}: Size, width: number): number =>
  isLinear ? 0 : Math.max(0, (columns - width) >> 1);
