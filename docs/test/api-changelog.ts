import { type DriftChange, type PastChange, whatIf } from '@customer-contracts/pact-files';

const head = `# What changed in the API, and when

Every change of the documents of these operations that we know of, the newest first, and who breaks by it. It is made from the data of
[\`@customer-contracts/schemas/history\`](../packages/schemas/README.md#history): \`openapiAt\` gives the document of a day, and \`npx customer-pact what-if\` says which of
these changes would have broken your code. A month without a day means that nobody noted the day. [Undated](#undated) is what lies between two documents that we know.
`;

/** The page docs/api-changelog.md. */
export async function apiChangelog(): Promise<string> {
  const { changes } = await whatIf([]);
  const newest = changes.toReversed();
  const sections = [
    ...newest.filter(({ isUndated }) => !isUndated).map((change) => section(change, '##', change.date)),
    '## Undated\n',
    ...newest
      .filter(({ isUndated }) => isUndated)
      .map((change) => section(change, '###', `Between ${change.date.replace('/', ' and ')}`)),
  ];
  return [head, ...sections].join('\n');
}

function section({ title, changes, breaks = 'nobody' }: PastChange, level: string, when: string): string {
  const sentences = Map.groupBy(changes, sentence);
  const lines = [...sentences].map(([said, all]) => `- ${said.replace('…', listOf(all.map(subject)))}`);
  const told = lines.length === 0 ? [`- In no request or answer. Breaks ${breaks}.`] : lines;
  return `${level} ${when}: ${title}\n\n${told.join('\n')}\n`;
}

/** What is said of a change, and of others of the same kind; … is what they are about. */
function sentence(change: DriftChange): string {
  const [direction, whom] = change.direction === 'request' ? ['Request', senders(change)] : ['Answer', readers(change)];
  return `${direction}: … ${code(change.what)}. Breaks ${whom}.`;
}

function listOf(names: readonly string[]): string {
  return [...new Set(names)].join(', ');
}

function subject({ in: part, operation, status, member, kind }: DriftChange): string {
  const name = member.replace(/^\[\]\.?/, '');
  switch (part) {
    case 'operation':
      return `\`${operation}\``;
    case 'path':
    case 'query':
    case 'cookie':
      return `the parameter \`${name}\``;
    case 'header':
      return `the header \`${name}\``;
    case 'body':
      if (kind === 'status-added' || kind === 'status-removed') return `the status ${status} of \`${operation}\``;
      return name === '' ? 'the body' : `\`${name}\``;
    default:
      return part satisfies never;
  }
}

/** Values and patterns as they are. */
function code(what: string): string {
  return what.replaceAll(/"[^"]*"|\^\S+\$/g, (value) => `\`${value}\``);
}

/** Who breaks by a change of what is sent. */
function senders({ kind, what }: DriftChange): string {
  switch (kind) {
    case 'operation-removed':
      return 'whoever calls it';
    case 'member-removed':
    case 'parameter-removed':
    case 'enum-value-removed':
      return 'whoever sends it';
    case 'member-added':
    case 'parameter-added':
      return what.includes('must') ? 'whoever sends none' : 'nobody';
    case 'became-required':
    case 'parameter-required':
      return 'whoever sends none';
    case 'no-longer-nullable':
      return 'whoever sends null';
    case 'type-changed':
    case 'format-changed':
    case 'limit-changed':
      return 'whoever sends what was only allowed before';
    case 'security-changed':
      return 'whoever sends none of them';
    case 'operation-added':
    case 'enum-value-added':
    case 'became-nullable':
    case 'became-optional':
    case 'status-added':
    case 'status-removed':
    case 'header-added':
    case 'header-removed':
      return 'nobody';
    default:
      return kind satisfies never;
  }
}

/** Who breaks by a change of what is answered. */
function readers({ kind }: DriftChange): string {
  switch (kind) {
    case 'operation-removed':
    case 'status-removed':
      return 'whoever waits for it';
    case 'member-removed':
    case 'header-removed':
    case 'became-optional':
      return 'whoever needs it';
    case 'member-added':
      return 'whoever refuses members that it does not know';
    case 'became-nullable':
      return 'whoever reads it and takes no null';
    case 'enum-value-added':
      return 'whoever lists its values';
    case 'status-added':
      return 'whoever does not expect it';
    case 'type-changed':
      return 'whoever takes only the former type';
    case 'format-changed':
    case 'limit-changed':
      return 'whoever takes only what was allowed before';
    case 'operation-added':
    case 'header-added':
    case 'became-required':
    case 'no-longer-nullable':
    case 'enum-value-removed':
    case 'parameter-added':
    case 'parameter-removed':
    case 'parameter-required':
    case 'security-changed':
      return 'nobody';
    default:
      return kind satisfies never;
  }
}
