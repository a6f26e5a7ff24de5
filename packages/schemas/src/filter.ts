import type { FieldsOf, FieldType } from './filter-fields.ts';

/** What the exact values of a field are, by how they compare: words of a number or a boolean don't compile. */
interface LiteralValues {
  readonly text: string;
  readonly number: `${number}`;
  readonly boolean: 'true' | 'false';
  readonly date: string;
  readonly 'date-time': string;
  readonly custom: string;
}

/** What the ends of a field's ranges are; `never` where it has none. */
interface RangeEnds {
  readonly text: never;
  readonly number: `${number}`;
  readonly boolean: never;
  readonly date: string;
  readonly 'date-time': string;
  readonly custom: string;
}

/** One value that a clause compares its field with. */
export type FilterTerm<Type extends FieldType = FieldType> =
  | FilterLiteral<LiteralValues[Type]>
  | ([RangeEnds[Type]] extends [never] ? never : FilterRange<RangeEnds[Type]>)
  | FilterList;

/** An exact value, without regard to case: `John`, `12.5`, `true`, `2026-01-01T00:00:00Z`. */
export interface FilterLiteral<Value extends string = string> {
  readonly kind: 'literal';
  /** Whether the field must not have the value. */
  readonly negated: boolean;
  /** The value, as text. */
  readonly value: Value;
}

/** A range of numbers, dates or date-times, both ends included. At least one end is there. */
export interface FilterRange<End extends string = string> {
  readonly kind: 'range';
  /** Whether the field must not be in the range. */
  readonly negated: boolean;
  /** The lower end; open without one. */
  readonly from?: End;
  /** The upper end; open without one. */
  readonly to?: End;
}

/** The values of a saved list of the organization. */
export interface FilterList {
  readonly kind: 'list';
  /** Whether the field must not be in the list. */
  readonly negated: boolean;
  readonly name: string;
}

/**
 * One condition: the field matches one of the positive terms, if there are any, and none of the negated ones. The field is a
 * member of a customer, with dots into objects: `primaryAddress.country`, `customFields.vip`. Its terms are of its type.
 */
export type FilterClause = {
  [Type in FieldType]: {
    readonly field: FieldsOf<Type>;
    /** At least one. */
    readonly terms: readonly FilterTerm<Type>[];
  };
}[FieldType];

/** Conditions that must all hold. An empty one holds for every customer. */
export type Filter = readonly FilterClause[];

/** One condition as it was read: in the grammar, whatever it names. */
export interface ParsedClause {
  /** The name of the field. */
  readonly field: string;
  /** At least one. */
  readonly terms: readonly (FilterLiteral | FilterRange | FilterList)[];
}

/** A filter as it was read: in the grammar, whatever it names. `judgeFilter` holds it against the fields there are. */
export type ParsedFilter = readonly ParsedClause[];
