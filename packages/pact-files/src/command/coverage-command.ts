import { cells } from '@customer-contracts/schemas/plain';
import { Command, InvalidArgumentError, Option } from 'commander';

import { coverageMarkdown, coverageTable } from '../report/coverage-table.ts';
import { coverage } from '../report/coverage.ts';
import { honouredBy } from '../report/honoured-by.ts';
import { readEvidence } from '../report/read-evidence.ts';
import { readVerification } from '../report/verification.ts';
import { pactsAt, placesOf } from './pact-places.ts';
import { pactsArgument, providerOption } from './pacts-argument.ts';

interface CoverageFlags {
  readonly provider: string;
  readonly verification: readonly string[];
  readonly evidence?: string;
  readonly min?: number;
  readonly format: 'text' | 'markdown';
  readonly json?: true;
}

/** `customer-pact coverage`: exits with 1 when fewer cells than `--min` are covered, 2 when a file can't be read. */
export function coverageCommand(): Command {
  return new Command('coverage')
    .description(`show which of the ${cells.length} documented answers are in contract, and who honours them`)
    .addArgument(pactsArgument())
    .addOption(providerOption())
    .addOption(
      new Option('--verification <file>', 'the result of verifyProvider as JSON; may be repeated')
        .argParser((file: string, others: readonly string[]) => [...others, file])
        .default([]),
    )
    .option('--evidence <file>', 'what has been seen of the API itself, as customer-seed evidence records it')
    .addOption(
      new Option('--min <cells>', 'fail when fewer are in contract; with --verification, honoured').argParser(
        cellCount,
      ),
    )
    .addOption(
      new Option('--format <format>', 'for people, or for a pull request')
        .choices(['text', 'markdown'])
        .default('text'),
    )
    .option('--json', 'print { "cells": [...], "inContract": 12, "verified": 10, "missing": 28 }')
    .action(
      async (given: readonly string[], { provider, verification, evidence, min, format, json }: CoverageFlags) => {
        const verifications = verification.map(readVerification);
        const covered = coverage(
          await pactsAt(placesOf(given), provider),
          verifications,
          evidence === undefined ? undefined : readEvidence(evidence),
        );
        const inContract = covered.filter(({ interactions }) => interactions > 0).length;
        const verified = covered.filter(({ isVerified }) => isVerified).length;
        if (json) {
          const missing = cells.length - inContract;
          console.log(JSON.stringify({ cells: covered, inContract, verified, missing }, null, 2));
        } else console.log(format === 'markdown' ? coverageMarkdown(covered) : coverageTable(covered));
        const words = verifications.map(({ answeredBy = { kind: 'provider' } }) => honouredBy(answeredBy));
        const [count, word] =
          verifications.length > 0 ? [verified, [...new Set(words)].join(' and ')] : [inContract, 'in contract'];
        if (min !== undefined && count < min) {
          console.error(`error: Failed to cover ${min} answers: ${count} are ${word}. Add contract tests.`);
          process.exitCode = 1;
        }
      },
    );
}

function cellCount(text: string): number {
  const count = Number(text);
  if (!/^\d+$/.test(text) || count > cells.length)
    throw new InvalidArgumentError(`Give a number from 0 to ${cells.length}.`);
  return count;
}
