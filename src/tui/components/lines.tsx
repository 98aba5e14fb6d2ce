import {Box, Text} from 'ink';

export interface LinesProps {
  readonly lines: readonly string[];
  /** Columns of the pane; every line is at most so wide. */
  readonly width: number;
}

/** A pane of ready lines. One `<Text>` for all of them: one a line costs Ink twice the time. */
export const Lines = ({lines, width}: LinesProps) => (
  <Box width={width} flexShrink={0}>
    <Text wrap="truncate">{lines.map(line => (line === '' ? ' ' : line)).join('\n')}</Text>
  </Box>
);
