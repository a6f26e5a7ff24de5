import { styleText } from 'node:util';

/**
 * Does one step of the loop: its name stands there while it is under way, and then what came of it.
 *
 * @throws what the work throws, on a line of its own.
 */
export async function step<Result>(
  name: string,
  work: () => Promise<Result> | Result,
  words: (result: Result) => string,
): Promise<Result> {
  process.stdout.write(styleText('bold', name.padEnd(10)));
  try {
    const result = await work();
    process.stdout.write(`${words(result)}\n`);
    return result;
  } catch (error) {
    process.stdout.write('\n');
    throw error;
  }
}
