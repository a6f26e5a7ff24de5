import { isList, isRecord } from '../json/json-value.ts';
import { jsonText } from './json-text.ts';
import type { InteractionState, Json } from './pact-document.ts';

/**
 * The provider states of an interaction or message, under any of the names that the versions have had for them: of
 * several names the newest counts, whatever it says. `provider_state` is that of old Ruby, which people still write.
 */
export function parseStates(interaction: Json): readonly InteractionState[] {
  const { providerStates, provider_state: oldest, providerState = oldest } = interaction;
  if (providerStates !== undefined) return isList(providerStates) ? providerStates.map(parseState) : [];
  const isNone = providerState === undefined || providerState === null || providerState === '';
  return isNone ? [] : [{ name: jsonText(providerState), parameters: {} }];
}

function parseState(state: unknown): InteractionState {
  // The words are Pact's.
  const { name = 'unknown provider states', params } = isRecord(state) ? state : {};
  return { name: jsonText(name), parameters: isRecord(params) ? params : {} };
}
