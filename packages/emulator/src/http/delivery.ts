import type { Answer } from './answer.ts';

/** An answer, and how it gets to the caller. */
export interface Delivery {
  readonly answer: Answer;
  /** How much later, in ms. */
  readonly delay: number;
  /** How much of it: all, half of the body, or nothing at all before the connection is closed. */
  readonly extent: 'whole' | 'half' | 'none';
}

/** Delivers an answer as it should be. */
export function whole(answer: Answer): Delivery {
  return { answer, delay: 0, extent: 'whole' };
}
