/** Runs what the state machine asks for, and hands back what came of it as events. */
import {AppError} from '../core/errors.ts';
import type {Finder} from '../core/find-text.ts';
import type {Library} from '../core/library.ts';
import {createLinkResolver, type ResolveLink} from '../core/links.ts';
import {field} from '../core/sanitize.ts';
import type {NameSearch} from './name-search.ts';
import {createRelatedSearch} from './related-search.ts';
import type {Lend, ReaderServices} from './services.ts';
import {articleKey, type Effect, type Event} from './state.ts';
import type {Terminal} from './terminal.ts';

export interface EffectContext {
  readonly terminal: Terminal;
  readonly services: ReaderServices;
  readonly resolveLink: ResolveLink;
  readonly library: Library;
  dispatch(event: Event): void;
  quit(): void;
}

type Runner<Type extends Effect['type']> = (effect: Extract<Effect, {type: Type}>) => void | Promise<void>;

const told = (text: string, isError = false): Event => ({type: 'told', notice: {text: field(text), isError}});

export const createEffects = (context: EffectContext): ((effect: Effect) => void) => {
  const {terminal, services, dispatch} = context;
  let search = createRelatedSearch(context.library, context.resolveLink);

  let latestNames: NameSearch | undefined;
  let {library: latest} = context;
  const nameSearch = async (): Promise<NameSearch> => {
    const {createNameSearch} = await import('./name-search.ts');
    latestNames ??= createNameSearch(latest);
    return latestNames;
  };

  const reload = () => {
    const library = services.loadLibrary();
    latest = library;
    latestNames = undefined;
    const resolveLink = createLinkResolver(library);
    search = createRelatedSearch(library, resolveLink);
    dispatch({type: 'library-loaded', library, resolveLink});
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

  const runners: {readonly [Type in Effect['type']]: Runner<Type>} = {
    'find-related': async ({article}) => {
      const asked = search;
      const found = await asked.find(article);
      // The library was read again meanwhile: this is about articles that are gone.
      if (asked === search && found) dispatch({type: 'related-found', key: articleKey(article), found});
    },
    'find-names': async ({article}) => {
      const asked = await nameSearch();
      await asked.names(article, found => {
        if (asked === latestNames) dispatch({type: 'names-found', key: articleKey(article), found});
      });
    },
    'find-naming': async ({name}) => {
      const asked = await nameSearch();
      const found = await asked.naming(name);
      if (asked === latestNames) dispatch({type: 'naming-found', name, found});
    },
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
      reload();
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
