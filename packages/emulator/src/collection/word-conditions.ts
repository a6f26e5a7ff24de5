import { stillWanted } from '../database/still-wanted.ts';
import type { Condition } from './filter-to-sql.ts';

/** What the index of `q` knows: letters in a row. */
const gramLength = 3;

/** How many of them a look-up takes at most. More would narrow it no further. */
const maximumGrams = 64;

/** That a customer has every word. */
export function wordConditions(words: readonly string[]): Condition[] {
  return words.map((word) => ({ sql: 'instr(words, ?) > 0', values: [word] }));
}

/**
 * The condition that the index of `q` has of them: it holds for whoever has every word, and for a few more. `undefined` where
 * all words are too short for it.
 */
export function searchCondition(words: readonly string[]): Condition | undefined {
  const grams = [...new Set(words.flatMap(gramsOf))].slice(0, maximumGrams);
  if (grams.length === 0) return undefined;
  const query = grams.map((gram) => `"${gram.replaceAll('"', '""')}"`).join(' ');
  return {
    sql: `number IN (
      SELECT rowid FROM search WHERE search MATCH ? AND ${stillWanted('rowid')} UNION ALL SELECT number FROM unsearched
    )`,
    values: [query],
  };
}

function gramsOf(word: string): string[] {
  // The index leaves NUL out, and so counts letters without it.
  const letters = Array.from(word.replaceAll('\0', ''));
  return letters.slice(gramLength - 1).map((_, start) => letters.slice(start, start + gramLength).join(''));
}
