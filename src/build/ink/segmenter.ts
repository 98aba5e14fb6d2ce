/** Stands in for the `Intl.Segmenter` that @alcalzone/ansi-tokenize makes when it is loaded: the same clusters that newsprint wraps and cuts by. */
import {clusters} from '../../core/text/width.ts';

interface Segment {
  readonly segment: string;
  readonly index: number;
}

export const segmenter = {
  segment(text: string): readonly Segment[] {
    const segments: Segment[] = [];
    let index = 0;
    clusters(text, segment => {
      segments.push({segment, index});
      index += segment.length;
    });
    return segments;
  },
};
