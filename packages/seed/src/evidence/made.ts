import { closeSync, ftruncateSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';

import * as z from 'zod';

import { jsonOf } from '../json-of.ts';
import { HeldError, hold } from '../ledger/hold.ts';
import { LedgerError } from '../seed-error.ts';

const Head = z.strictObject({ ledger: z.literal('customer-seed evidence'), version: z.literal(1), to: z.string() });

/** What is noted: an id or an e-mail address before something is written under it, and that nothing is there any more. */
const Note = z.union([
  z.strictObject({ id: z.string() }),
  z.strictObject({ mail: z.string() }),
  z.strictObject({ gone: z.string() }),
]);

/** Who is told what may be there. */
export interface Notes {
  /** Is told before something is written under an id. */
  readonly making: (id: string) => void;
  /** Is told before something is written under an id that the server makes. */
  readonly posting: (mail: string) => void;
}

/** Where nothing has to be taken back. */
export const noNotes: Notes = { making: () => {}, posting: () => {} };

/**
 * What scenarios have made, in a file: a line before each write, so that a kill at any moment leaves nothing behind that the
 * next run doesn't know. It goes when all of it is gone.
 */
export class Made implements Notes, Disposable {
  readonly #file: string;
  readonly #held: Disposable;
  readonly #descriptor: number;
  readonly #ids = new Set<string>();
  readonly #mails = new Set<string>();

  /** @throws {LedgerError} when it can't be read or written, is in use, or is about another API. */
  constructor(file: string, to: string) {
    this.#file = file;
    this.#descriptor = this.#attempt(() => openSync(file, 'a+'));
    try {
      this.#held = this.#attempt(() => hold(file));
    } catch (error) {
      closeSync(this.#descriptor);
      throw error;
    }
    try {
      this.#read(to);
    } catch (error) {
      this.#close();
      throw error;
    }
  }

  /** The ids of customers that may be there. */
  get ids(): readonly string[] {
    return [...this.#ids];
  }

  /** The e-mail addresses of customers that may be there under an id of the server's own. */
  get mails(): readonly string[] {
    return [...this.#mails];
  }

  making(id: string): void {
    if (this.#ids.has(id)) return;
    this.#ids.add(id);
    this.#note({ id });
  }

  posting(mail: string): void {
    this.#mails.add(mail);
    this.#note({ mail });
  }

  /** Is told that nothing is there any more, by its id or e-mail address. */
  gone(what: string): void {
    this.#ids.delete(what);
    this.#mails.delete(what);
    this.#note({ gone: what });
  }

  /** Lets go of the file, which goes with the last that was made. */
  [Symbol.dispose](): void {
    if (this.#ids.size + this.#mails.size === 0) rmSync(this.#file, { force: true });
    this.#close();
  }

  #close(): void {
    closeSync(this.#descriptor);
    this.#held[Symbol.dispose]();
  }

  #read(to: string): void {
    const begin = { ledger: 'customer-seed evidence', version: 1, to };
    const text = this.#attempt(() => readFileSync(this.#file, 'utf8'));
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole === '' && JSON.stringify(begin).startsWith(text)) {
      this.#attempt(() => ftruncateSync(this.#descriptor));
      this.#note(begin);
      return;
    }
    const [head, ...notes] = whole.split('\n').map(jsonOf);
    const { data } = Head.safeParse(head);
    if (data === undefined)
      throw new LedgerError(this.#file, 'it is no ledger of customer-seed evidence', 'Name another file.');
    if (data.to !== to)
      throw new LedgerError(
        this.#file,
        'it is about customers of another API',
        'Clean up there first, or name another file.',
      );
    // What a kill left half.
    if (whole !== text) this.#attempt(() => ftruncateSync(this.#descriptor, Buffer.byteLength(whole)));
    for (const each of notes) {
      const note = Note.safeParse(each).data;
      if (note === undefined) continue;
      if ('id' in note) this.#ids.add(note.id);
      else if ('mail' in note) this.#mails.add(note.mail);
      else {
        this.#ids.delete(note.gone);
        this.#mails.delete(note.gone);
      }
    }
  }

  #note(line: object): void {
    this.#attempt(() => writeSync(this.#descriptor, `${JSON.stringify(line)}\n`));
  }

  #attempt<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (cause) {
      if (cause instanceof HeldError)
        throw new LedgerError(this.#file, cause.message, 'Wait for it, or stop it.', { cause });
      const received = cause instanceof Error ? cause.message : String(cause);
      throw new LedgerError(this.#file, received, 'Name a file that can be written.', { cause });
    }
  }
}
