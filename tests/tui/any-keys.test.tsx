import fc from 'fast-check';
import {renderToString} from 'ink';
import {expect, test} from 'vitest';
import {width} from '../../src/core/text/width.ts';
import {Screen} from '../../src/tui/components/screen.tsx';
import {standardKeymap} from '../../src/tui/keymap.ts';
import {pageOf} from '../../src/tui/page.ts';
import {linesFrom} from '../../src/tui/page-window.ts';
import {articleKey, type Event} from '../../src/tui/state.ts';
import {article} from '../support/articles.ts';
import {frontPage, loaded, play} from './play.ts';

const linked = article('linked', {
  section: 'One',
  body: `${'A paragraph.\n\n'.repeat(30)}[the plan](plan.md) [web](https://example.org/)`,
});
const plan = article('plan', {section: 'Two', published: '2022-07-04', title: '長い見出し 👩‍👩‍👧'});
const broken = article('broken', {section: 'Two', problem: 'no valid YAML'});
const all = [linked, plan, broken];

const libraryLoaded = (...articles: typeof all): Event => {
  return loaded(...articles);
};

const events = fc.oneof(
  {weight: 8, arbitrary: fc.constantFrom(...standardKeymap.rows.flatMap(row => row.keys), ...'0123', ...'plan(')},
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({min: 1, max: 130}), fc.integer({min: 1, max: 40}))
      .map(([columns, rows]): Event => ({type: 'resized', size: {columns, rows}})),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Event>(
      libraryLoaded(...all),
      libraryLoaded({...plan, section: linked.section ?? plan.title}),
      libraryLoaded(),
      {type: 'read-long-enough', requestId: 1},
      {
        type: 'related-found',
        key: articleKey(linked),
        found: {related: [{article: plan, score: 1, reasons: [{kind: 'links-to'}]}], more: [broken]},
      },
    ),
  },
);

test('whatever is pressed and whatever happens, something that exists is selected and the frame fits the window', () => {
  fc.assert(
    fc.property(fc.array(events, {maxLength: 40}), script => {
      const {state} = play(frontPage(all), ...script);
      const {list, reading, size} = state;
      expect(list.selected).toBeGreaterThanOrEqual(0);
      expect(list.selected).toBeLessThan(Math.max(1, list.entries.length));
      if (reading !== undefined) {
        const page = pageOf(state, reading.article);
        expect(linesFrom(page, reading.top, 1)).toHaveLength(1);
        const {picked} = reading;
        if (picked !== undefined) expect(page.blocks[picked.block]?.picks()[picked.index]).toBeDefined();
      }
      const lines = renderToString(<Screen state={state} />, {columns: size.columns}).split('\n');
      expect(lines.length).toBeLessThanOrEqual(Math.max(2, size.rows - 1));
      for (const line of lines) expect(width(line)).toBeLessThanOrEqual(size.columns);
    }),
    {numRuns: 300},
  );
}, 60_000);
