import type {Metafile} from 'esbuild';

export interface BundleOptions {
  readonly entry: string;
  readonly first: readonly string[];
  readonly manual?: string;
  readonly outdir: string;
  readonly isWritten?: boolean;
}

export const program: BundleOptions;
export const bundle: (options: BundleOptions) => Promise<{
  readonly packs: ReadonlyMap<string, readonly string[]>;
  readonly metafile: Metafile;
}>;
