import type * as z from 'zod';

import { misusedOption, noOptions, type OptionProblem, unknownOption } from './option-problem.ts';

/**
 * Checks options as a caller without types, or a file, may have given them. The messages of the schema's own checks say
 * what to give, without a full stop: `Give a port from 0 to 65535`. A check of several options has one of them as its path.
 *
 * @param refuse makes the package's own error of the first problem; an unknown name goes before the others.
 * @param secrets the options of which no message may show a value.
 * @returns the parsed options.
 */
export function checkOptions<Schema extends z.ZodObject>(
  schema: Schema,
  options: unknown,
  refuse: (problem: OptionProblem) => Error,
  secrets: readonly PropertyKey[] = [],
): z.output<Schema> {
  const { success, data, error } = schema.safeParse(options);
  if (success) return data;
  throw refuse(problemOf(schema, options, error.issues, secrets));
}

function problemOf(
  schema: z.ZodObject,
  options: unknown,
  issues: readonly z.core.$ZodIssue[],
  secrets: readonly PropertyKey[],
): OptionProblem {
  for (const issue of issues) {
    const [name] = issue.code === 'unrecognized_keys' ? issue.keys : [];
    if (name !== undefined) return unknownOption(name, namesAt(schema, issue.path), issue.path);
  }
  const [{ path, message } = { path: [], message: '' }] = issues;
  const [option] = path;
  if (option === undefined) return noOptions(options);
  const value = path.reduce<unknown>((outer, name) => Reflect.get(Object(outer), name), options);
  return misusedOption(path.join('.'), value, message, secrets.includes(option));
}

/** The names that may stand at a place of a schema. */
function namesAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- zod's own way to tell its schemas apart.
  const { _zod: internals } = schema as z.core.$ZodTypes;
  const { def } = internals;
  const [name, ...rest] = path;
  if (def.type === 'optional' || def.type === 'nullable' || def.type === 'default') return namesAt(def.innerType, path);
  if (def.type === 'array') return namesAt(def.element, rest);
  if (def.type === 'union') return [...new Set(def.options.flatMap((option) => namesAt(option, path)))];
  if (def.type !== 'object') return [];
  const member = name === undefined ? undefined : def.shape[String(name)];
  if (member !== undefined) return namesAt(member, rest);
  return name === undefined ? Object.keys(def.shape) : [];
}
