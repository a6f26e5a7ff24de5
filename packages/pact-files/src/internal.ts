// What `@customer-contracts/pact` shares with this package. No promise of stability: nobody else imports it.

// Values and schemas of JSON
export { canonicalJson } from './json/canonical-json.ts';
export { isList } from './json/is-list.ts';
export { isRecord } from './json/is-record.ts';
export { JsonSchema } from './json-schema/json-schema.ts';
export { possibleValues, type Possibility } from './json-schema/possible-values.ts';
export {
  elementNode,
  isOfNamedType,
  isUnconstrained,
  memberNode,
  optionFor,
  schemaNode,
  type SchemaNode,
} from './json-schema/schema-node.ts';

// Pact files
export type { HttpInteraction, PactDocument, WrittenInteraction, WrittenPact } from './document/pact-document.ts';
export type { RawMatcher } from './document/raw-matcher.ts';
export { formatPact } from './document/format-pact.ts';
export { pactFromJson } from './document/parse-pact.ts';
export { type Variant, variantComment } from './document/variant.ts';
export { cellOfInteraction } from './documented/cell-of-interaction.ts';
export type { Verification, VerifiedInteraction } from './coverage/verification.ts';
export { PactFileError } from './pact-file-error.ts';

// Where they are
export { askBroker } from './sources/ask-broker.ts';
export { type BrokerAccess, type BrokerAddress, brokerAccess } from './sources/broker-access.ts';
export { BrokerError } from './sources/broker-error.ts';
export { isProxied } from './sources/is-proxied.ts';
export { hrefFor, Link } from './sources/link.ts';
export { pactsOf, readAll } from './sources/read-pacts.ts';

// What is said about them
export { isPactError, PactError } from './pact-error.ts';
export { PactOptionError } from './pact-option-error.ts';
export { countOf } from './report/count-of.ts';
export { hasSecret, maskHeader, maskSecrets } from './secrets/mask-secrets.ts';
export { placeholders } from './secrets/placeholders.ts';
