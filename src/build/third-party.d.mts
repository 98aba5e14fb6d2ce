import type {Plugin} from 'esbuild';

export interface Change {
  readonly file: string;
  readonly sha256: string;
  readonly why: string;
  readonly edit?: (source: string) => string;
  readonly replacement?: string;
  readonly isLazy?: boolean;
}

export const changes: readonly Change[];
export const checkThirdParty: (root: string) => void;
export const thirdParty: (root: string) => Plugin;
