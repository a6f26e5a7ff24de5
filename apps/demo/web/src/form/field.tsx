import type { ComponentChildren } from 'preact';
import { useContext, useId, useRef, useState } from 'preact/hooks';

import { FormContext } from './api-form.tsx';
import type { FieldErrors } from './field-errors.ts';
import { schemaAt } from './schema-at.ts';

interface FieldProps {
  /** The dotted path of the member, as the API calls it. */
  readonly name: string;
  readonly label: string;
  readonly value?: string | null | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'url';
  readonly hint?: string;
  readonly autoFocus?: boolean;
  readonly autoComplete?: string;
  /** Values to offer; any other may be typed. */
  readonly suggestions?: readonly string[];
  /** The options of a choice in the place of a text. */
  readonly children?: ComponentChildren;
}

/**
 * A field of an {@link ApiForm}, with what the schema or the API has against it. It takes any length and says what is too
 * long: a browser that cuts off what is pasted says nothing.
 */
export function Field(props: FieldProps) {
  const { name, label, value, type = 'text', hint, autoFocus, autoComplete = 'off', suggestions, children } = props;
  const form = useContext(FormContext);
  const id = useId();
  // What the API said is out of date as soon as something else is typed.
  const [own, setOwn] = useState<{ readonly messages: readonly string[]; readonly after: FieldErrors | undefined }>();
  const read = value ?? '';
  const typed = form?.draft[name];
  // What it held when the form was opened; another value since then is somebody else's.
  const first = useRef(typed?.was ?? read);
  const [choice, setChoice] = useState(typed?.value);
  const schema = form && schemaAt(form.schema, name);
  const messages = (own?.after === form?.errors ? own?.messages : undefined) ?? form?.errors.get(name) ?? [];
  const check = (text: string) => {
    const issues = text === '' ? [] : (schema?.safeParse(text).error?.issues ?? []);
    setOwn({ messages: issues.map(({ message }) => message), after: form?.errors });
  };
  const isTooLong = (text: string) => schema?.safeParse(text).error?.issues.some(({ code }) => code === 'too_big');
  const shared = {
    id,
    name,
    autoFocus,
    autoComplete,
    'data-read': read,
    'data-first': first.current,
    'aria-invalid': messages.length > 0,
    'aria-describedby': `${id}-about`,
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children ? (
        <select
          {...shared}
          value={choice ?? read}
          onChange={({ currentTarget }) => {
            setChoice(currentTarget.value);
            check(currentTarget.value);
          }}
        >
          {children}
        </select>
      ) : (
        <input
          {...shared}
          type={type}
          defaultValue={typed?.value ?? read}
          list={suggestions && `${id}-list`}
          onInput={({ currentTarget }) => {
            if (isTooLong(currentTarget.value.trim())) check(currentTarget.value.trim());
          }}
          onChange={({ currentTarget }) => check(currentTarget.value.trim())}
        />
      )}
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
      <p id={`${id}-about`} class={messages.length > 0 ? 'error' : 'hint'}>
        {messages.length > 0 ? messages.join('; ') : hint}
      </p>
      {first.current !== read && (
        <p class="theirs">
          Somebody else has changed this from {quoted(first.current)} to {quoted(read)}.
        </p>
      )}
    </div>
  );
}

function quoted(text: string): string {
  return text === '' ? 'nothing' : `“${text}”`;
}
