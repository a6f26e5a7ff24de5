import type { MatchedText } from './interaction-definition.ts';

/** The key that tests send and that stands in the pact. It opens nothing: the verifier puts the real one in its place. */
export const placeholderApiKey = 'placeholder-api-key';

/** The header that carries it: exactly the placeholder from the consumer, the state's own key to the provider. */
export const credentialHeader: readonly [string, MatchedText] = [
  'REB-APIKEY',
  { example: placeholderApiKey, pattern: `^${placeholderApiKey}$`, fromState: '${apiKey}' },
];
