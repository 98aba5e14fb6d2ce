/** Who may use the network when: so many at once, so many at one host, in the order in which they asked. */

export interface TurnLimits {
  readonly most: number;
  readonly mostAtHost: number;
}

/** Does the work when it is its turn. */
export type TakeTurn = <Result>(host: string, work: () => Promise<Result>) => Promise<Result>;

interface Waiting {
  readonly host: string;
  start(): void;
}

/** Polite, and still quick. */
export const politeLimits: TurnLimits = {most: 8, mostAtHost: 2};

/** First come, first served; who waits for a busy host lets others pass. */
export const createTurns = ({most, mostAtHost}: TurnLimits = politeLimits): TakeTurn => {
  const waiting = new Set<Waiting>();
  const busy = new Map<string, number>();
  let count = 0;

  const startNext = (): void => {
    for (const turn of waiting) {
      if (count >= most) return;
      if ((busy.get(turn.host) ?? 0) >= mostAtHost) continue;
      waiting.delete(turn);
      enter(turn.host);
      turn.start();
    }
  };

  const enter = (host: string): void => {
    count++;
    busy.set(host, (busy.get(host) ?? 0) + 1);
  };

  const leave = (host: string): void => {
    count--;
    const left = (busy.get(host) ?? 1) - 1;
    if (left > 0) busy.set(host, left);
    else busy.delete(host);
    startNext();
  };

  return async (host, work) => {
    await new Promise<void>(start => {
      waiting.add({host, start});
      startNext();
    });
    try {
      return await work();
    } finally {
      leave(host);
    }
  };
};
