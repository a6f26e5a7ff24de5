import { defineComponent, h, ref } from 'vue';

/** The button below an example, and what the example printed. Its code is loaded when it is pressed. */
export const RunExample = defineComponent({
  props: { name: { type: String, required: true } },
  setup({ name }) {
    const output = ref<string>();
    const state = ref<'idle' | 'running' | 'ran' | 'failed'>('idle');
    async function run(): Promise<void> {
      state.value = 'running';
      output.value = undefined;
      try {
        const { runExample } = await import('./examples.ts');
        output.value = await runExample(name);
        state.value = 'ran';
      } catch (error) {
        output.value = String(error);
        state.value = 'failed';
      }
    }
    return () =>
      h('div', { class: 'run-example', 'data-state': state.value }, [
        h('button', { type: 'button', class: 'run', disabled: state.value === 'running', onClick: run }, 'Run'),
        h('div', { role: 'status' }, output.value === undefined ? [] : [h('pre', { tabindex: 0 }, output.value)]),
      ]);
  },
});
