import type { Verification, VerifiedInteraction } from '@customer-contracts/pact-files/internal';

import { outcomeOf } from './outcome-of.ts';

/**
 * What a verification found as JUnit XML, for the test report of a CI system: a suite for each consumer, a case for each
 * interaction, times in seconds. An interaction that is not verifiable, or that failed and is pending, counts as skipped.
 */
export function verificationJUnit({ interactions }: Verification): string {
  const consumers = Map.groupBy(interactions, ({ consumer }) => consumer);
  const suites = [...consumers].map(([consumer, own]) =>
    element('testsuite', counts(consumer, own), own.map(testCase)),
  );
  const all = element('testsuites', counts('provider verification', interactions), suites);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${all}\n`;
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
