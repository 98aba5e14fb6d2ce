/** Runs what the state machine asks for, and hands back what came of it as events. */
import {AppError} from '../core/errors.ts';
import type {Library} from '../core/library.ts';
import {createLinkResolver, type ResolveLink} from '../core/links.ts';
import {createRelatedness, type Relatedness} from '../core/related.ts';
import {field} from '../core/sanitize.ts';
import type {Lend, ReaderServices} from './services.ts';
import {articleKey, type Effect, type Event} from './state.ts';
import type {Terminal} from './terminal.ts';

const relatedCount = 5;
const moreCount = 5;

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
  let relatedness: Relatedness = createRelatedness(context.library, {resolveLink: context.resolveLink});

  const reload = () => {
    const library = services.loadLibrary();
    const resolveLink = createLinkResolver(library);
    relatedness = createRelatedness(library, {resolveLink});
    dispatch({type: 'library-loaded', library, resolveLink});
  };

  /** Hands the terminal to somebody else for a while. */
  const lend: Lend = async use => {
    terminal.close();
    try {
      await use();
    } finally {
      terminal.open();
      dispatch({type: 'resized', size: terminal.size()});
      terminal.redraw();
    }
  };

  const runners: {readonly [Type in Effect['type']]: Runner<Type>} = {
    // The frame that asked is drawn first; the answer comes with the next one.
    'find-related': ({article}) => {
      setImmediate(() => {
        const related = relatedness.relatedTo(article, relatedCount);
        const taken = new Set(related.map(entry => entry.article));
        const more = relatedness
          .moreInSection(article, moreCount + related.length)
          .filter(other => !taken.has(other))
          .slice(0, moreCount);
        dispatch({type: 'related-found', key: articleKey(article), found: {related, more}});
      });
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
    redraw: () => terminal.redraw(),
    suspend: () => lend(services.suspend),
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
