export const languages = ['ts', 'js'] as const;
export const runners = ['vitest', 'jest', 'node:test'] as const;

/** In what tests are written. */
export interface Dialect {
  readonly language: (typeof languages)[number];
  readonly runner: (typeof runners)[number];
}
