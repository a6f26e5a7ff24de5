import { json, type Answer } from '../http/answer.ts';
import type { Delivery } from '../http/delivery.ts';
import { problem } from '../http/refusal.ts';
import type { RateLimit } from '../rate-limit.ts';
import type { Fault } from './fault.ts';

/** Carries a request out under these faults: latencies add up, and of the others the first counts. */
export async function applyFaults(
  faults: readonly Fault[],
  rateLimit: RateLimit,
  carryOut: () => Promise<Answer>,
): Promise<Delivery> {
  const delay = faults.reduce((sum, fault) => sum + (fault.kind === 'latency' ? fault.milliseconds : 0), 0);
  const fault = faults.find(({ kind }) => kind !== 'latency');
  switch (fault?.kind) {
    case undefined:
    case 'latency':
      return { answer: await carryOut(), delay, extent: 'whole' };
    case 'rateLimit':
      return { answer: rateLimit.refusal().answer, delay, extent: 'whole' };
    case 'error':
      if (fault.applied === true) await carryOut();
      return { answer: errorAnswer(fault), delay, extent: 'whole' };
    case 'drop':
      return { answer: fault.applied === false ? dropped : await carryOut(), delay, extent: 'none' };
    case 'half': {
      const answer = await carryOut();
      return { answer, delay, extent: answer.body === undefined ? 'none' : 'half' };
    }
    case 'garbage': {
      const { status, headers } = await carryOut();
      return { answer: json(status === 204 ? 200 : status, '{"id": "cus_', headers), delay, extent: 'whole' };
    }
    default:
      return fault satisfies never;
  }
}

const dropped = problem(500, 'This answer is never sent.');

function errorAnswer({ status, body = true }: Extract<Fault, { kind: 'error' }>): Answer {
  return body ? problem(status, 'A fault was asked for.') : { status, headers: {} };
}
