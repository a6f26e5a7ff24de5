/**
 * What TypeScript can already say against a reader's schema: `unknown` when there is nothing, else an object that no
 * schema is, with the sentences as its type. The proof at run time says the same, and more.
 *
 * `Body` is what the API answers, `Input` what the schema takes, `Allowed` the members that `allow` and `closed` named.
 */
export type Refusal<Body, Input, Allowed extends string> = Told<Problems<Body, Input, Allowed>>;

/** In `Allowed`: a list that `closed` named. */
export type ClosedList<Path extends string> = `${Path}: closed`;

type Told<Sentences> = [Sentences] extends [never]
  ? unknown
  : [Extract<Sentences, Undocumented>] extends [never]
    ? { readonly 'The schema refuses what the API may answer': Sentences }
    : { readonly 'The schema names a member that the API does not document': Extract<Sentences, Undocumented> };

type Undocumented = `the API documents no ${string}`;

type Problems<Body, Input, Allowed extends string> = [Body] extends [undefined]
  ? 'the answer has no body'
  : [Input] extends [readonly unknown[]]
    ? ListRead<Body>
    : Problem<Body extends readonly (infer Each)[] ? Each : Body, Input, '', Allowed>;

type ListRead<Body> = unknown extends Body
  ? never
  : Body extends readonly unknown[]
    ? 'a list is read one by one: hand in the schema of one'
    : 'the answer is no list';

type Problem<Api, Input, Path extends string, Allowed extends string> =
  IsOpen<Api> extends true
    ? never
    : unknown extends Input
      ? never
      : | (null extends Api ? (null extends Input ? never : `${Path} may be null`) : never)
        | ProblemInside<Present<Api>, Present<Input>, Path, Allowed>;

/** Not `NonNullable`, which makes plain text of a list to which the API may add. */
type Present<Type> = Exclude<Type, null | undefined>;

type ProblemInside<Api, Input, Path extends string, Allowed extends string> =
  IsUnion<Input> extends true
    ? ScalarProblem<Api, Input, Path, Allowed>
    : [Api] extends [readonly (infer ApiElement)[]]
      ? [Input] extends [readonly (infer InputElement)[]]
        ? Problem<ApiElement, InputElement, `${Path}[]`, Allowed>
        : `${Path} is a list`
      : [Api] extends [object]
        ? [Input] extends [readonly unknown[]]
          ? `${Path} is an object`
          : [Input] extends [object]
            ? MemberProblem<Api, Input, Path, Allowed>
            : `${Path} is an object`
        : ScalarProblem<Api, Input, Path, Allowed>;

type MemberProblem<Api, Input, Path extends string, Allowed extends string> = {
  [Name in KnownKeys<Input>]-?: Joined<Path, Name> extends Allowed
    ? never
    : Name extends keyof Api
      ? Problem<
          Exclude<Api[Name], undefined>,
          Exclude<Input[Name & keyof Input], undefined>,
          Joined<Path, Name>,
          Allowed
        >
      : `the API documents no ${Joined<Path, Name>}${Guess<Name, keyof Api>}`;
}[KnownKeys<Input>];

type Guess<Name extends string, Known> = [NearestName<Name, Known>] extends [never]
  ? ''
  : `: did you mean ${NearestName<Name, Known>}?`;

/** Objects of a union are left to the proof; plain values must all be accepted, and those that a list may get. */
type ScalarProblem<Api, Input, Path extends string, Allowed extends string> = [Api] extends [object]
  ? never
  : [KnownValue<Api>] extends [never]
    ? ValueProblem<Api, Input, Path>
    : [Api] extends [Input]
      ? never
      : [Input] extends [Api]
        ? ClosedList<Path> extends Allowed
          ? ValueProblem<KnownValue<Api>, Input, Path>
          : `${Path} may have a value that the API does not document yet: read it with openEnum`
        : `${Path} is a string`;

type ValueProblem<Api, Input, Path extends string> = [Api] extends [Input]
  ? never
  : [Input] extends [Api]
    ? `${Path} may be ${Exclude<Api, Input> & Plain}`
    : `${Path} is a ${NameOf<Api>}`;

/** The values of a list to which the API may add, beside any text; `never` of another type. */
type KnownValue<Api> = string extends Api ? (Api extends unknown ? (string extends Api ? never : Api) : never) : never;

type Plain = string | number | boolean;

type NameOf<Api> = [Api] extends [string] ? 'string' : [Api] extends [number] ? 'number' : 'boolean';

type Joined<Path extends string, Name extends string> = Path extends '' ? Name : `${Path}.${Name}`;

/** The names that an object spells out; an index signature, as a loose object has it, is none. */
type KnownKeys<Type> = keyof { [Key in keyof Type as string extends Key ? never : Key & string]-?: true };

/** Whether the API says nothing of a place, or only that it is a map: then anything may be read there. */
type IsOpen<Api> = unknown extends Api ? true : string extends keyof NonNullable<Api> ? true : false;

type IsUnion<Type, Each = Type> = [Type] extends [boolean]
  ? false
  : Type extends unknown
    ? [Each] extends [Type]
      ? false
      : true
    : never;

/** Those of the known names that one slip of the finger makes of a name: a letter more, less, another, two swapped, or the case. */
type NearestName<Name extends string, Known> = Known extends string
  ? IsNear<Lowercase<Name>, Lowercase<Known>> extends true
    ? Known
    : never
  : never;

/** What the names have in common at the start is left out first. */
type IsNear<One extends string, Other extends string> = One extends `${infer Letter}${infer Rest}`
  ? Other extends `${Letter}${infer OtherRest}`
    ? IsNear<Rest, OtherRest>
    : IsOneSlip<One, Other>
  : IsOneSlip<One, Other>;

type IsOneSlip<One extends string, Other extends string> =
  Other extends WithoutFirst<One>
    ? true
    : One extends WithoutFirst<Other>
      ? true
      : WithoutFirst<One> extends WithoutFirst<Other>
        ? true
        : Other extends Swapped<One>
          ? true
          : false;

type WithoutFirst<Text extends string> = Text extends `${string}${infer Rest}` ? Rest : '';

type Swapped<Text extends string> = Text extends `${infer First}${infer Second}${infer Rest}`
  ? `${Second}${First}${Rest}`
  : never;
