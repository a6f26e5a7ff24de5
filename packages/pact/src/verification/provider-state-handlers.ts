import {
  providerStates,
  type ProviderStateName,
  type ProviderStateParameters,
  stateNameOfSentence,
} from '@customer-contracts/schemas';
import * as z from 'zod';

import type { OwnState } from '../plan/own-state.ts';

/**
 * What a state hands to the interactions: `apiKey`, a key that fits the state (`jwt` or
 * `applicationJwt` for interactions that authenticate so), and whatever else their paths name.
 */
export type StateValues = Readonly<Record<string, unknown>>;

/** A state that must be brought about before an interaction, or may be cleared away after it. */
export interface StateChange {
  /** The sentence, as it stands in the pact. */
  readonly sentence: string;
  readonly action: 'setup' | 'teardown';
  /** The parameters, as they stand in the pact; at a teardown with the values of the setup beside them. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The values of the states that were set up before for the same interaction, which this one must leave as they are. */
  readonly earlier: StateValues;
  /**
   * Tells the verification which members nobody could bring about as the state says. An interaction that differs from the
   * contract at nothing else is not verifiable, and fails nothing.
   */
  readonly reportMissing: (members: readonly string[]) => void;
}

/**
 * Brings states about, all of them in one way. Whatever it throws says why it can't, and the interaction fails with it.
 *
 * @throws {UnarrangeableStateError} when nobody can arrange the state there: the interaction is not verifiable.
 */
export type StateArranger = (change: StateChange) => Promise<StateValues>;

/** What brings the states about, where it is one of ours. */
export type ArrangerKind = 'emulator' | 'api';

// By a symbol that every copy of the package has.
const kind = Symbol.for('@customer-contracts/pact/arranger');

/** The arranger, marked as ours. */
export function ourArranger(of: ArrangerKind, arrange: StateArranger): StateArranger {
  return Object.assign(arrange, { [kind]: of });
}

/** Which of ours an arranger is; `undefined` for anybody's own. */
export function kindOfArranger(states: StateArranger | StateHandlers): ArrangerKind | undefined {
  const found: unknown = Reflect.get(states, kind);
  return found === 'emulator' || found === 'api' ? found : undefined;
}

/** Handlers of your own, by the name of the state; the parameters are already checked. A state without one fails by name. */
export type StateHandlers = {
  readonly [Name in ProviderStateName]?: (
    parameters: ProviderStateParameters<Name>,
  ) => StateValues | undefined | Promise<StateValues | undefined>;
};

/** What brings a state of your own about. */
export interface OwnStateHandler {
  readonly sentence: string;
  /** @internal */
  readonly arrange: StateArranger;
}

/** A handler for a state of your own, for `ownStates` of `verifyProvider`; the parameters are already checked. */
export function stateHandler<Schema extends z.ZodObject>(
  { sentence, parameters: schema }: OwnState<Schema>,
  handle: (parameters: z.output<Schema>) => StateValues | undefined | Promise<StateValues | undefined>,
): OwnStateHandler {
  const arrange: StateArranger = async ({ action, parameters }) =>
    action === 'teardown' ? {} : Values.parse(await handle(checked(schema, parameters)));
  return { sentence, arrange };
}

/**
 * The arranger that gives a state of the caller's own to its handler, and any other to `arrange`, with `defaults` beside
 * its values: those of an own state come on top, and must not bring the defaults back.
 */
export function arrangerWith(
  arrange: StateArranger,
  ownStates: readonly OwnStateHandler[],
  defaults: StateValues,
): StateArranger {
  return async (change) => {
    const own = ownStates.find(({ sentence }) => sentence === change.sentence);
    return own === undefined ? { ...defaults, ...(await arrange(change)) } : own.arrange(change);
  };
}

/** The arranger that asks handlers. */
export function arrangerOf(handlers: StateHandlers): StateArranger {
  return async ({ sentence, action, parameters }) => {
    if (action === 'teardown') return {};
    const name = stateNameOfSentence(sentence);
    if (name === undefined) {
      throw new Error(`The catalogue of provider states has no "${sentence}". Add a handler of it to ownStates.`);
    }
    const handler: unknown = handlers[name];
    if (!isHandler(handler)) throw new Error(`There is no handler for it. Add ${name} to states.`);
    return Values.parse(await handler(checked(providerStates[name].parameters, parameters)));
  };
}

function isHandler(handler: unknown): handler is (parameters: unknown) => unknown {
  return typeof handler === 'function';
}

/** The parameters as a handler takes them. @throws when they are not as the state has them: older pacts have none. */
export function checked<Schema extends z.ZodType>(schema: Schema, parameters: unknown): z.output<Schema> {
  const { data, error } = schema.safeParse(parameters);
  if (error === undefined) return data;
  const problems = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`Its parameters are not as the state has them: ${problems.join('; ')}. Give them in the contract.`);
}

/** A handler that gives nothing gives no values. */
const Values = z.record(z.string(), z.unknown()).default({});
