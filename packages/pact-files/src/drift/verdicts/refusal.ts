import { headerOf } from '../../document/header-of.ts';
import type { BodyPath, HttpInteraction } from '../../document/pact-document.ts';
import { bodyMisfits, type Misfit } from '../../matching/body-misfits.ts';
import { parameterFits } from '../../matching/parameter-fits.ts';
import { absent, valueAt, withValue } from './changed-body.ts';

/**
 * Whether an interaction refuses a body because of what stands at one place of it: with what its own example has there, or with
 * nothing where that has nothing, the place is no reason to refuse it.
 */
export function refusesBody(interaction: HttpInteraction, body: unknown, path: BodyPath): boolean {
  // An object that lacks another member as well has the same misfit with this one and without.
  if (valueAt(body, path) === absent) return refusesValue(interaction, path, absent);
  const { rules, body: example } = interaction.response;
  const before = misfitNames(bodyMisfits(rules, example, withValue(body, path, valueAt(example, path))));
  return hasOther(bodyMisfits(rules, example, body), before);
}

/** The same of the example itself with another value at the place. What is wrong with the example is found out once. */
export function refusesValue({ response }: HttpInteraction, path: BodyPath, value: unknown): boolean {
  const { rules, body: example } = response;
  const before = ownMisfits.get(response) ?? misfitNames(bodyMisfits(rules, example, copied(example)));
  ownMisfits.set(response, before);
  return hasOther(bodyMisfits(rules, example, withValue(example, path, value)), before);
}

const ownMisfits = new WeakMap<object, ReadonlySet<string>>();

/** A copy forgets how its numbers were written, as a changed body does. */
function copied(example: unknown): unknown {
  return typeof example === 'object' ? structuredClone(example) : example;
}

function misfitNames(misfits: readonly Misfit[]): ReadonlySet<string> {
  return new Set(misfits.map(nameOf));
}

function hasOther(misfits: readonly Misfit[], before: ReadonlySet<string>): boolean {
  return misfits.some((misfit) => !before.has(nameOf(misfit)));
}

function nameOf({ path, rule }: Misfit): string {
  return JSON.stringify([path, rule?.name]);
}

/** Whether an interaction refuses a header of the answer: another value than it asks for, or none. */
export function refusesHeader({ response }: HttpInteraction, name: string, value: unknown): boolean {
  const example = headerOf(response.headers, name);
  if (example === undefined) return false;
  if (value === absent) return true;
  const rule = response.rules.find((each) => each.part === 'headers' && each.name.toLowerCase() === name.toLowerCase());
  const text = String(value);
  return rule === undefined ? text !== example : !parameterFits(rule, [text], [example]);
}
