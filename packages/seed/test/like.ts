import { expect } from 'vitest';

/** What stands for many values where one is expected. Vitest types them as any. */
export const like = {
  stringMatching: (pattern: RegExp | string): unknown => expect.stringMatching(pattern),
  stringContaining: (part: string): unknown => expect.stringContaining(part),
  without: (part: string): unknown => expect.not.stringContaining(part),
  arrayContaining: (items: readonly unknown[]): unknown => expect.arrayContaining([...items]),
};
