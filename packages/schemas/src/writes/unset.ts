/** A resource in the making: at every depth, what it may leave out may be `undefined`, too. */
export type Unset<Resource> = Resource extends readonly (infer Item)[]
  ? readonly Unset<Item>[]
  : Resource extends object
    ? { readonly [Name in keyof Resource]: Unset<Resource[Name]> | UndefinedIn<Pick<Resource, Name>> }
    : Resource;

/** `undefined` for a member that may be left out. */
type UndefinedIn<Member> = Partial<Member> extends Member ? undefined : never;
