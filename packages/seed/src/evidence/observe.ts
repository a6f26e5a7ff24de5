import type { Came, Observation } from '@customer-contracts/schemas/evidence';

import type { Timer } from '../timer.ts';
import { type Answer, bodyOf } from './answer.ts';
import { surprises } from './expectation.ts';
import type { Notes } from './made.ts';
import { OwnNames } from './own-names.ts';
import type { Ask, Scenario } from './scenario.ts';
import { LostWriteError, type Sender } from './sender.ts';

/** What is needed to ask the API. */
export interface Asking {
  readonly sender: Sender;
  readonly made: Notes;
  readonly timer: Timer;
  readonly signal?: AbortSignal | undefined;
  /** A word that no other run has. */
  readonly run: string;
  /** How often a read that shows something else is sent again, for lists may be behind the time. */
  readonly patience: number;
}

/** What came of a scenario: how the API decided, and its answers. */
export interface Observed {
  readonly observation: Observation;
  readonly asks: readonly Ask[];
  readonly answers: readonly Answer[];
}

/** How often a scenario is begun anew when the answer to a write was lost: then nobody knows what the next one meets. */
const mostAttempts = 5;
/** In ms. */
const pause = 1000;

/**
 * Asks one question, under names that nobody else has.
 *
 * @throws the fault, when the answers to writes are lost again and again.
 */
export async function observe(scenario: Scenario, asking: Asking): Promise<Observed> {
  for (let attempt = 1; ; attempt += 1) {
    const run = attempt === 1 ? asking.run : `${asking.run}.${attempt}`;
    try {
      return await observeOnce(scenario, asking, new OwnNames(run, scenario.name));
    } catch (error) {
      if (!(error instanceof LostWriteError)) throw error;
      if (attempt === mostAttempts) throw error.fault;
      await asking.timer.sleep(pause, asking.signal);
    }
  }
}

async function observeOnce(scenario: Scenario, asking: Asking, names: OwnNames): Promise<Observed> {
  const { name, about, given = [], premises = [], expects } = scenario;
  const asks = scenario.asks.map((ask) => names.asked(ask));
  const answers: Answer[] = [];
  const none = (came: readonly Came[]): Observed => ({
    observation: { scenario: name, about, observed: 'none', came },
    asks,
    answers,
  });
  for (const [index, ask] of given.entries()) {
    const { status } = await send(names.asked(ask), asking, names);
    if (status < 200 || status > 299) return none([{ ask: index, status }]);
  }
  for (const ask of asks) answers.push(await send(ask, asking, names));
  const judged = (expectations: Scenario['expects']) =>
    surprises(
      expectations.map((each) => names.expected(each)),
      asks,
      answers,
    );
  const last = asks.at(-1);
  // Lists may be behind the time.
  if (last?.method === 'GET') {
    for (let again = 0; again < asking.patience && judged(expects).length > 0; again += 1) {
      await asking.timer.sleep(pause, asking.signal);
      answers[answers.length - 1] = await send(last, asking, names);
    }
  }
  const unmet = judged(premises);
  if (unmet.length > 0) return none(unmet);
  const came = judged(expects);
  const isAsDecided = came.length === 0;
  return {
    observation: {
      scenario: name,
      about,
      observed: isAsDecided ? 'as-decided' : 'otherwise',
      ...(!isAsDecided && { came }),
    },
    asks,
    answers,
  };
}

async function send(ask: Ask, { sender, made, timer, signal }: Asking, { mail }: OwnNames): Promise<Answer> {
  signal?.throwIfAborted();
  if (ask.after !== undefined) await timer.sleep(ask.after, signal);
  const isPost = ask.method === 'POST';
  const answer = await sender.send(ask, () => {
    for (const id of idsIn(ask)) made.making(id);
    if (isPost) made.posting(mail);
  });
  const body = isPost ? bodyOf(answer) : undefined;
  // A list may not show it yet.
  if (typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string') made.making(body.id);
  return answer;
}

/** The ids that a write names: under one of them there may be a customer then, whatever is expected. */
function idsIn({ path, query, body }: Ask): readonly string[] {
  const [, id] = /^\/customers\/([^/]+)/.exec(path) ?? [];
  const inBody: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'id') : undefined;
  return [id && decodeURIComponent(id), query?.['targetCustomerId'], inBody].filter(
    (each): each is string => typeof each === 'string' && each !== '',
  );
}
