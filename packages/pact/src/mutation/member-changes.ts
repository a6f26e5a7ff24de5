import { isDeepStrictEqual } from 'node:util';

import { isList, isRecord, possibleValues } from '@customer-contracts/pact-files/internal';

import { type Change, eachElement, replaceAt, type Steps, valuesAt } from './change.ts';
import { type MutatedPart, type ReadAnswer, readAnswer } from './mutated-part.ts';
import { type Place, placesIn } from './places.ts';

/**
 * For each member that the reader's schema reads: another value of it, which the schema accepts and makes something else of.
 * That of another record where it can be: nothing but the test's own assertions is to notice it.
 */
export async function memberChanges(part: MutatedPart, others: readonly ReadAnswer[]): Promise<readonly Change[]> {
  const { interaction, definition, example } = part;
  const { reader, documented } = interaction;
  const body = definition.response.served;
  if (reader === undefined || documented === undefined || body === undefined) return [];
  const sample = isList(body) ? body[0] : body;
  const documentedAt = new Map(placesIn(documented.resource, sample).map((place) => [place.member, place.option]));
  const found: Change[] = [];
  for (const { member, steps: inResource } of placesIn(reader, sample).filter(isLeaf)) {
    const everywhere: Steps = inResource.map((step) => (step === 0 ? eachElement : step));
    const steps: Steps = isList(body) ? [eachElement, ...everywhere] : everywhere;
    const candidates = [
      ...others.flatMap((other) => valuesAt(other.body, steps)),
      ...possibleValues(documentedAt.get(member) ?? {}).map(({ value }) => value),
    ];
    for (const value of candidates) {
      const changed = await readAnswer(
        part,
        replaceAt(body, steps, () => value),
      );
      if (changed === undefined || isDeepStrictEqual(changed.example, example)) continue;
      found.push({ member, claim: 'is another value', steps, value });
      break;
    }
  }
  return found;
}

/** A plain value, or something of whose inside the schema says nothing. */
function isLeaf({ member, value, option }: Place): boolean {
  if (member === '' || value === null || value === undefined) return false;
  if (isList(value)) return value.length > 0 && typeof option.items !== 'object';
  return !isRecord(value) || Object.keys(option.properties ?? {}).length === 0;
}
