import { useMutation } from '@tanstack/preact-query';
import { createContext, type ComponentChildren } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type * as z from 'zod';

import { Countdown } from '../parts/countdown.tsx';
import { Failure } from '../parts/failure.tsx';
import { momentInWords } from '../parts/in-words.ts';
import { useNotice } from '../shell/notice.tsx';
import { ChangedMeanwhile } from './changed-meanwhile.ts';
import { type Draft, keepDraft, readDraft } from './draft.ts';
import { fieldErrors, type FieldErrors } from './field-errors.ts';

/** What the fields of a form share. */
export interface FormState {
  /** What is sent: it says what each field may hold. */
  readonly schema: z.ZodType;
  /** What the API has against what was sent last. */
  readonly errors: FieldErrors;
  /** What was typed into the form the last time, and not saved. */
  readonly draft: Draft;
}

/** What the fields of a form share. */
export const FormContext = createContext<FormState | undefined>(undefined);

/** The fields of a form, by name; empty ones left out. */
export type FieldValues = ReadonlyMap<string, string>;

interface ApiFormProps<Result> {
  /** What the form is about, by the name that what is typed is kept under: `customer cus_01`. */
  readonly name: string;
  readonly schema: z.ZodType;
  readonly action: string;
  /** Sends the fields. Throws {@link ChangedMeanwhile} where somebody else has saved first. */
  readonly send: (fields: FieldValues) => Promise<Result>;
  readonly onDone: (result: Result) => void;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/**
 * A form that the API checks: what it has against a member is shown at the field of that name. What the schema has against a
 * field is shown as soon as the field is left. What is typed stays until it is saved or discarded, however the form closes.
 */
export function ApiForm<Result>({ name, schema, action, send, onDone, onClose, children }: ApiFormProps<Result>) {
  const form = useRef<HTMLFormElement>(null);
  const notify = useNotice();
  const conflictId = useId();
  const [draft, setDraft] = useState(() => readDraft(name) ?? nothing);
  const [isChanged, setIsChanged] = useState(draft !== nothing);
  const { mutate, error, isPending, reset } = useMutation({
    mutationFn: send,
    onSuccess: (result) => {
      keep(nothing);
      onDone(result);
    },
  });
  const [names, setNames] = useState<ReadonlySet<string>>(new Set());
  const errors = useMemo(() => fieldErrors(error), [error]);
  const elsewhere = [...errors].filter(([name]) => !names.has(name));
  const keep = (typed: Draft) => {
    keepDraft(name, typed);
    setIsChanged(Object.keys(typed).length > 0);
  };
  const discard = () => {
    keep(nothing);
    onClose();
  };
  const startOver = () => {
    keep(nothing);
    reset();
    form.current?.reset();
    setDraft(nothing);
  };
  useEffect(
    () => () => {
      if (readDraft(name) !== undefined) notify('What you typed is kept. Open the form again to go on.');
    },
    [],
  );
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [error]);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const data = new FormData(event.currentTarget);
    setNames(new Set(data.keys()));
    mutate(filled(data));
  };

  return (
    <FormContext.Provider value={{ schema, errors, draft }}>
      <form
        ref={form}
        class="api-form"
        noValidate
        onSubmit={submit}
        onInput={({ currentTarget }) => keep(typedInto(currentTarget))}
      >
        {draft !== nothing && (
          <p class="note restored">
            What you typed before is here again.{' '}
            <button type="button" class="link" onClick={startOver}>
              Start over
            </button>
          </p>
        )}
        {/* Anew with every start, so that no field holds on to what was typed. */}
        <div class="body" key={draft === nothing ? 'new' : 'restored'}>
          {children}
        </div>
        {error && (
          <div class="outcome">
            {error instanceof ChangedMeanwhile ? (
              <section class="failure warning" role="alert" aria-labelledby={conflictId}>
                <h3 id={conflictId}>Somebody else has changed this meanwhile</h3>
                <p>
                  {error.time && `Saved ${momentInWords(error.time)}. `}Nothing of yours is sent yet. Each field that
                  they have changed says so. Save again to save yours.
                </p>
              </section>
            ) : errors.size === 0 ? (
              <Failure error={error} />
            ) : (
              <p class="failure warning" role="alert">
                The API does not take{' '}
                {errors.size === 1 ? 'one field; it says why there' : `${errors.size} fields; it says why at each`}.
                {elsewhere.map(([name, messages]) => (
                  <span key={name} class="elsewhere">
                    <code>{name}</code> {messages.join('; ')}
                  </span>
                ))}
              </p>
            )}
          </div>
        )}
        <footer>
          <button type="button" onClick={discard}>
            {isChanged ? 'Discard changes' : 'Cancel'}
          </button>
          <Countdown kind="primary" type="submit" error={error} isBusy={isPending}>
            {action}
          </Countdown>
        </footer>
      </form>
    </FormContext.Provider>
  );
}

const nothing: Draft = {};

/** What the fields hold, where that is not what was read. */
function typedInto(form: HTMLFormElement): Draft {
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-read]')];
  const typed = fields.filter(({ value, dataset }) => value !== dataset['read']);
  return Object.fromEntries(typed.map(({ name, value, dataset }) => [name, { value, was: dataset['first'] ?? '' }]));
}

function filled(data: FormData): FieldValues {
  const texts = [...data].map(([name, value]) => [name, typeof value === 'string' ? value.trim() : ''] as const);
  return new Map(texts.filter(([, value]) => value !== ''));
}
