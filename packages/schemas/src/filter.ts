/** One value that a clause compares its field with. */
export type FilterTerm = FilterLiteral | FilterRange | FilterList;

/** An exact value, without regard to case: `John`, `12.5`, `true`, `2026-01-01T00:00:00Z`. */
export interface FilterLiteral {
  readonly kind: 'literal';
  /** Whether the field must not have the value. */
  readonly negated: boolean;
  readonly value: string;
}

/** A range of numbers or date-times, both ends included. At least one end is there. */
export interface FilterRange {
  readonly kind: 'range';
  /** Whether the field must not be in the range. */
  readonly negated: boolean;
  readonly from?: string;
  readonly to?: string;
}

/** The values of a saved list of the organization. */
export interface FilterList {
  readonly kind: 'list';
  /** Whether the field must not be in the list. */
  readonly negated: boolean;
  readonly name: string;
}

/** One condition: the field matches one of the positive terms, if there are any, and none of the negated ones. */
export interface FilterClause {
  /** The member, with dots into objects: `primaryAddress.country`, `customFields.vip`. */
  readonly field: string;
  /** At least one. */
  readonly terms: readonly FilterTerm[];
}

/** Conditions that must all hold. An empty one holds for every customer. */
export type Filter = readonly FilterClause[];
