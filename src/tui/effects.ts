/** Runs what the state machine asks for, and hands back what came of it as events. */
import {AppError} from '../core/errors.ts';
import type {Finder} from '../core/find-text.ts';
import {createLinkResolver} from '../core/links.ts';
import {field} from '../core/sanitize.ts';
import {createArticleSearch} from './article-search.ts';
import {type Action, keyOf} from './keymap.ts';
import {findPosition} from './library.ts';
import {createRelatedSearch} from './related-search.ts';
import type {Lend, ReaderServices} from './services.ts';
import {articleKey, type Effect, type Event, type State} from './state.ts';
import type {Terminal} from './terminal.ts';
import {createViewSearch} from './view-search.ts';

export interface EffectContext {
  readonly terminal: Terminal;
  readonly services: ReaderServices;
  /** As it is by now. */
  state(): State;
  dispatch(event: Event): void;
  quit(): void;
}

type Runner<Type extends Effect['type']> = (effect: Extract<Effect, {type: Type}>) => void | Promise<void>;

/** More articles than anybody looks through; each takes as long as reading it. */
const mostNaming = 99;

const told = (text: string, isError = false): Event => ({type: 'told', notice: {text: field(text), isError}});

export const createEffects = (context: EffectContext): ((effect: Effect) => void) => {
  const {terminal, services, dispatch} = context;
  const {library, marks} = services;
  const relatedSearch = createRelatedSearch(library);
  const articleSearch = createArticleSearch(library);

  /** Tells what was found, unless the library is another one by then: then it is about articles that may be gone. */
  const answer = async <Found>(question: () => Promise<Found>, tell: (found: Found) => void): Promise<void> => {
    const asked = context.state().library;
    const found = await question();
    if (asked === context.state().library) tell(found);
  };

  /** Hands the terminal to somebody else for a while. */
  const lend: Lend = async use => {
    terminal.close();
    try {
      await services.lendTerminal(use);
    } finally {
      terminal.open();
      dispatch({type: 'resized', size: terminal.size()});
    }
  };

  /** `; F shows why`, of the key that does it on the front page; nothing where none does. */
  const keyHint = (action: Action, does: string): string => {
    const key = keyOf(context.state().settings.keymap, 'list', action);
    return key === undefined ? '' : `; ${key} ${does}`;
  };

  const viewSearch = createViewSearch(
    async ({query}) => {
      const {library: asked, marks: known} = context.state();
      const question = {query, sort: 'date', isReversed: false, now: services.now(), marks: known.flags} as const;
      const positions = await library.find(question);
      return asked === context.state().library ? positions : undefined;
    },
    (view, positions) => dispatch({type: 'view-found', view, positions}),
  );

  const runners: {readonly [Type in Effect['type']]: Runner<Type>} = {
    'find-related': ({article}) =>
      answer(
        () => relatedSearch.find(article),
        found => found && dispatch({type: 'related-found', key: articleKey(article), found}),
      ),
    'find-links': ({article}) =>
      answer(
        () => library.linkedBy(article),
        articles => {
          const folders = context.state().library.listing.libraries;
          const resolveLink = createLinkResolver({articles, failures: [], folders});
          dispatch({type: 'links-found', key: articleKey(article), resolveLink});
        },
      ),
    'find-articles': async ({question, requestId}) => {
      const asked = {...question, now: services.now(), marks: context.state().marks.flags};
      try {
        const positions = await articleSearch.find(asked);
        if (positions !== undefined) dispatch({type: 'articles-found', requestId, positions});
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        dispatch({type: 'question-failed', requestId, notice: {text: field(error.message), isError: true}});
      }
    },
    'find-views': ({views}) => viewSearch.find(views),
    'find-names': ({article}) =>
      answer(
        () => library.names(article, findPosition(context.state().library, article)),
        found => dispatch({type: 'names-found', key: articleKey(article), found}),
      ),
    'find-naming': ({name}) =>
      answer(
        () => library.naming(name, mostNaming),
        found => dispatch({type: 'naming-found', name, found}),
      ),
    mark: ({changes, isUndoable}) => marks.keep(context.state().library, changes, {isUndoable}),
    undo: () => {
      const {count, marks: now} = marks.undo(context.state().library);
      dispatch({type: 'marks-changed', marks: now, undone: count});
    },
    'keep-place': ({article, place}) => marks.keepPlace(article, place),
    refresh: ({isThorough}) => library.refresh({isThorough}),
    wait: ({ms, requestId}) => {
      setTimeout(() => dispatch({type: 'read-long-enough', requestId}), ms).unref();
    },
    browse: async ({url}) => {
      if (await services.browse(url, lend)) return dispatch(told(`opened ${url}`));
      terminal.copy(url);
      dispatch(told(`copied ${url}`));
    },
    edit: async ({article}) => {
      await lend(() => services.edit(article.path));
      await library.refresh({isThorough: true});
    },
    copy: ({what, text}) => {
      terminal.copy(text);
      dispatch(told(`copied the ${what}: ${text}`));
    },
    'load-highlighter': async () => {
      const {highlight} = await import('../render/highlight.ts');
      dispatch({type: 'highlighter-loaded', highlight});
    },
    'find-on': ({requestId}) => {
      setImmediate(() => dispatch({type: 'find-on', requestId}));
    },
    'compile-expression': ({source, flags, requestId}) => {
      let finder: Finder | undefined;
      try {
        finder = services.compileExpression(source, flags);
      } finally {
        dispatch({type: 'expression-compiled', requestId, finder});
      }
    },
    'fetch-feeds': async () => {
      try {
        const {text, hasFailed} = await services.feeds.fetch(progress =>
          dispatch({type: 'fetch-progressed', text: progress}),
        );
        dispatch(told(hasFailed ? `${text}${keyHint('feeds', 'shows why')}` : text, hasFailed));
      } finally {
        dispatch({type: 'fetch-progressed', text: undefined});
        await library.refresh({isThorough: false});
      }
    },
    'list-feeds': async () => {
      const feeds = await services.feeds.list();
      dispatch({type: 'feeds-listed', list: {feeds, now: services.now()}});
    },
    'add-feed': async ({address}) =>
      dispatch(told(`subscribed to ${await services.feeds.add(address)}${keyHint('fetch', 'fetches it')}`)),
    redraw: () => terminal.redraw(),
    suspend: () => services.suspend(),
    quit: () => context.quit(),
  };

  const fail = (error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    dispatch(told(error.hint === undefined ? error.message : `${error.message}; ${error.hint}`, true));
  };

  return effect => {
    const run = runners[effect.type] as Runner<Effect['type']>;
    Promise.resolve()
      .then(() => run(effect as never))
      .catch(fail)
      // A bug in an effect is a bug of the program: out of the promise, to where bugs are told.
      .catch((error: unknown) => setImmediate(() => Promise.reject(error)));
  };
};
