import type { Ref } from 'vue';

interface Bound {
  readonly value: string;
  readonly onInput: (event: Event) => void;
}

/** The properties of a field, a list to choose from or an area that shows a text and changes it. */
export function bound(text: Ref<string>): Bound {
  return {
    value: text.value,
    onInput: ({ target }) => {
      if (
        target instanceof HTMLInputElement ||
        target instanceof HTMLSelectElement ||
        target instanceof HTMLTextAreaElement
      )
        text.value = target.value;
    },
  };
}
