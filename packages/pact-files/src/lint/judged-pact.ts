import type { PactDocument } from '../document/pact-document.ts';

/** What reports say of a pact beside the findings: any pact has it, and so has what is kept of one that was judged. */
export interface JudgedPact {
  /** The path of the file, or its address. */
  readonly file: string;
  readonly interactions: readonly JudgedInteraction[];
}

/** What reports say of an interaction. */
export interface JudgedInteraction {
  readonly description: string;
  readonly request: { readonly method: string; readonly path: string };
}

/** What is kept of a pact: a hundredth of it. */
export function judgedPact({ file, interactions }: PactDocument): JudgedPact {
  return {
    file,
    interactions: interactions.map(({ description, request: { method, path } }) => ({
      description,
      request: { method, path },
    })),
  };
}
