import { createServer } from 'node:net';

/** The commands of a block of `console`. */
export const commandsIn = (code: string): string[] =>
  code
    .split('\n')
    .filter((line) => line.startsWith('$ '))
    .map((line) => line.slice(2));

/**
 * The commands as somebody types them into bash: the next one when the last is done, or listens. An emulator listens at
 * the given port in the place of 4010.
 */
export function typed(commands: readonly string[], port: number): string {
  const listens = `until (: > /dev/tcp/127.0.0.1/${port}) 2> /dev/null; do sleep 0.05; done`;
  const here = commands
    .map((command) => command.replaceAll('4010', String(port)))
    .flatMap((command) =>
      command.endsWith('&')
        ? [command.replace('customer-emulator', `customer-emulator --port ${port}`), listens]
        : [command],
    );
  return ['exec 2>&1', `trap 'kill $(jobs -p) 2> /dev/null' EXIT`, ...here].join('\n');
}

/** The printed lines, with the … of the shown ones for those that it leaves out. */
export function abridged(printed: readonly string[], shown: readonly string[]): string[] {
  const rest = [...printed];
  const lines = shown.flatMap((line, index) => {
    if (line !== '…') return rest.splice(0, 1);
    const end = rest.indexOf(shown[index + 1] ?? '');
    if (end === -1) return rest.splice(0);
    rest.splice(0, end);
    return [line];
  });
  return [...lines, ...rest];
}

/** The lines of a text, without commands, and with any time and speed as good as another. */
export const settled = (text: string, port: number): string[] =>
  text
    .replaceAll('4010', String(port))
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('$ '))
    .map((line) => line.replaceAll(/[\d.,]+(?=\/s| s\b)/g, '1'));

/** A port that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}
