// What `@customer-contracts/pact` shares with this package. No promise of stability: nobody else imports it.

// Values and schemas of JSON
export { canonicalJson, isList, isRecord } from './json/json-value.ts';
export { JsonSchema } from './json/json-schema.ts';
export { possibleValues, type Possibility } from './json/possible-values.ts';
export {
  elementNode,
  isOfNamedType,
  isUnconstrained,
  memberNode,
  optionFor,
  schemaNode,
  type SchemaNode,
} from './json/schema-node.ts';

// Pact files
export type {
  HttpInteraction,
  Json,
  PactDocument,
  RawMatcher,
  WrittenInteraction,
  WrittenPact,
} from './document/pact-document.ts';
export { formatPact } from './document/format-pact.ts';
export { isHttp, pactFromJson } from './document/parse-pact.ts';
export { raisePact } from './document/raise-pact.ts';
export { type Variant, variantComment, variants } from './document/variant.ts';
export { type BrokenRule, rulesBrokenBy } from './documented/broken-rules.ts';
export { cellOfInteraction } from './documented/documented-interaction.ts';
export { interactionsOutside } from './documented/outside.ts';
export type { Answerer } from './report/answerer.ts';
export { honouredBy } from './report/honoured-by.ts';
export type { LeftOut, Verification, VerifiedInteraction } from './report/verification.ts';

// Where they are
export { BrokerError } from './sources/broker-error.ts';
export {
  askBroker,
  type BrokerAccess,
  brokerAccess,
  type BrokerAddress,
  hrefFor,
  Link,
} from './sources/pact-broker.ts';
export { exempt, isLoopback, type Proxy, proxyFor, unbracketed } from './sources/proxy.ts';
export { pactsOf, readAll, type ReadPlaces } from './sources/read-pacts.ts';

// What is said about them
export { isPactError, PactError, PactFileError, PactOptionError } from './pact-error.ts';
export { columns, countOf, markdownTable } from './report/text-table.ts';
export { code as markdownCode, markdownText } from './report/markdown-text.ts';
export { harmlessJson } from './report/harmless-json.ts';
export { hasSecret, maskHeader, maskSecrets, placeholders, secretMask } from './secrets.ts';
