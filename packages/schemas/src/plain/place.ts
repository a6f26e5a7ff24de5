/** What may stand at one place of a request or an answer, as plain data: a shape, or null or nothing in its place. */
export interface Place {
  /** What may stand there, null and absence apart. */
  readonly shape: Shape;
  /** Whether null may stand there. */
  readonly isNullable: boolean;
  /** Whether it may be left out. */
  readonly isOptional: boolean;
}

/** What a schema says of the values at a place, null and absence apart. */
export type Shape =
  | StringShape
  | NumberShape
  | ConstantShape
  | ListShape
  | ObjectShape
  | { readonly kind: 'boolean' | 'map' | 'anything' };

/** A text. */
export interface StringShape {
  readonly kind: 'string';
  /** The values that the API documents. */
  readonly known?: readonly string[];
  /** Whether the API may add to them. */
  readonly isOpen?: boolean;
  /** Its format, by the name in JSON Schema. */
  readonly format?: StringFormat;
  /** The source of a regular expression, the format's where there is one. */
  readonly pattern?: string;
  /** In code points, as {@link maxLength}. */
  readonly minLength?: number;
  /** In code points, as JSON Schema counts. */
  readonly maxLength?: number;
  /** What zod says of a value that isn't so. */
  readonly words: Words<'kind' | 'known' | 'format' | 'pattern' | 'minLength' | 'maxLength'>;
}

/** The format of a text, by its name in JSON Schema. */
export type StringFormat = 'date' | 'date-time' | 'email' | 'uri';

/** A number. */
export interface NumberShape {
  readonly kind: 'number';
  /** Whether it has no fraction. */
  readonly isInteger: boolean;
  /** The least that it may be. */
  readonly minimum?: number;
  /** The most that it may be. */
  readonly maximum?: number;
  /** What zod says of a value that isn't so. */
  readonly words: Words<'isInteger' | 'minimum' | 'maximum'>;
}

/** One value. */
export interface ConstantShape {
  readonly kind: 'constant';
  /** The only one that may stand there. */
  readonly value: string | number | boolean;
  /** What zod says of a value that isn't so. */
  readonly words: Words<'value'>;
}

/** A list. */
export interface ListShape {
  readonly kind: 'list';
  /** What each of its elements is. */
  readonly element: Place;
}

/** An object whose members have names. */
export interface ObjectShape {
  readonly kind: 'object';
  /** The name of the exported schema: `Customer`. */
  readonly name?: string;
  /** Its members, by name. */
  readonly members: Readonly<Record<string, Place>>;
  /** Whether other members are refused. */
  readonly isClosed: boolean;
  /** The members that only the other direction has: of what is written the read-only ones, of what is read the write-only ones. */
  readonly elsewhere: readonly string[];
}

/** What a message says when one thing that a shape says is not kept. */
export type Words<Said extends string> = { readonly [Each in Said]?: string };
