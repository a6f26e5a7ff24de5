/** What a ratio has to be for its goal to be met. */
export type Goal = { readonly atLeast: number } | { readonly atMost: number };

/** One line of a benchmark: the same work done by us and by a peer, in turn in one run. */
export interface Row {
  /** What is measured. */
  readonly work: string;
  /** The median of ours, in `unit`. */
  readonly ours: number;
  /** The median of the peer's, in `unit`. */
  readonly peer: number;
  readonly unit: string;
  /** Ours divided by the peer's. */
  readonly ratio: number;
  /** The goal in words: `>= 10`. */
  readonly goal: string;
  /** Whether the ratio meets the goal. */
  readonly met: boolean;
}

/** Computes a row from the figures of several rounds. */
export function row(work: string, unit: string, rounds: Rounds, goal: Goal): Row {
  const ours = median(rounds.ours);
  const peer = median(rounds.peer);
  const ratio = ours / peer;
  return 'atLeast' in goal
    ? { work, ours, peer, unit, ratio, goal: `>= ${goal.atLeast}`, met: ratio >= goal.atLeast }
    : { work, ours, peer, unit, ratio, goal: `<= ${goal.atMost}`, met: ratio <= goal.atMost };
}

/** The figures of several rounds. */
export interface Rounds {
  readonly ours: readonly number[];
  readonly peer: readonly number[];
}

/** Measures ours and the peer in turn, so that a noisy moment of the machine hits both. */
export async function inTurn(
  rounds: number,
  ours: () => Promise<number>,
  peer: () => Promise<number>,
): Promise<Rounds> {
  const figures: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
  for (let round = 0; round < rounds; round += 1) {
    figures.ours.push(await ours());
    figures.peer.push(await peer());
  }
  return figures;
}

/** The middle of some figures, and between the two in the middle of an even number. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle) - 1] ?? Number.NaN)) / 2;
}
