import {
  elementNode,
  isList,
  isRecord,
  isUnconstrained,
  type JsonSchema,
  memberNode,
  optionFor,
  type Possibility,
  possibleValues,
  schemaNode,
  type SchemaNode,
} from '@customer-contracts/pact-files/internal';

import { exampleAt } from '../api/example-of.ts';

/** A body that the API may answer: the usual one, with one thing changed. */
export interface Witness {
  /** The path of the member that was changed: `primaryAddress.city`, `tags[].type`. */
  readonly member: string;
  /** The same as names of members and positions in lists. */
  readonly steps: readonly (string | number)[];
  /** What was changed, as a sentence about the member: `may be null`. */
  readonly claim: string;
  /** Whether it is a value that the API has not documented yet, in one of its own lists. */
  readonly isOfTomorrow: boolean;
  /** The value that the member has now; `undefined` where it is left out. */
  readonly value: unknown;
  /** The whole body. */
  readonly body: unknown;
}

/** What decides which witnesses there are. */
export interface WitnessOptions {
  /** Whether members that may be absent are left out, too. */
  readonly isStrict: boolean;
  /** The members of which the consumer takes the values that are documented today for all that will ever come. */
  readonly closed: ReadonlyMap<string, string>;
  /** Whether everything is read where the reader doesn't say what: a schema that preprocesses says nothing. */
  readonly readsUnsaid?: boolean;
}

/** In place of all values that the API may add to one of its lists. */
const valueOfTomorrow = 'value-of-tomorrow';

/**
 * Bodies that the API may answer: the complete one with one member changed at a time, among the members that the reader names.
 * Null, absence, each value of an enumeration and one that it doesn't have yet, both ends of a length, the forms of a date, an empty list, a member more.
 */
export function witnesses(
  reader: JsonSchema,
  documented: JsonSchema,
  body: unknown,
  options: WitnessOptions,
): readonly Witness[] {
  const place = { reader: schemaNode(reader), documented: schemaNode(documented), value: body, member: '', steps: [] };
  return walk({ ...place, rebuild: (value) => value }, options);
}

interface Place {
  readonly reader: SchemaNode;
  readonly documented: SchemaNode;
  readonly value: unknown;
  readonly member: string;
  readonly steps: readonly (string | number)[];
  /** The whole body with another value at this place. */
  readonly rebuild: (value: unknown) => unknown;
}

function walk(place: Place, options: WitnessOptions): readonly Witness[] {
  const { documented, value, member } = place;
  const option = optionFor(documented, value) ?? {};
  const tomorrow =
    isOpenList(documented) && !options.closed.has(member)
      ? [
          witness(
            place,
            { claim: `may be "${valueOfTomorrow}", which the API does not document yet`, value: valueOfTomorrow },
            true,
          ),
        ]
      : [];
  const here: readonly Possibility[] = [
    ...(documented.isNullable && documented.options.some((option) => !isUnconstrained(option))
      ? [{ claim: 'may be null', value: null }]
      : []),
    ...(isList(value) ? lists(option, value) : []),
    ...(isRecord(value) ? maps(option, value) : possibleValues(option)),
    ...(isOpenList(documented) ? [] : otherAlternatives(documented, option)),
  ];
  return [...tomorrow, ...here.map((possibility) => witness(place, possibility)), ...inside(place, option, options)];
}

function witness({ member, steps, rebuild }: Place, { claim, value }: Possibility, isOfTomorrow = false): Witness {
  return { member, steps, claim, isOfTomorrow, value, body: rebuild(value) };
}

/** Whether the API documents values, and any text beside them. */
function isOpenList({ options }: SchemaNode): boolean {
  return options.some((option) => option.enum !== undefined) && options.some(isAnyText);
}

function isAnyText({ type, enum: values, const: only }: JsonSchema): boolean {
  return type === 'string' && values === undefined && only === undefined;
}

/** What may come in place of the alternative that the usual body has. */
function otherAlternatives({ options, root }: SchemaNode, usual: JsonSchema): readonly Possibility[] {
  return options
    .filter((option) => option !== usual && !isUnconstrained(option))
    .flatMap((option): readonly Possibility[] => {
      if (option.type !== 'object' && option.type !== 'array') return possibleValues(option);
      const value = exampleAt({ ...option, $defs: root.$defs });
      return [{ claim: `may be ${JSON.stringify(value)}`, value }];
    });
}

function lists({ minItems = 0 }: JsonSchema, value: readonly unknown[]): readonly Possibility[] {
  const [first] = value;
  const several = { claim: 'may have several elements', value: [first, first] };
  return minItems > 0 ? [several] : [{ claim: 'may be empty', value: [] }, several];
}

/** A map of anything holds anything; an object may have a member more than its document says. */
function maps({ properties = {} }: JsonSchema, value: Readonly<Record<string, unknown>>): readonly Possibility[] {
  if (Object.keys(properties).length > 0) {
    return [{ claim: 'may have members that the API does not document yet', value: { ...value, newMember: 'new' } }];
  }
  const others = ['text', 1, true, ['text'], { currency: 'USD', amount: 1 }];
  return others.map((other) => ({ claim: `may hold ${JSON.stringify(other)}`, value: { ...value, any: other } }));
}

function inside(place: Place, option: JsonSchema, options: WitnessOptions): readonly Witness[] {
  const { documented, value, member, steps, rebuild } = place;
  const isUnsaid = options.readsUnsaid === true && place.reader.options.every(isUnconstrained);
  const reader = isUnsaid ? documented : place.reader;
  const read = optionFor(reader, value) ?? {};
  if (isList(value) && value.length > 0) {
    const elements: Place = {
      reader: elementNode(read, reader.root),
      documented: elementNode(option, documented.root),
      value: value[0],
      member: `${member}[]`,
      steps: [...steps, 0],
      rebuild: (element) => rebuild([element, ...value.slice(1)]),
    };
    return walk(elements, options);
  }
  if (!isRecord(value)) return [];
  return Object.keys(read.properties ?? {}).flatMap((name) => {
    const node = memberNode(option, name, documented.root);
    const readNode = memberNode(read, name, reader.root);
    if (node === undefined || readNode === undefined || !Object.hasOwn(value, name)) return [];
    const path = member === '' ? name : `${member}.${name}`;
    const { [name]: own, ...others } = value;
    const isOptional = option.required?.includes(name) !== true;
    const absent = {
      member: path,
      steps: [...steps, name],
      claim: 'may be absent',
      isOfTomorrow: false,
      value: undefined,
      body: rebuild(others),
    };
    return [
      ...(options.isStrict && isOptional ? [absent] : []),
      ...walk(
        {
          reader: readNode,
          documented: node,
          value: own,
          member: path,
          steps: [...steps, name],
          rebuild: (changed) => rebuild({ ...value, [name]: changed }),
        },
        options,
      ),
    ];
  });
}
