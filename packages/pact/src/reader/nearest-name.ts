/** Those of the known names that one slip of the finger makes of a name: a letter more, less, another, two swapped, or the case. */
export type NearestName<Name extends string, Known> = Known extends string
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
