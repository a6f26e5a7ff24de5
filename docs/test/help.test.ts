import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

function help(command: string, ...options: readonly string[]): string {
  const path = fileURLToPath(new URL(`../node_modules/.bin/${command}`, import.meta.url));
  return execFileSync(path, [...options, '--help'], { encoding: 'utf8' });
}

/** The names under "Commands:", without `help`. */
function commandsIn(text: string): readonly string[] {
  const [, list = ''] = text.split('\nCommands:\n');
  return [...list.matchAll(/^ {2}((?!customer-)[a-z-]+) /gm)].flatMap(([, name = '']) =>
    name === 'help' ? [] : [name],
  );
}

test.each(['customer-emulator', 'customer-fixtures', 'customer-pact', 'customer-seed'])(
  'the help of %s and of its commands fits into 80 columns',
  (command) => {
    const all = help(command);
    const texts = [all, ...commandsIn(all).map((name) => help(command, name))];
    expect(texts.flatMap((text) => text.split('\n')).filter((line) => line.length > 80)).toEqual([]);
  },
);

test('the commands of a help are found', () => {
  expect(commandsIn(help('customer-seed'))).toEqual(['verify', 'undo', 'churn', 'evidence', 'ids']);
});
