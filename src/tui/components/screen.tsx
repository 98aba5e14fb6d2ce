import {Box} from 'ink';
import {layoutOf, leftMargin, textWidth} from '../layout.ts';
import {modeOf} from '../mode.ts';
import type {State} from '../state.ts';
import {articlePane} from '../view/article-pane.ts';
import {feedLines} from '../view/feeds.ts';
import {helpLines} from '../view/help.ts';
import {listPane} from '../view/list-pane.ts';
import {masthead} from '../view/masthead.ts';
import {panelPane} from '../view/panel-pane.ts';
import {previewPane} from '../view/preview.ts';
import {statusLine} from '../view/status.ts';
import {Lines} from './lines.tsx';

/** One frame of the reader, as a function of its state. */
export const Screen = ({state}: {readonly state: State}) => {
  const {columns} = state.size;
  const layout = layoutOf(state.size);
  const mode = modeOf(state);
  const status = [statusLine(state, mode)];
  if (mode === 'list') return <FrontPage state={state} status={status} />;
  const lines = overlayLines(state, layout.articleHeight);
  const blank = Array.from({length: Math.max(0, layout.articleHeight - lines.length)}, () => '');
  return (
    <Box flexDirection="column">
      <Lines lines={[...lines, ...blank, ...status]} width={columns} />
    </Box>
  );
};

const overlayLines = (state: State, height: number): readonly string[] => {
  const {feeds, help, panel, reading, settings, size} = state;
  const columns = textWidth(size, settings.measure);
  const centred = (lines: readonly string[]) => lines.map(line => ' '.repeat(leftMargin(size, columns)) + line);
  if (help !== undefined) return centred(helpLines(settings, size).slice(help, help + height));
  if (feeds.top !== undefined)
    return centred(feedLines(feeds.known, settings, size).slice(feeds.top, feeds.top + height));
  if (panel !== undefined) return centred(panelPane(state, panel, columns));
  return reading === undefined ? [] : articlePane(state, reading);
};

const FrontPage = ({state, status}: {readonly state: State; readonly status: readonly string[]}) => {
  const {style} = state.settings.theme;
  const {columns, hasMasthead, hasRules, listHeight, listWidth, previewWidth} = layoutOf(state.size);
  const rule = hasRules ? [style.rule('─'.repeat(columns))] : [];
  const divider = Array.from({length: listHeight}, () => ` ${style.rule('│')} `);
  return (
    <Box flexDirection="column">
      {hasMasthead && <Lines lines={[masthead(state), ...rule]} width={columns} />}
      <Box>
        <Lines lines={listPane(state)} width={listWidth} />
        {previewWidth > 0 && <Lines lines={divider} width={3} />}
        {previewWidth > 0 && <Lines lines={previewPane(state)} width={previewWidth} />}
      </Box>
      <Lines lines={[...rule, ...status]} width={columns} />
    </Box>
  );
};
