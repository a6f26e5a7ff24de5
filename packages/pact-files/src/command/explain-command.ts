import { harmless, nearest } from '@customer-contracts/schemas/internal';
import { Command } from 'commander';

import { PactFileError } from '../pact-error.ts';
import { explainReport } from '../report/explain-report.ts';
import { explain, type Explanation } from '../report/explain.ts';
import { countOf } from '../report/text-table.ts';
import { pactsAt } from './pact-places.ts';
import { providerOption } from './pacts-argument.ts';
import { terminalWidth } from './terminal-width.ts';

interface ExplainFlags {
  readonly provider: string;
  readonly json?: true;
}

/** `customer-pact explain`: exits with 2 when the pact can't be read, or has no such interaction. */
export function explainCommand(): Command {
  return new Command('explain')
    .description('say in words what the interactions of a pact match')
    .argument('<pact>', 'a pact file, a directory of them, or the address of a Pact Broker')
    .argument('[interaction]', 'the description of an interaction, or a part of it; all by default')
    .addOption(providerOption())
    .option('--json', 'print { "interactions": [...] }')
    .action(async (place: string, name: string | undefined, { provider, json }: ExplainFlags) => {
      const all = (await pactsAt([place], provider)).flatMap((pact) => explain(pact));
      const { chosen, isOne } = name === undefined ? { chosen: all, isOne: true } : choose(all, name, place);
      if (json) console.log(JSON.stringify({ interactions: chosen }, null, 2));
      else console.log(isOne ? explainReport(chosen, { width: terminalWidth() }) : listOf(chosen, name ?? ''));
    });
}

/** The interactions of a name, else those whose names have it in them; whether these are of one name. */
function choose(all: readonly Explanation[], name: string, place: string) {
  const named = all.filter(({ description }) => description === name);
  const part = name.toLowerCase();
  const chosen = named.length > 0 ? named : all.filter(({ description }) => description.toLowerCase().includes(part));
  if (chosen.length === 0) throw unknown(all, name, place);
  return { chosen, isOne: namesOf(chosen).length === 1 };
}

function unknown(all: readonly Explanation[], name: string, place: string): PactFileError {
  const names = namesOf(all);
  const meant = nearest(name, names);
  const advice =
    meant === undefined ? `It has ${names.map((each) => `"${each}"`).join(', ')}` : `Did you mean "${meant}"?`;
  return new PactFileError(
    `Failed to explain "${name}": ${place} has no interaction with that in its description. ${advice}`,
    [place],
  );
}

function listOf(chosen: readonly Explanation[], name: string): string {
  const names = namesOf(chosen);
  return [
    `${countOf(names.length, 'description')} with "${name}". Name one of them:`,
    ...names.map((each) => `  ${harmless(each)}`),
  ].join('\n');
}

function namesOf(explanations: readonly Explanation[]): readonly string[] {
  return [...new Set(explanations.map(({ description }) => description))];
}
