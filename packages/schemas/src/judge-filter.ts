import { fieldNamed, type FieldType, filterFieldNames, isSortField, sortFields } from './filter-fields.ts';
import { formOfRange, formsOfLiteral } from './filter-value.ts';
import type { Filter, FilterList, FilterLiteral, FilterRange, ParsedFilter } from './filter.ts';
import { nearest } from './internal/nearest.ts';

/** What a filter or a sort names that customers don't have. `message` says it in whole sentences. */
export type FieldProblem =
  /** There is no such field; with the name that differs least from it, where one does by little. */
  | {
      readonly kind: 'unknown-field' | 'unsortable-field';
      readonly field: string;
      readonly nearest: string | undefined;
      readonly message: string;
    }
  /** The field can't have such a value, or such a range. */
  | {
      readonly kind: 'wrong-value' | 'wrong-range';
      readonly field: string;
      readonly type: FieldType;
      readonly value: string;
      readonly message: string;
    };

/** Holds a filter against the fields of customers: those that there are not, and values and ranges that they can't have. */
export function judgeFilter(filter: ParsedFilter): readonly FieldProblem[] {
  return filter.flatMap(({ field, terms }): readonly FieldProblem[] => {
    const type = fieldNamed(field)?.type;
    if (type === undefined) return [unknownField(field)];
    return terms.flatMap((term) => judgeTerm(term, field, type));
  });
}

/** Whether a filter that was read names only fields of customers, with values that they can have. */
export function isFilter(filter: ParsedFilter): filter is Filter {
  return judgeFilter(filter).length === 0;
}

/** Holds what a list is to be sorted by, such as `-createdTime`, against what customers can be sorted by. */
export function judgeSort(sort: readonly string[]): readonly FieldProblem[] {
  return sort
    .map((term) => term.replace(/^-/, ''))
    .filter((name) => !isSortField(name))
    .map((field) => {
      const near = nearestField(field, sortFields);
      const message = `Customers can't be sorted by "${field}".${suggestion(near)}`;
      return { kind: 'unsortable-field', field, nearest: near, message };
    });
}

function unknownField(field: string): FieldProblem {
  const near = nearestField(field, filterFieldNames);
  const message = `There is no field "${field}".${suggestion(near)}`;
  return { kind: 'unknown-field', field, nearest: near, message };
}

/** What others call a time ends otherwise: `createdAt`. */
function nearestField(field: string, names: readonly string[]): string | undefined {
  return nearest(field.replace(/(At|Date)$/, 'Time'), names);
}

function suggestion(near: string | undefined): string {
  return near === undefined ? '' : ` The nearest name is "${near}".`;
}

function judgeTerm(
  term: FilterLiteral | FilterRange | FilterList,
  field: string,
  type: FieldType,
): readonly FieldProblem[] {
  switch (term.kind) {
    case 'literal': {
      const { value } = term;
      if (formsOfLiteral(type, value).length > 0) return [];
      const message = `"${value}" is not a value of "${field}", which is a ${inWords(type)}.`;
      return [{ kind: 'wrong-value', field, type, value, message }];
    }
    case 'range': {
      if (formOfRange(type, term) !== undefined) return [];
      const value = `${term.from ?? ''}..${term.to ?? ''}`;
      const message = `"${value}" is not a range of "${field}", which is a ${inWords(type)}.`;
      return [{ kind: 'wrong-range', field, type, value, message }];
    }
    case 'list':
      // What is in it, nobody knows here.
      return [];
    default:
      return term satisfies never;
  }
}

function inWords(type: FieldType): string {
  return type === 'custom' ? 'custom field' : type;
}
