import * as z from 'zod';

import { readStrictly } from '../body/read-body.ts';
import { isEmulatorError } from '../emulator-error.ts';
import { type Answer, json } from '../http/answer.ts';
import type { Incoming } from '../http/incoming.ts';
import { notAllowed, Refusal } from '../http/refusal.ts';
import type { MovableClock } from './emulator-clock.ts';

/** Where the time is told and set. */
export const clockPath = '/_clock';

/** Where it is moved on. */
export const advancePath = `${clockPath}/advance`;

const Time = z.strictObject({ time: z.string(), stopped: z.boolean().exactOptional() });
const Advance = z.strictObject({ duration: z.string() });

/** `GET` tells the time, `PUT` sets it, `DELETE` takes that back, and `POST` to `/advance` moves it on. Each answers with the time. */
export function answerClock(request: Incoming, clock: MovableClock): Answer {
  try {
    move(request, clock);
  } catch (error) {
    if (isEmulatorError(error)) throw new Refusal(422, error.message);
    throw error;
  }
  return json(200, JSON.stringify({ time: clock.now(), stopped: clock.stopped }));
}

function move(request: Incoming, clock: MovableClock): void {
  const { method, path } = request;
  if (path === advancePath) {
    if (method !== 'POST') throw notAllowed(request, 'POST');
    clock.advance(readStrictly(request, Advance).duration);
    return;
  }
  switch (method) {
    case 'GET':
      return;
    case 'PUT': {
      const { time, ...options } = readStrictly(request, Time);
      clock.set(time, options);
      return;
    }
    case 'DELETE':
      clock.reset();
      return;
    default:
      throw notAllowed(request, 'GET, PUT, DELETE');
  }
}
