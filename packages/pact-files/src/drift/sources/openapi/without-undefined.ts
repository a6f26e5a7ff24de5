/** An object whose members may be `undefined`, as one where they are left out instead. */
export type WithoutUndefined<Value> = {
  readonly [Name in keyof Value as undefined extends Value[Name] ? never : Name]: Value[Name];
} & {
  readonly [Name in keyof Value as undefined extends Value[Name] ? Name : never]?: Exclude<Value[Name], undefined>;
};

/** Leaves out the members that are `undefined`. */
export function withoutUndefined<Value extends object>(value: Value): WithoutUndefined<Value> {
  const kept = Object.entries(value).filter(([, member]) => member !== undefined);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A mapped type, member by member.
  return Object.fromEntries(kept) as WithoutUndefined<Value>;
}
