import { isList, isPactError, isRecord, type RawMatcher } from '@customer-contracts/pact-files/internal';
import { isSafe, providerStates } from '@customer-contracts/schemas';
import { type Place, resources } from '@customer-contracts/schemas/plain';

import { typicalAnswer } from '../contract/response-body.ts';
import { prepareInteraction } from '../interaction/run-interaction.ts';
import { contractOf } from '../mock/contract-of.ts';
import type { PlannedState } from '../plan/interaction-plan.ts';
import type { PactIdentity } from '../plan/pact-identity.ts';
import { type ResolvedInteraction, resolveInteraction } from '../plan/resolve-interaction.ts';
import type { Drafted } from './draft-interaction.ts';
import { type Draft, planOf } from './draft.ts';
import type { Asked, SourceInteraction, Sources } from './sources.ts';

/** Members come first, then their values, then a last look. */
const mostRounds = 4;

/**
 * Tries a draft on the harness, and lets it ask for what the interaction asks for: by matchers where its schema asks for
 * something else, and by what the provider state has where the example is the answer. What stays different is said.
 */
export async function settle(
  draft: Draft,
  interaction: SourceInteraction,
  identity: PactIdentity,
  sources: Sources,
): Promise<Drafted> {
  try {
    return await settled(withState(draft, interaction, identity), interaction, identity, sources);
  } catch (error) {
    if (!isPactError(error)) throw error;
    return { draft: undefined, remarks: [error.message] };
  }
}

/** A foreign test runs against one answer: without a state of its own that would be each of the harness's. */
function withState(draft: Draft, { response }: SourceInteraction, identity: PactIdentity): Draft {
  const resolved = resolveInteraction(planOf(draft, identity), undefined);
  const isEmpty = isList(response.body) && response.body.length === 0;
  if (isEmpty && resolved.content.kind === 'list')
    return { ...draft, given: [{ name: 'noCustomers', parameters: {} }] };
  const stated = resolved.hasVariants ? { ...draft, given: resolved.complete.states.map(withoutDefaults) } : draft;
  // The organization's own fields are in no customer by themselves.
  const { customFields } = resourceIn(response.body);
  return isRecord(customFields) ? withMembers(stated, resolved, new Map([['customFields', customFields]])) : stated;
}

/** A state without the parameters that it has by itself. */
function withoutDefaults({ name, parameters }: PlannedState): PlannedState {
  const { data = {} } = providerStates[name].parameters.partial().safeParse({});
  const defaults: Readonly<Record<string, unknown>> = data;
  const said = Object.entries(parameters).filter(([each, value]) => value !== defaults[each]);
  return { name, parameters: Object.fromEntries(said) };
}

async function settled(
  start: Draft,
  interaction: SourceInteraction,
  identity: PactIdentity,
  sources: Sources,
): Promise<Drafted> {
  const answer = `${start.operationId} ${start.status}`;
  const wanted = sources.requirementsOf('', answer, interaction);
  let draft = start;
  let tried = await tryOut(draft, identity, answer, sources);
  for (let round = 0; round < mostRounds; round += 1) {
    const next = closer(draft, wanted, tried, interaction, sources);
    if (next === draft) break;
    const better = await attempt(next, identity, answer, sources);
    // What the harness refuses altogether was no better.
    if (better === undefined) break;
    draft = next;
    tried = better;
  }
  const { draft: kept, isLess } = withoutUnfit(draft, wanted, tried, sources);
  if (isLess) tried = await tryOut(kept, identity, answer, sources);
  return { draft: kept, remarks: differences(wanted, tried.asks, sources) };
}

/** What the harness makes of a draft. */
interface Tried {
  readonly resolved: ResolvedInteraction;
  /** The example of the contract's body. */
  readonly written: unknown;
  readonly asks: readonly Asked[];
}

async function tryOut(draft: Draft, identity: PactIdentity, answer: string, sources: Sources): Promise<Tried> {
  const { variants } = await prepareInteraction(planOf(draft, identity));
  const [prepared] = variants;
  if (prepared === undefined) throw new TypeError(`The harness has no variant of ${answer}.`);
  const { definition, interaction: resolved } = prepared;
  const contract = await contractOf(identity, definition);
  const asks = sources.documentedInteractions(contract).flatMap((each) => sources.requirementsOf('', answer, each));
  return { resolved, written: definition.response.written, asks };
}

async function attempt(draft: Draft, identity: PactIdentity, answer: string, sources: Sources) {
  try {
    return await tryOut(draft, identity, answer, sources);
  } catch (error) {
    if (isPactError(error)) return undefined;
    throw error;
  }
}

/** The draft with matchers and values for the places where it asks for something else; itself where nothing helps. */
function closer(
  draft: Draft,
  wanted: readonly Asked[],
  { asks, written, resolved }: Tried,
  { response }: SourceInteraction,
  sources: Sources,
): Draft {
  const matchers = new Map(draft.matchers);
  const pinned = new Map<string, unknown>();
  let count: number | undefined;
  for (const ask of wanted) {
    const { path, place } = ask;
    const own = asks.filter((each) => each.place === place);
    const member = path === undefined ? undefined : memberOf(path, resolved);
    if (path === undefined || member === undefined) continue;
    const all = wanted.filter((each) => each.place === place);
    const isSame = own.length > 0 && own.every((each) => isImplied(each, all, sources)) && isImplied(ask, own, sources);
    const replacement = isSame || own.length === 0 || matchers.has(member) ? undefined : matchersOf(ask);
    if (replacement !== undefined) matchers.set(member, replacement);
    const values = sources.valuesAt(written, path);
    if (values.length > 0 && values.every(({ value }) => sources.fits(ask, value))) continue;
    if (member === '$') count = isList(ask.example) ? ask.example.length : undefined;
    else pin(pinned, path, response.body);
  }
  const state = withMembers(draft, resolved, pinned, count);
  const isMore = matchers.size > draft.matchers.size;
  return isMore || state !== draft ? { ...state, matchers } : draft;
}

/** How the harness calls a member: of a collection, that of each resource. `undefined` for names that it has no words for. */
function memberOf(path: NonNullable<Asked['path']>, { content }: ResolvedInteraction): string | undefined {
  if (path.length === 0) return '$';
  const steps = content.kind === 'list' ? path.slice(1) : path;
  const text = steps.map((step) => (typeof step === 'number' ? '[]' : `.${step}`)).join('');
  const isPlain = steps.every((step) => typeof step === 'number' || !/[.[\]]/.test(step));
  return isPlain && typeof steps[0] === 'string' ? text.slice(1) : undefined;
}

/** The matchers that ask for the same; `undefined` where the harness has none: of alternatives, and of null. */
function matchersOf({ rule, example, isCascaded }: Asked): readonly RawMatcher[] | undefined {
  if (rule === undefined) {
    if (isList(example)) return [{ match: 'type', min: example.length, max: example.length }];
    return example === null || isRecord(example) ? undefined : [{ match: 'equality' }];
  }
  if (rule.combine === 'OR' && rule.matchers.length > 1) return undefined;
  return rule.matchers.map(({ min, max, ...matcher }) => ({
    ...matcher,
    ...(isCascaded || min === undefined ? {} : { min }),
    ...(isCascaded || max === undefined ? {} : { max }),
  }));
}

function isImplied(ask: Asked, others: readonly Asked[], { implies }: Sources): boolean {
  return others.some((other) => other.place === ask.place && implies(other, ask));
}

/** Keeps the whole member at the top, as the example has it. */
function pin(pinned: Map<string, unknown>, path: NonNullable<Asked['path']>, body: unknown): void {
  const resource = resourceIn(body);
  const name = path.find((step) => typeof step === 'string');
  if (typeof name === 'string' && Object.hasOwn(resource, name)) pinned.set(name, resource[name]);
}

/** The resource that a body is, or the first that it holds. */
function resourceIn(body: unknown): Readonly<Record<string, unknown>> {
  const resource: unknown = isList(body) ? body[0] : body;
  return isRecord(resource) ? resource : {};
}

/** The draft with a state whose customers have these members; itself where the state can't say so. */
function withMembers(
  draft: Draft,
  resolved: ResolvedInteraction,
  pinned: ReadonlyMap<string, unknown>,
  count?: number,
): Draft {
  const { complete, content } = resolved;
  const given = draft.given.length > 0 ? draft.given : complete.states;
  const [first, ...others] = given;
  // What a write answers comes from what was sent.
  const isRead = isSafe(draft.operationId) && (content.kind === 'one' || content.kind === 'list');
  if (first === undefined || !isRead || content.resource !== 'customer') return draft;
  const { parameters: schema } = providerStates[first.name];
  let parameters = first.parameters;
  const add = (more: Readonly<Record<string, unknown>>) => {
    const wider = { ...parameters, ...more };
    if (schema.safeParse(wider).success) parameters = wider;
  };
  const typical = pinned.size > 0 ? resourceIn(typicalAnswer(resolved)) : {};
  if (count !== undefined && count !== parameters['count']) add({ count });
  for (const [name, value] of pinned) {
    const { members } = parameters;
    const known = isRecord(members) ? members : {};
    if (Object.hasOwn(known, name)) continue;
    const { shape } = resources.customer.schema;
    const place = shape.kind === 'object' && Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
    add({ members: { ...known, [name]: completed(value, typical[name], place) } });
  }
  return parameters === first.parameters ? draft : { ...draft, given: [{ name: first.name, parameters }, ...others] };
}

/** A value with what the API always answers besides, as the usual one has it. */
function completed(value: unknown, usual: unknown, place: Place | undefined): unknown {
  const { shape } = place ?? {};
  if (shape?.kind === 'list' && isList(value))
    return value.map((each) => completed(each, isList(usual) ? usual[0] : undefined, shape.element));
  if (shape?.kind !== 'object' || !isRecord(value)) return value;
  const others = isRecord(usual) ? usual : {};
  const always = Object.keys(shape.members).filter((name) => shape.members[name]?.isOptional === false);
  const names = new Set([...Object.keys(value), ...always.filter((name) => Object.hasOwn(others, name))]);
  return Object.fromEntries(
    [...names].map((name) => {
      const own = Object.hasOwn(value, name) ? value[name] : others[name];
      return [name, completed(own, others[name], Object.hasOwn(shape.members, name) ? shape.members[name] : undefined)];
    }),
  );
}

/** The draft without matchers that the answer of its own mock doesn't fit: no provider would, in that state. */
function withoutUnfit(draft: Draft, wanted: readonly Asked[], { written, resolved }: Tried, sources: Sources) {
  const unfit = new Set(
    wanted.flatMap((ask) => {
      const { path } = ask;
      const member = path && memberOf(path, resolved);
      if (path === undefined || member === undefined || !draft.matchers.has(member)) return [];
      const values = sources.valuesAt(written, path);
      return values.length > 0 && values.every(({ value }) => sources.fits(ask, value)) ? [] : [member];
    }),
  );
  const matchers = new Map([...draft.matchers].filter(([member]) => !unfit.has(member)));
  return { draft: { ...draft, matchers }, isLess: unfit.size > 0 };
}

/** What `diff` would say of the interaction and its test, as sentences. */
function differences(wanted: readonly Asked[], asks: readonly Asked[], sources: Sources): readonly string[] {
  const asked = asks.filter((ask) => !ask.isUnsaid && !isImplied(ask, wanted, sources));
  const dropped = wanted.filter((ask) => !ask.isUnsaid && !isImplied(ask, asks, sources));
  return [
    ...dropped.map(({ place, demand }) => `No longer asked: ${place}: ${demand}.`),
    ...asked.map(({ place, demand }) => `Newly asked: ${place}: ${demand}.`),
  ];
}
