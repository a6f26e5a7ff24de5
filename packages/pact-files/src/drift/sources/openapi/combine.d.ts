import { type Kinds, type NumberKind } from '@customer-contracts/schemas/shapes';
/** Where nothing may stand. */
export declare const nothing: Kinds;
/** What one of these says, as `anyOf` and `oneOf` do: together, and each by itself where there are several. */
export declare function either(all: readonly Kinds[]): Kinds;
/** What both of these say, as `allOf` does. */
export declare function both(one: Kinds, other: Kinds): Kinds;
/** A number as everybody would write it: an integer more than 0 is 1 at least, and one between 401 and 401 is 401. */
export declare function tidyNumber(
  kind: {
    readonly [Name in keyof NumberKind]: NumberKind[Name] | undefined;
  } & {
    readonly isInteger: boolean;
  },
): NumberKind;
//# sourceMappingURL=combine.d.ts.map
