import { basename } from 'node:path';

/** The flag by which a runner gives its tests as much time as they need. */
const flags: readonly { readonly program: RegExp; readonly flag: string }[] = [
  { program: /^vitest(?:\.mjs)?$/, flag: '--testTimeout=0' },
  // As long as a timer can wait.
  { program: /^jest(?:\.js)?$/, flag: '--testTimeout=2147483647' },
  { program: /^bun$/, flag: '--timeout=2147483647' },
];

/**
 * A test command whose tests may take as long as their mutations do. A timeout that stands at a test itself stays, and one
 * of a command that only starts another (`npm test`) is the plugin's to raise.
 */
export function withoutTimeouts(command: readonly string[]): readonly string[] {
  const found = flags.find(({ program }) => command.some((part) => program.test(basename(part))));
  return found === undefined ? command : [...command, found.flag];
}
