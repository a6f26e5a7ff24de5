import { isCell } from '../plain.ts';
import { type Change, compareShapes, shapeOfTable } from '../shapes.ts';
import { daysOf, type Evidence, type Surroundings } from './evidence.ts';

/** What a documented answer or a decision rests on. */
export type Standing =
  /** Our word alone: a decision that nobody has seen. */
  | { readonly kind: 'none' }
  /** Rebilly's document alone: an answer that nobody has seen. */
  | { readonly kind: 'documented' }
  | ({ readonly kind: 'seen' } & Witness)
  /** Something else was seen: `what` says what, as far as its shape tells. */
  | ({ readonly kind: 'contradicted'; readonly what: readonly string[] } & Witness);

/** Where and when something was seen; absent where nobody wrote it down. */
interface Witness {
  readonly where?: Surroundings;
  /** The last day: `2026-11-30`. */
  readonly date?: string;
}

/** What each documented answer and each decision rests on, by evidence: `standing('q3')`, `standing('getCustomer 404')`. */
export function standingsBy({ shape, where, observations }: Evidence): (about: string) => Standing {
  const { to: date } = daysOf(shape);
  const witness: Witness = { ...(where && { where }), ...(date && { date }) };
  const changes = compareShapes(shapeOfTable(), shape).filter(({ direction }) => direction === 'response');
  const answered = new Set(
    Object.entries(shape.operations).flatMap(([id, { responses }]) =>
      Object.keys(responses).map((status) => `${id} ${status}`),
    ),
  );
  return (about) => {
    const own = observations.filter((each) => each.about === about);
    const what = [
      ...own.filter(({ observed }) => observed === 'otherwise').map(({ scenario }) => scenario),
      ...changes.filter(({ operation, status }) => `${operation} ${status}` === about).map(inWords),
    ];
    if (what.length > 0) return { kind: 'contradicted', what, ...witness };
    if (answered.has(about) || own.some(({ observed }) => observed === 'as-decided'))
      return { kind: 'seen', ...witness };
    return { kind: isCell(about) ? 'documented' : 'none' };
  };
}

/** Where and when something was seen, to stand behind a word: ` in the sandbox on 2026-11-30`; empty where nobody wrote it down. */
export function witnessInWords({ where, date }: Witness): string {
  const place = where === undefined ? '' : ` ${where === 'sandbox' ? 'in the sandbox' : `on ${where}`}`;
  return `${place}${date === undefined ? '' : ` on ${date}`}`;
}

/** `company is new`. */
function inWords({ in: where, member, what }: Change): string {
  return [...(where === 'body' ? [] : [where]), member, what].filter((word) => word !== '').join(' ');
}
