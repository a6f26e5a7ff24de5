import { isObject } from './is-object.ts';
import type { Kinds, ObjectKind } from './kinds.ts';
import { listMisfits, numberMisfits, objectMisfits, textMisfits } from './outside.ts';

/** Where a value is otherwise than a shape says. */
export interface Misfit {
  /** Where in the value; empty for the whole. */
  readonly path: readonly (string | number)[];
  /**
   * What is wrong there: another kind of value, null, nothing where something must stand, a member that may not be there, a value
   * that is not listed, or another format or limit.
   */
  readonly what: 'kind' | 'null' | 'absent' | 'unknown' | 'value' | 'format' | 'limit';
}

/** Is told a misfit: the way to it, which goes on and is to be copied; what is wrong; what may stand there, and what does. */
export type TellMisfit = (path: Misfit['path'], what: Misfit['what'], kinds: Kinds | undefined, value: unknown) => void;

/**
 * Tells the misfits of a value one by one, and keeps none: of a long list that is all wrong there are many. It is for promises without
 * alternatives, as those of the table are.
 */
export class Judge {
  /** Hears of each misfit. */
  protected readonly tell: TellMisfit;
  /** The way to the place. */
  protected readonly path: (string | number)[] = [];

  constructor(tell: TellMisfit) {
    this.tell = tell;
  }

  /** Judges what stands at a place. */
  place(kinds: Kinds, value: unknown): void {
    if (value === undefined) {
      if (!kinds.isOptional) this.#here(['absent'], kinds, value);
    } else if (kinds.isUnsaid) return;
    else if (value === null) {
      if (!kinds.isNullable) this.#here(['null'], kinds, value);
    } else this.#kind(kinds, value);
  }

  #kind(kinds: Kinds, value: unknown): void {
    const { text, number, boolean, list, object } = kinds;
    if (typeof value === 'string' && text) this.#here(textMisfits(text, value), kinds, value);
    else if (typeof value === 'number' && number) {
      const isOther = number.isInteger && !Number.isInteger(value);
      this.#here(isOther ? ['kind'] : numberMisfits(number, value), kinds, value);
    } else if (typeof value === 'boolean' && boolean) {
      if (boolean.known?.includes(value) === false) this.#here(['value'], kinds, value);
    } else if (Array.isArray(value) && list) {
      this.#here(listMisfits(list, value), kinds, value);
      for (const [index, each] of value.entries()) this.#inside(index, list.element, each);
    } else if (isObject(value) && object) {
      this.#here(objectMisfits(object, value), kinds, value);
      this.#members(object, value);
    } else this.#here(['kind'], kinds, value);
  }

  #members({ members, others, isClosed, elsewhere }: ObjectKind, value: Readonly<Record<string, unknown>>): void {
    for (const name of Object.keys(members))
      this.#inside(name, members[name], Object.hasOwn(value, name) ? value[name] : undefined);
    if (others === undefined && !isClosed) return;
    for (const name of Object.keys(value)) {
      if (Object.hasOwn(members, name)) continue;
      if (others !== undefined) this.#inside(name, others, value[name]);
      // What belongs to the other direction is passed over, not refused.
      else if (!elsewhere?.includes(name)) this.tell([...this.path, name], 'unknown', undefined, value[name]);
    }
  }

  #inside(step: string | number, kinds: Kinds | undefined, value: unknown): void {
    if (kinds === undefined) return;
    this.path.push(step);
    this.place(kinds, value);
    this.path.pop();
  }

  #here(whats: readonly Misfit['what'][], kinds: Kinds, value: unknown): void {
    for (const what of whats) this.tell(this.path, what, kinds, value);
  }
}
