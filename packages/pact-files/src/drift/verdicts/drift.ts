import { checkOptions } from '@customer-contracts/schemas/internal';
import {
  type ApiShape,
  type Change,
  compareShapes,
  shapeOfTable,
  type ShapeSource,
} from '@customer-contracts/schemas/shapes';

import type { PactDocument } from '../../document/pact-document.ts';
import { pathText } from '../../document/values-at.ts';
import { type Exempting, startExempting } from '../../lint/exemptions.ts';
import type { Exemption } from '../../lint/lint-options.ts';
import { hasPatterns } from '../../matching/has-patterns.ts';
import { loadPatterns } from '../../matching/patterns.ts';
import { PactOptionError } from '../../pact-error.ts';
import { hasSecret, maskSecrets } from '../../secrets.ts';
import { type ConsumerCalls, consumerCalls } from './called-operations.ts';
import { isChangeKind } from './change-kinds.ts';
import { stepsOf } from './changed-body.ts';
import { arePaymentMethods, judgeAnswer, type Judged } from './judge-answer.ts';
import { judgeRequest } from './judge-request.ts';
import type { ConsumerVerdict } from './verdict.ts';

/** What {@link drift} takes besides the source and the pacts. */
export interface DriftOptions {
  /** What the source is compared with. The table of operations by default. */
  readonly base?: ApiShape | undefined;
  /** Breaks that are left out, as a configuration has them: `rule` is the kind of the change. Those of rules of `lint` are passed over. */
  readonly exemptions?: readonly Exemption[] | undefined;
  /** The day on which exemptions are judged: `2026-11-30`. Today in UTC by default. */
  readonly today?: string | undefined;
}

/** One thing that the source says otherwise than the base, and for whom it matters. */
export interface DriftChange extends Pick<
  Change,
  'operation' | 'status' | 'direction' | 'in' | 'member' | 'kind' | 'what'
> {
  /** The consumers that it breaks, or that have not tried it; those that it doesn't touch are left out. */
  readonly consumers: readonly ConsumerVerdict[];
}

/** An interaction that lets in one value alone where the API has several, under the base as well. */
export interface PinnedInteraction {
  readonly consumer: string;
  readonly interaction: string;
  /** The place in the answer: `tags[].type`. */
  readonly member: string;
}

/** What a source says otherwise, and who breaks. */
export interface Drift {
  /** What was compared with what. */
  readonly base: ShapeSource;
  readonly source: ShapeSource;
  readonly changes: readonly DriftChange[];
  /** The payment methods that are new and that no consumer lists, and those of the changes that add them. */
  readonly paymentMethods: { readonly methods: readonly string[]; readonly changes: readonly DriftChange[] };
  /** Interactions that pin a value: their provider states bring it about, so that another value breaks none of them. */
  readonly pinned: readonly PinnedInteraction[];
  /** How many breaks exemptions left out. */
  readonly exempted: number;
  /** What is wrong with exemptions, as sentences: one that ended, or that matches nothing. */
  readonly objections: readonly string[];
}

/**
 * What a source says otherwise than the base, and for each consumer what that means: it breaks, with an answer or a request
 * that shows it; it has not tried what may come now; or it isn't touched, and not listed.
 *
 * An answer breaks an interaction when the source allows it, the base doesn't, and Pact's own matching refuses it there and in
 * every other state that the consumer tests the same request in. A request breaks when the source refuses it and the base
 * doesn't. What is gone breaks whoever needs it.
 *
 * @throws {PactOptionError} when there is no such option.
 */
export async function drift(
  source: ApiShape,
  pacts: readonly PactDocument[],
  options: DriftOptions = {},
): Promise<Drift> {
  const { base = shapeOfTable(), exemptions = [], today = new Date().toISOString().slice(0, 10) } = options;
  await checkOptionsOf(options);
  if (pacts.some(hasPatterns)) await loadPatterns();
  const consumers = pacts.map(consumerCalls);
  const exempting = startExempting(exemptions, today, isChangeKind);
  const pinned = new Map<string, PinnedInteraction>();
  const methods = new Set<string>();
  const ofMethods: DriftChange[] = [];
  let exempted = 0;
  const changes = compareShapes(base, source).map((change): DriftChange => {
    const judged = consumers.map((each) => ({ ...each, ...judge(change, each, base, source) }));
    for (const { consumer, pinned: calls } of judged) {
      for (const call of calls) {
        const name = JSON.stringify([consumer, call.description, change.member]);
        pinned.set(name, { consumer, interaction: maskSecrets(call.description), member: change.member });
      }
    }
    const verdicts = unite(judged.flatMap(verdictOf));
    const left = verdicts.filter((verdict) => !isExempt(change, verdict, exempting));
    exempted += verdicts.length - left.length;
    const { operation, status, direction, in: part, member, kind, what } = change;
    const told = { operation, status, direction, in: part, member, kind, what, consumers: left };
    const added = newPaymentMethods(change);
    if (verdicts.length > 0 || added.length === 0) return told;
    for (const method of added) methods.add(method);
    ofMethods.push(told);
    return told;
  });
  for (const { consumer } of consumers) exempting.leave([], consumer);
  return {
    base: base.source,
    source: source.source,
    changes,
    paymentMethods: { methods: [...methods], changes: ofMethods },
    pinned: [...pinned.values()],
    exempted,
    objections: exempting.objections().map(({ name, message }) => maskSecrets(`${name}: ${message}`)),
  };
}

async function checkOptionsOf(options: DriftOptions): Promise<void> {
  if (Object.keys(options).length === 0) return;
  // Who has no options needs no schema of them.
  const { DriftSettings } = await import('./drift-settings.ts');
  checkOptions(DriftSettings, options, (problem) => new PactOptionError('judge drift', problem));
}

function judge(change: Change, { calls }: ConsumerCalls, base: ApiShape, source: ApiShape): Judged {
  const called = calls.get(change.operation) ?? [];
  if (called.length === 0) return { pinned: [] };
  return change.direction === 'request'
    ? judgeRequest(change, called, base, source)
    : judgeAnswer(change, called, base, source);
}

function verdictOf({
  consumer,
  verdict,
  call,
  counterexample,
}: Judged & Pick<ConsumerCalls, 'consumer'>): readonly ConsumerVerdict[] {
  if (verdict === undefined || call === undefined) return [];
  return [
    {
      consumer,
      verdict,
      interaction: maskSecrets(call.description),
      ...(counterexample !== undefined && { counterexample: masked(counterexample) }),
    },
  ];
}

function masked(value: unknown): unknown {
  const text = JSON.stringify(value);
  return hasSecret(text) ? JSON.parse(maskSecrets(text)) : value;
}

/** One verdict for a consumer, whose pact may stand in several files: the worst. */
function unite(verdicts: readonly ConsumerVerdict[]): readonly ConsumerVerdict[] {
  const byConsumer = Map.groupBy(verdicts, ({ consumer }) => consumer);
  return [...byConsumer.values()].flatMap((all) => all.find(({ verdict }) => verdict === 'breaks') ?? all[0] ?? []);
}

function isExempt(change: Change, { consumer, verdict, interaction }: ConsumerVerdict, exempting: Exempting): boolean {
  if (verdict !== 'breaks') return false;
  const found = { rule: change.kind, consumer, interaction, path: placeOf(change) };
  return exempting.leave([found], consumer).length === 0;
}

/** The place of a change as findings of `lint` name places: `response.body.tags[*].type`, `request.query.limit`. */
function placeOf({ direction, in: part, member }: Change): string {
  switch (part) {
    case 'operation':
      return direction;
    case 'body':
      return pathText(stepsOf(member), `${direction}.body`);
    case 'header':
    case 'cookie':
      return `${direction}.headers.${member}`;
    case 'path':
    case 'query':
      return `${direction}.${part}.${member}`;
    default:
      return part satisfies never;
  }
}

function newPaymentMethods({ kind, base, source, values = [] }: Change): readonly string[] {
  const isMeant = kind === 'enum-value-added' && (arePaymentMethods(base) || arePaymentMethods(source));
  return isMeant ? values.map(String) : [];
}
