import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

import { type Evidence, formatEvidence, parseEvidence } from '@customer-contracts/schemas/evidence';

import { EvidenceError } from '../seed-error.ts';

const noSuchFile = 'ENOENT';

/**
 * Reads recorded evidence; `undefined` where there is no such file.
 *
 * @throws {EvidenceError} when it is none.
 */
export function readEvidence(file: string): Evidence | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === noSuchFile) return undefined;
    throw new EvidenceError('read', file, messageOf(cause), 'Name a file of recorded evidence.', { cause });
  }
  return parseEvidence(
    text,
    file,
    (received, advice, cause) => new EvidenceError('read', file, received, advice, { cause }),
  );
}

/** @throws {EvidenceError} when there is no such file, or it is none. */
export function existingEvidence(file: string): Evidence {
  const evidence = readEvidence(file);
  if (evidence !== undefined) return evidence;
  const advice = 'Record some: customer-seed evidence --to URL.';
  throw new EvidenceError('read', file, 'there is no such file', advice);
}

/** Writes evidence: all of it, or nothing. */
export function writeEvidence(file: string, evidence: Evidence): void {
  const beside = `${file}.${process.pid}.new`;
  try {
    writeFileSync(beside, formatEvidence(evidence));
    renameSync(beside, file);
  } catch (cause) {
    rmSync(beside, { force: true });
    throw new EvidenceError('write', file, messageOf(cause), 'Name a file that can be written.', { cause });
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
