import type { PactDocument } from '../document/pact-document.ts';
import type { Variant } from '../document/variant.ts';
import { documentedInteractions, type DocumentedInteraction } from '../documented/documented-interaction.ts';
import { canonicalJson } from '../json/json-value.ts';
import { hasPatterns } from '../matching/has-patterns.ts';
import { loadPatterns } from '../matching/patterns.ts';
import { maskSecrets } from '../secrets.ts';
import { type Requirement, requirementsOf, type ComparableRequirement, implies } from './requirement.ts';

/** What a change of contracts means. */
export interface PactDiff {
  /** Interactions, and variants of them, that only the new pacts have. */
  readonly added: readonly DiffedInteraction[];
  /** Those that only the old pacts have. */
  readonly removed: readonly DiffedInteraction[];
  /** Those that send or ask for something else now. */
  readonly changed: readonly ChangedInteraction[];
  /** What no old contract asked of the provider, neither in these words nor in stricter ones. */
  readonly newlyAsked: readonly Requirement[];
  /** What the old contracts asked of the provider, and no new one does, neither in these words nor in stricter ones. */
  readonly noLongerAsked: readonly Requirement[];
}

/** An interaction that was added or removed. */
export interface DiffedInteraction {
  readonly consumer: string;
  readonly description: string;
  /** The answer that it is about: the cell, or request and status where the API documents none. */
  readonly answer: string;
  /** Which variant of the answer, where this package wrote it. */
  readonly variant: Variant | undefined;
}

/** An interaction that is another now. */
export interface ChangedInteraction extends DiffedInteraction {
  /** Whether the consumer sends another request, or needs other provider states. */
  readonly isAskedOtherwise: boolean;
  /** What it asks of the provider now, and didn't. */
  readonly asked: readonly Requirement[];
  /** What it asked, and doesn't any more. */
  readonly dropped: readonly Requirement[];
}

/**
 * Compares pacts by what they mean: names, the order of things, examples behind a matching rule and ids count for
 * nothing, and neither does whether one interaction asks for two members or two ask for one each.
 */
export async function diff(before: readonly PactDocument[], after: readonly PactDocument[]): Promise<PactDiff> {
  if ([...before, ...after].some(hasPatterns)) await loadPatterns();
  const old = questionsOf(before);
  const current = questionsOf(after);
  const pairs = pairUp(old, current);
  const partners = new Set(pairs.flat());
  const [asked, asks] = [old, current].map((questions) => questions.flatMap((question) => question.asks));
  return {
    added: current.filter((question) => !partners.has(question)).map(describe),
    removed: old.filter((question) => !partners.has(question)).map(describe),
    changed: pairs.flatMap(([one, other]) => change(one, other)),
    newlyAsked: notImplied(asks, asked),
    noLongerAsked: notImplied(asked, asks),
  };
}

/** The asks that none of the others implies. */
function notImplied(
  asks: readonly ComparableRequirement[] = [],
  others: readonly ComparableRequirement[] = [],
): readonly Requirement[] {
  const known = Map.groupBy(others, ({ answer, place }) => canonicalJson([answer, place]));
  return unique(
    asks.filter((ask) => {
      const same = known.get(canonicalJson([ask.answer, ask.place])) ?? [];
      return ask.isUnsaid !== true && !same.some((each) => implies(each, ask));
    }),
  );
}

/** What a consumer sends in a state, and all that it asks of the answer, in however many interactions. */
interface Question {
  readonly consumer: string;
  readonly answer: string;
  readonly interaction: DocumentedInteraction;
  /** The request and the states, apart from headers, as text. */
  readonly request: string;
  readonly asks: readonly ComparableRequirement[];
}

function questionsOf(pacts: readonly PactDocument[]): readonly Question[] {
  const single = pacts.flatMap((pact) =>
    documentedInteractions(pact).map((interaction): Question => {
      const answer = answerOf(interaction);
      const asks = requirementsOf(pact.consumer, answer, interaction);
      return { consumer: pact.consumer, answer, interaction, request: requestOf(interaction), asks };
    }),
  );
  const groups = Map.groupBy(single, ({ consumer, answer, request, interaction }) =>
    canonicalJson([consumer, answer, request, interaction.variant ?? null]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ ...first, asks: group.flatMap(({ asks }) => asks) }];
  });
}

function answerOf({ operation, answer, request, response }: DocumentedInteraction): string {
  const asked = operation === undefined || answer === undefined ? `${request.method} ${request.path}` : operation.id;
  return `${asked} ${response.status}`;
}

/** Ids are names, so a placeholder takes their place, in states too. */
function requestOf({ operation, pathParameters, request, states }: DocumentedInteraction): string {
  const { method, path, query, body, headers } = request;
  const credentials = Object.keys(headers)
    .map((name) => name.toLowerCase())
    .filter((name) => name !== 'content-type');
  const text = canonicalJson([method, operation?.path ?? path, query, body ?? null, credentials.toSorted(), states]);
  return Object.entries(pathParameters).reduce(
    (all, [name, value]) => all.replaceAll(JSON.stringify(value), `"{${name}}"`),
    text,
  );
}

/** Questions that are the same, and, of those left over, the ones that are about the same answer in the same states. */
function pairUp(old: readonly Question[], current: readonly Question[]): readonly (readonly [Question, Question])[] {
  const identities: readonly ((question: Question) => string)[] = [
    ({ consumer, answer, request, interaction: { variant } }) =>
      canonicalJson([consumer, answer, request, variant ?? null]),
    ({ consumer, answer, interaction: { variant, description } }) =>
      canonicalJson([consumer, answer, variant ?? null, description]),
    // What a plain test asks became the complete answer when it moved to the harness.
    ({ consumer, answer, interaction: { variant = 'complete', states } }) =>
      canonicalJson([consumer, answer, variant, states.map(({ name }) => name)]),
  ];
  const pairs: (readonly [Question, Question])[] = [];
  for (const identityOf of identities) {
    const taken = new Set(pairs.flat());
    const rest = Map.groupBy(
      current.filter((question) => !taken.has(question)),
      identityOf,
    );
    for (const question of old.filter((each) => !taken.has(each))) {
      const partner = rest.get(identityOf(question))?.shift();
      if (partner !== undefined) pairs.push([question, partner]);
    }
  }
  return pairs;
}

function change(one: Question, other: Question): readonly ChangedInteraction[] {
  const asked = lacking(other.asks, one.asks);
  const dropped = lacking(one.asks, other.asks);
  const isAskedOtherwise = one.request !== other.request;
  if (!isAskedOtherwise && asked.length === 0 && dropped.length === 0) return [];
  return [{ ...describe(other), isAskedOtherwise, asked, dropped }];
}

/** The asks that others don't have in the same words. */
function lacking(
  asks: readonly ComparableRequirement[],
  others: readonly ComparableRequirement[],
): readonly Requirement[] {
  return unique(
    asks.filter(
      (ask) =>
        ask.isUnsaid !== true && !others.some((other) => other.place === ask.place && other.demand === ask.demand),
    ),
  );
}

function unique(asks: readonly ComparableRequirement[]): readonly Requirement[] {
  const plain = asks.map(({ consumer, answer, place, demand }) => ({
    consumer,
    answer,
    place,
    demand: maskSecrets(demand),
  }));
  return [...new Map(plain.map((ask) => [canonicalJson(ask), ask])).values()];
}

function describe({ consumer, answer, interaction: { description, variant } }: Question): DiffedInteraction {
  return { consumer, description: maskSecrets(description), answer, variant };
}
