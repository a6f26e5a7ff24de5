import type { Answerer } from './answerer.ts';

/** Whose word a result is, as people read it: `honoured by the emulator`, `seen in the sandbox on 2026-11-30`. */
export function honouredBy(answerer: Answerer): string {
  switch (answerer.kind) {
    case 'emulator':
      return 'honoured by the emulator';
    case 'sandbox':
      return `seen in the sandbox on ${answerer.date}`;
    case 'document':
      return `documented in ${answerer.version}`;
    case 'provider':
      return `honoured by ${answerer.url ?? 'a provider'}`;
    default:
      return answerer satisfies never;
  }
}
