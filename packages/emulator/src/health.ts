import { version } from '#platform';

import { type Answer, json } from './http/answer.ts';
import type { Incoming } from './http/incoming.ts';
import { Refusal } from './http/refusal.ts';

/** Where whoever runs the emulator sees that it can be used. */
export const healthPath = '/_health';

/** How far it is with its customers; `undefined` when they are all there. */
export interface Filling {
  readonly filled: number;
  readonly count: number;
}

/** 200 when the emulator can be used, with its version, 503 while it is being filled. No key is needed. */
export function answerHealth({ method }: Incoming, filling: Filling | undefined): Answer {
  if (method !== 'GET') throw new Refusal(405, `${healthPath} takes GET.`, { headers: { allow: 'GET, HEAD' } });
  if (filling === undefined) return json(200, JSON.stringify({ status: 'ready', version: version() }));
  return json(503, JSON.stringify({ status: 'filling', ...filling }), tryAgain);
}

/** The refusal of whatever comes while it is being filled. */
export function notReady({ filled, count }: Filling): Refusal {
  return new Refusal(503, `The emulator is being filled: ${filled} of ${count} customers are there. Try again.`, {
    headers: tryAgain,
  });
}

const tryAgain = { 'retry-after': '1' };
