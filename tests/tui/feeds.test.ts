import {describe, expect, test} from 'vitest';
import {field} from '../../src/core/sanitize.ts';
import {stripStyles} from '../../src/core/text/style-state.ts';
import {modeOf} from '../../src/tui/mode.ts';
import type {Event, State} from '../../src/tui/state.ts';
import {feedLines} from '../../src/tui/view/feeds.ts';
import {statusLine} from '../../src/tui/view/status.ts';
import {article} from '../support/articles.ts';
import {effectsOf, frontPage, play} from './play.ts';

const start = () => frontPage([article('a'), article('b')]);
const status = (state: State): string => stripStyles(statusLine(state, modeOf(state)));
const sheet = ({feeds, settings, size}: State): string =>
  stripStyles(feedLines(feeds.known, settings, size).join('\n'));

const listed: Event = {
  type: 'feeds-listed',
  list: {
    now: new Date('2026-11-23T12:00:00Z'),
    feeds: [
      {
        title: field('Example News'),
        address: field('https://news.example/feed.xml'),
        entries: 3,
        articles: 12,
        withoutPage: 0,
      },
      {
        ...{title: field('Other'), address: field('https://other.example/'), entries: 3, articles: 12, withoutPage: 0},
        error: field('other.example: no such host'),
      },
    ],
  },
};

describe('fetching', () => {
  test('shows how far it is while one goes on reading, and begins once', () => {
    const fetching = play(start(), 'R', {type: 'fetch-progressed', text: field('fetching 3 of 7')}, 'j', 'R');
    expect(effectsOf(fetching, 'fetch-feeds')).toHaveLength(1);
    expect(status(fetching.state)).toContain('being fetched already');
    expect(status(play(fetching, 'j').state)).toContain('fetching 3 of 7');
  });

  test('can begin again when it is done', () => {
    const done = play(start(), 'R', {type: 'fetch-progressed', text: undefined});
    expect(status(done.state)).not.toContain('fetching');
    expect(effectsOf(play(done, 'R'), 'fetch-feeds')).toHaveLength(2);
  });

  test('asks for the list again where that is open', () => {
    const open = play(start(), 'F', listed, 'R', {type: 'fetch-progressed', text: undefined});
    expect(effectsOf(open, 'list-feeds')).toHaveLength(2);
  });
});

describe('the list of feeds', () => {
  test('is one key away, those that failed first, with the reason', () => {
    const open = play(start(), 'F', listed).state;
    expect(modeOf(open)).toBe('feeds');
    expect(sheet(open).indexOf('Other')).toBeLessThan(sheet(open).indexOf('Example News'));
    expect(sheet(open)).toContain('other.example: no such host');
  });

  test('opens over an article, and leaves it where it was', () => {
    const reading = play(start(), 'enter', 'F', listed);
    expect(modeOf(reading.state)).toBe('feeds');
    expect(modeOf(play(reading, 'q').state)).toBe('article');
  });

  test('tells below it which keys fetch and subscribe', () => {
    expect(status(play(start(), 'F', listed).state)).toMatch(/R fetch.* a add/);
  });

  test('says so when there are none', () => {
    expect(sheet(play(start(), 'F', {type: 'feeds-listed', list: {feeds: [], now: new Date(0)}}).state)).toContain(
      'There are none yet',
    );
  });
});

describe('subscribing', () => {
  const typed = ['a', ...'news.example'];

  test('asks for what was typed or pasted', () => {
    expect(status(play(start(), ...typed).state)).toContain('subscribe to: news.example');
    expect(effectsOf(play(start(), ...typed, 'enter'), 'add-feed')).toEqual([
      {type: 'add-feed', address: 'news.example'},
    ]);
    const pasted = play(start(), 'a', {type: 'paste', text: ' https://news.example/\n'}, 'enter');
    expect(effectsOf(pasted, 'add-feed')).toEqual([{type: 'add-feed', address: 'https://news.example/'}]);
  });

  test.each(['escape', 'ctrl-c'])('%s asks nothing, and keys are keys again', key => {
    const left = play(start(), ...typed, key, 'F');
    expect(effectsOf(left, 'add-feed')).toEqual([]);
    expect(modeOf(left.state)).toBe('feeds');
  });

  test('nothing typed asks nothing', () => {
    expect(effectsOf(play(start(), 'a', 'enter'), 'add-feed')).toEqual([]);
  });
});
