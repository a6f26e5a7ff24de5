/**
 * What may stand at one place of a request or an answer, or has been seen there: which kinds, whether null, whether nothing.
 * It is the normal form of what a table, a document and traffic say, so that they can be compared: a union is one such
 * record, whatever it is written as. The plain table's `Place` says the same of a zod schema, in zod's words; `kindsOf`
 * makes this of it.
 */
export interface Kinds {
  /** Whether it may be left out. Of traffic: whether it was. */
  readonly isOptional: boolean;
  /** Whether null may stand there. */
  readonly isNullable: boolean;
  /** The texts that may stand there; absent where none may. */
  readonly text?: TextKind;
  /** The numbers; absent where none may stand there. */
  readonly number?: NumberKind;
  /** The booleans; absent where none may stand there. */
  readonly boolean?: BooleanKind;
  /** The lists; absent where none may stand there. */
  readonly list?: ListKind;
  /** The objects; absent where none may stand there. */
  readonly object?: ObjectKind;
  /**
   * Where a document has several alternatives: each by itself, and the record round them is what they are together. A value
   * fits that fits one of them.
   */
  readonly alternatives?: readonly Kinds[];
  /** Whether the source doesn't say what stands there: inside of a circle of references, of an empty list in traffic. */
  readonly isUnsaid?: boolean;
}

/** A kind of JSON value, null apart. */
export type Kind = 'text' | 'number' | 'boolean' | 'list' | 'object';

/** What was seen beside what the base promises, where values are not kept: another format or limit, a value that is not listed. */
export type Outside = 'format' | 'limit' | 'value';

/** What traffic says of a kind. */
interface Seen {
  /** Of traffic: in what the values left what the base promises. */
  readonly outside?: readonly Outside[];
}

/** Texts. */
export interface TextKind extends Seen {
  /** The values that are listed; absent where any text may stand. Of traffic: those seen that the base lists, or that look like a code. */
  readonly known?: readonly string[];
  /** Whether any other text may stand there beside those that are listed. */
  readonly isOpen?: boolean;
  /** The format, by its name in the document. */
  readonly format?: string;
  /** The source of a regular expression. */
  readonly pattern?: string;
  /** In code points, as JSON Schema counts. */
  readonly minLength?: number;
  /** In code points. */
  readonly maxLength?: number;
}

/** Numbers. */
export interface NumberKind extends Seen {
  /** Whether they have no fraction. */
  readonly isInteger: boolean;
  /** The values that are listed; absent where any number may stand. */
  readonly known?: readonly number[];
  /** The format, by its name in the document: `int32`, `double`. */
  readonly format?: string;
  /** The least that it may be. */
  readonly minimum?: number;
  /** The most that it may be. */
  readonly maximum?: number;
  /** What a number must be more than. */
  readonly exclusiveMinimum?: number;
  /** What a number must be less than. */
  readonly exclusiveMaximum?: number;
  /** What it must be a multiple of. */
  readonly multipleOf?: number;
}

/** Booleans. */
export interface BooleanKind {
  /** The only one that may stand there. */
  readonly known?: readonly boolean[];
}

/** Lists. */
export interface ListKind extends Seen {
  /** What each element is. */
  readonly element: Kinds;
  /** How many there must be at least. */
  readonly minItems?: number;
  /** How many there may be at most. */
  readonly maxItems?: number;
  /** Whether no two elements are equal. */
  readonly isUnique?: boolean;
}

/** Objects. */
export interface ObjectKind extends Seen {
  /** What the named members are. */
  readonly members: Readonly<Record<string, Kinds>>;
  /** The names of members that only the other direction has: of a request the read-only ones, of an answer the write-only ones. */
  readonly elsewhere?: readonly string[];
  /** What members with other names are; absent where they may be anything. */
  readonly others?: Kinds;
  /** Whether there may be no others. */
  readonly isClosed?: boolean;
  /** How many members it must have at least. */
  readonly minProperties?: number;
  /** How many members it may have at most. */
  readonly maxProperties?: number;
  /** Of traffic: whether only parts were seen, as `fields` asks for them, so that absence says nothing. */
  readonly isPart?: boolean;
}
