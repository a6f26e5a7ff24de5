import { providerStates, type ProviderStateName, type ProviderStateParameters } from '@customer-contracts/schemas';

import { stateNameOfSentence } from '../interaction/provider-state.ts';

/** What a state hands to the interactions: `apiKey`, a key that fits the state, and whatever else their paths name. */
export type StateValues = Readonly<Record<string, unknown>>;

/** A state that must be brought about before an interaction, or may be cleared away after it. */
export interface StateChange {
  /** The sentence, as it stands in the pact. */
  readonly sentence: string;
  readonly action: 'setup' | 'teardown';
  /** The parameters, as they stand in the pact; at a teardown with the values of the setup beside them. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Brings states about, all of them in one way. @throws whatever says why it can't; the interaction then fails with it. */
export type StateArranger = (change: StateChange) => Promise<StateValues>;

/** Handlers of your own, by the name of the state; the parameters are already checked. A state without one fails by name. */
export type StateHandlers = {
  readonly [Name in ProviderStateName]?: (
    parameters: ProviderStateParameters<Name>,
  ) => StateValues | Promise<StateValues>;
};

/** The arranger that asks handlers. */
export function arrangerOf(handlers: StateHandlers): StateArranger {
  return async ({ sentence, action, parameters }) => {
    if (action === 'teardown') return {};
    const name = stateNameOfSentence(sentence);
    if (name === undefined) throw new Error(`The catalogue of provider states has no "${sentence}".`);
    return ask(handlers, name, parameters);
  };
}

async function ask<Name extends ProviderStateName>(
  handlers: StateHandlers,
  name: Name,
  parameters: unknown,
): Promise<StateValues> {
  const handler: ((parameters: ProviderStateParameters<Name>) => StateValues | Promise<StateValues>) | undefined =
    handlers[name];
  if (handler === undefined) throw new Error(`There is no handler for it. Add ${name} to states.`);
  const schema: { parse(value: unknown): unknown } = providerStates[name].parameters;
  return handler(schema.parse(parameters) as ProviderStateParameters<Name>);
}
