import {
  type Answerer,
  countOf,
  honouredBy,
  type LeftOut,
  maskSecrets,
  type Verification,
  type VerifiedInteraction,
} from '@customer-contracts/pact-files/internal';

/**
 * What a verification found as a table for people: a line for each interaction, in columns, and below it why it was not
 * honoured; at the end one of what was left out. No colours; no line break at the end.
 */
export function verificationTable({ interactions, leftOut }: Verification): string {
  const rows = interactions.map((interaction) => ({
    cells: [
      outcomeOf(interaction),
      interaction.consumer,
      interaction.description,
      `${Math.round(interaction.duration)} ms`,
    ],
    reasons: interaction.reasons,
  }));
  const widths = rows.reduce<readonly number[]>(
    (widest, { cells }) => cells.map((cell, index) => Math.max(cell.length, widest[index] ?? 0)),
    [],
  );
  const lines = rows.flatMap(({ cells, reasons }) => [line(cells, widths), ...reasons.map((reason) => `  ${reason}`)]);
  if (lines.length === 0) lines.push('no interaction to verify');
  return maskSecrets([...lines, ...(leftOut === undefined ? [] : [leftOutLine(leftOut)])].join('\n'));
}

function leftOutLine({ pacts, messages }: LeftOut): string {
  const counts = [
    ...(pacts === 0 ? [] : [`${countOf(pacts, 'pact')} of another provider`]),
    ...(messages === 0 ? [] : [countOf(messages, 'message')]),
  ];
  return `left out: ${counts.join(', ')}`;
}

/** The last column holds numbers. */
function line(cells: readonly string[], widths: readonly number[]): string {
  const padded = cells.map((cell, index) => {
    const width = widths[index] ?? 0;
    return index === cells.length - 1 ? cell.padStart(width) : cell.padEnd(width);
  });
  return padded.join('  ');
}

/**
 * What a verification found as JUnit XML, for the test report of a CI system: a suite for each consumer, a case for each
 * interaction, times in seconds, and who honoured it as a property of the suite. An interaction that is not verifiable, or that failed and is pending, counts as skipped.
 */
export function verificationJUnit({ interactions, answeredBy }: Verification): string {
  const consumers = Map.groupBy(interactions, ({ consumer }) => consumer);
  const suites = [...consumers].map(([consumer, own]) =>
    element('testsuite', counts(consumer, own), [...propertiesOf(answeredBy), ...own.map(testCase)]),
  );
  const all = element('testsuites', counts('provider verification', interactions), suites);
  return maskSecrets(`<?xml version="1.0" encoding="UTF-8"?>\n${all}\n`);
}

/** Whose word it is: of a passed test nobody would know otherwise. */
function propertiesOf(answeredBy: Answerer | undefined): readonly string[] {
  if (answeredBy === undefined) return [];
  const version = answeredBy.kind === 'emulator' ? answeredBy.version : undefined;
  const value = [honouredBy(answeredBy), version ?? []].flat().join(' ');
  return [element('properties', {}, [element('property', { name: 'evidence', value })])];
}

type Attributes = Readonly<Record<string, string | number>>;

function counts(name: string, interactions: readonly VerifiedInteraction[]): Attributes {
  const outcomes = interactions.map(outcomeOf);
  const failures = outcomes.filter((outcome) => outcome === 'failed').length;
  const passed = outcomes.filter((outcome) => outcome === 'passed').length;
  const duration = interactions.reduce((sum, interaction) => sum + interaction.duration, 0);
  return {
    name,
    tests: interactions.length,
    failures,
    errors: 0,
    skipped: interactions.length - passed - failures,
    time: seconds(duration),
  };
}

function testCase(interaction: VerifiedInteraction): string {
  const { consumer, description, states, duration, reasons } = interaction;
  const given = states.length === 0 ? '' : ` (given ${states.join(', ')})`;
  const attributes = { name: `${description}${given}`, classname: consumer, time: seconds(duration) };
  const outcome = outcomeOf(interaction);
  const message = reasons[0] ?? outcome;
  if (outcome === 'passed') return element('testcase', attributes);
  if (outcome === 'failed') {
    return element('testcase', attributes, [element('failure', { message }, [escapeXml(reasons.join('\n'))])]);
  }
  return element('testcase', attributes, [element('skipped', { message: `${outcome}: ${message}` })]);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  const start = `<${name}${written.join('')}`;
  return children.length === 0 ? `${start}/>` : `${start}>\n${children.join('\n')}\n</${name}>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** What XML has no way to write is replaced. */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"\n\r\t]/g, (character) => entities[character] ?? '')
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, '\uFFFD');
}

/** How a verification of an interaction ended, in one word. */
type Outcome = 'passed' | 'failed' | 'pending' | 'not verifiable';

/** How the verification of an interaction ended: one that failed and is pending counts as pending. */
export function outcomeOf({ isPassed, isVerifiable, isPending }: VerifiedInteraction): Outcome {
  if (isPassed) return 'passed';
  if (!isVerifiable) return 'not verifiable';
  return isPending ? 'pending' : 'failed';
}
