/// <reference types="vitepress/client" />
import { inspect } from './inspect.ts';

interface Example {
  readonly run: (console: Pick<Console, 'log'>) => Promise<void>;
}

const examples = import.meta.glob<Example>('../../.site/examples/*.ts');

/** Runs an example, and returns what it printed. @throws what it throws, or that there is no such example. */
export async function runExample(name: string): Promise<string> {
  const load = examples[`../../.site/examples/${name}.ts`];
  if (load === undefined) throw new Error(`Failed to run an example: there is no ${name}. Build the site again.`);
  const printed: string[] = [];
  const { run } = await load();
  await run({ log: (...values: unknown[]) => void printed.push(values.map(inspect).join(' ')) });
  return printed.join('\n');
}
