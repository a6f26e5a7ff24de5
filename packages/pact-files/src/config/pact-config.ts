import { checkOptions } from '@customer-contracts/schemas/internal';
import * as z from 'zod';

import type { LintOptions } from '../lint/lint-options.ts';
import { exemptionMembers, lintMembers } from '../lint/lint-settings.ts';
import { PactFileError } from '../pact-error.ts';

const MutationExemption = z
  .strictObject({
    kind: z
      .enum(['tolerance', 'sensitivity', 'refusal'], 'Give tolerance, sensitivity or refusal')
      .describe('The kind of mutation'),
    ...exemptionMembers,
  })
  .describe('Mutations that are left out of the score');

const MutationMembers = z
  .strictObject({ exemptions: z.array(MutationExemption, 'Give a list of exemptions').optional() })
  .describe('What customer-pact mutate goes by');

/** The configuration of `customer-pact`, as data: a member for each command that takes some. */
export const PactConfigFile = z
  .strictObject({
    $schema: z.string('Give the address of a JSON Schema').optional(),
    ...lintMembers,
    mutations: MutationMembers.optional(),
  })
  .describe('The configuration of customer-pact: customer-pact.config.json');

/** What a configuration says, and where it was read. */
export interface PactConfig extends Pick<LintOptions, 'rules' | 'exemptions'> {
  readonly source: { readonly file: string; readonly text: string };
}

/** What a configuration says to every command. */
export interface WholeConfig extends PactConfig {
  readonly mutations?: z.infer<typeof MutationMembers> | undefined;
}

/**
 * Reads the text of a `customer-pact.config.json`. `file` is what messages call it. What comes back are options of `lint`.
 *
 * @throws {PactFileError} when it is no JSON, or has something that there isn't.
 */
export function parseConfig(text: string, file: string): PactConfig {
  const { mutations: _, ...options } = parseWholeConfig(text, file);
  return options;
}

/** The same, with what it says to other commands. */
export function parseWholeConfig(text: string, file: string): WholeConfig {
  const plain = text.replace(/^\uFEFF/, '');
  const { $schema: _, ...members } = checkOptions(PactConfigFile, parseJson(plain, file), ({ received, advice }) =>
    refuse(file, received, advice),
  );
  return { ...members, source: { file, text: plain } };
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw refuse(file, 'it is no JSON', 'Write one: { "rules": { "lone-absence": "off" } }.', cause);
  }
}

function refuse(file: string, received: string, advice: string, cause?: unknown): PactFileError {
  return new PactFileError(`Failed to read ${file}: ${received}. ${advice}`, [file], { cause });
}
