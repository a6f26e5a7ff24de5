import { useMutation } from '@tanstack/preact-query';
import { createContext, type ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type * as z from 'zod';

import { Countdown } from '../parts/countdown.tsx';
import { Failure } from '../parts/failure.tsx';
import { fieldErrors, type FieldErrors } from './field-errors.ts';

/** What the fields of a form share. */
export interface FormState {
  /** What is sent: it says what each field may hold. */
  readonly schema: z.ZodType;
  /** What the API has against what was sent last. */
  readonly errors: FieldErrors;
}

/** What the fields of a form share. */
export const FormContext = createContext<FormState | undefined>(undefined);

/** The fields of a form, by name; empty ones left out. */
export type FieldValues = ReadonlyMap<string, string>;

interface ApiFormProps<Result> {
  readonly schema: z.ZodType;
  readonly action: string;
  readonly send: (fields: FieldValues) => Promise<Result>;
  readonly onDone: (result: Result) => void;
  readonly onCancel: () => void;
  readonly children: ComponentChildren;
}

/**
 * A form that the API checks: what it has against a member is shown at the field of that name. What the schema has against a
 * field is shown as soon as the field is left.
 */
export function ApiForm<Result>({ schema, action, send, onDone, onCancel, children }: ApiFormProps<Result>) {
  const form = useRef<HTMLFormElement>(null);
  const { mutate, error, isPending } = useMutation({ mutationFn: send, onSuccess: onDone });
  const [names, setNames] = useState<ReadonlySet<string>>(new Set());
  const errors = useMemo(() => fieldErrors(error), [error]);
  const elsewhere = [...errors].filter(([name]) => !names.has(name));
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
    <FormContext.Provider value={{ schema, errors }}>
      <form ref={form} class="api-form" noValidate onSubmit={submit}>
        <div class="body">{children}</div>
        {error && (
          <div class="outcome">
            {errors.size === 0 ? (
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
          <button type="button" onClick={onCancel}>
            Cancel
          </button>
          <Countdown kind="primary" type="submit" error={error} isBusy={isPending}>
            {action}
          </Countdown>
        </footer>
      </form>
    </FormContext.Provider>
  );
}

function filled(data: FormData): FieldValues {
  const texts = [...data].map(([name, value]) => [name, typeof value === 'string' ? value.trim() : ''] as const);
  return new Map(texts.filter(([, value]) => value !== ''));
}
