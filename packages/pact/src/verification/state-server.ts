import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';

import { canonicalJson, placeholders } from '@customer-contracts/pact-files/internal';
import * as z from 'zod';

import type { StateArranger, StateValues } from './provider-state-handlers.ts';
import { isUnarrangeable } from './unarrangeable-state-error.ts';

/** What Pact's verifier sends. An interaction without a state sends an empty sentence. */
const Change = z.object({
  state: z.string(),
  action: z.enum(['setup', 'teardown']).default('setup'),
  params: z.record(z.string(), z.unknown()).nullish(),
});

/** A state that could not be brought about. */
export interface StateFailure {
  readonly sentence: string;
  readonly reason: string;
  /** Whether it could be brought about at all: false for an `UnarrangeableStateError`. */
  readonly isArrangeable: boolean;
}

/** The server that Pact's verifier asks for states. */
export interface StateServer extends AsyncDisposable {
  readonly url: string;
  /** The states that could not be brought about, in order. */
  readonly failures: readonly StateFailure[];
  /** The keys and tokens that interactions got, which no message may show. */
  readonly secrets: ReadonlySet<string>;
  /** The members that nobody could bring about in a state with these parameters, as they stand in the pact. */
  missingIn(sentence: string, parameters: Readonly<Record<string, unknown>>): readonly string[];
}

/**
 * Starts a server that hands changes of state to an arranger. `defaults` are the values where there is no state. Pact's
 * verifier waits for one `timeout` long, in milliseconds, and hangs up.
 */
export async function startStateServer(
  arrange: StateArranger,
  defaults: StateValues,
  timeout: number,
): Promise<StateServer> {
  const failures: StateFailure[] = [];
  const secrets = new Set(secretsIn(defaults));
  /** What the last setup of each state gave, for its teardown. */
  const given = new Map<string, StateValues>();
  const missing = new Map<string, readonly string[]>();
  /** What notes of each change that is under way that nobody waits for it any more. */
  const unanswered = new Set<() => void>();
  /** What the setups gave since the last teardown: those of one interaction. */
  let earlier: StateValues = {};
  /** The body of the answer; `undefined` where the state could not be brought about, or nobody waits for it any more. */
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<string | undefined> => {
    const { state: sentence, action, params } = Change.parse(await json(request));
    if (sentence === '') return JSON.stringify(defaults);
    let isWaitedFor = true;
    const fail = (reason: string, isArrangeable: boolean) => {
      if (isWaitedFor) failures.push({ sentence, reason, isArrangeable });
      isWaitedFor = false;
    };
    const giveUp = () => {
      fail(`Its handler did not end within ${timeout} ms. Let it, or give a longer timeout.`, true);
      unanswered.delete(giveUp);
    };
    unanswered.add(giveUp);
    response.once('close', giveUp);
    try {
      const parameters = action === 'setup' ? (params ?? {}) : { ...given.get(sentence), ...params };
      const reportMissing = (members: readonly string[]) => {
        missing.set(canonicalJson([sentence, params ?? {}]), members);
      };
      const values = await arrange({ sentence, action, parameters, earlier, reportMissing });
      const body = asJson(values);
      if (!isWaitedFor) return undefined;
      if (action === 'setup') given.set(sentence, values);
      earlier = action === 'setup' ? { ...earlier, ...values } : {};
      for (const secret of secretsIn(values)) secrets.add(secret);
      return body;
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error), !isUnarrangeable(error));
      return undefined;
    } finally {
      isWaitedFor = false;
      unanswered.delete(giveUp);
    }
  };
  const server = createServer((request, response) => {
    void answer(request, response).then(
      (body) => send(response, body),
      // Nobody that sends no change of a state is Pact's verifier, or it has hung up meanwhile.
      () => send(response, undefined),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    failures,
    secrets,
    missingIn: (sentence, parameters) => missing.get(canonicalJson([sentence, parameters])) ?? [],
    async [Symbol.asyncDispose]() {
      // Pact's verifier may have ended before this process hears that it hung up.
      for (const giveUp of unanswered) giveUp();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A shorter one than this is a word, which messages may have for another reason. */
const shortestSecret = 8;

function secretsIn(values: StateValues): readonly string[] {
  return Object.keys(placeholders)
    .map((kind) => values[kind])
    .filter((value) => typeof value === 'string')
    .filter(({ length }) => length >= shortestSecret);
}

/** What a handler gave, as Pact's verifier takes it. @throws when JSON has no words for it: a bigint, a cycle. */
function asJson(values: StateValues): string {
  try {
    return JSON.stringify(values);
  } catch (cause) {
    const [problem] = String(cause instanceof Error ? cause.message : cause).split('\n');
    throw new Error(`What its handler gives is no JSON: ${problem}. Give text, numbers, or plain objects.`, { cause });
  }
}

/** A failure is a 422: Pact's verifier repeats whatever is answered with a 5xx, for two minutes. */
function send(response: ServerResponse, body: string | undefined): void {
  if (response.destroyed) return;
  response.writeHead(body === undefined ? 422 : 200, { 'Content-Type': 'application/json' });
  response.end(body ?? '{}');
}
