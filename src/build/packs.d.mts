/** Types of `packs.mjs`, for the tests: the build runs before anything could compile it. */
import type {Metafile} from 'esbuild';

export declare const planPacks: (metafile: Metafile, first: readonly string[]) => Map<string, string[]>;
