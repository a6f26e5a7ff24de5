import { type Component, defineComponent, h, shallowRef, Suspense } from 'vue';

const playgrounds: Readonly<Record<string, () => Promise<Component>>> = {
  emulator: async () => (await import('./playgrounds/emulator.ts')).EmulatorPlayground,
  lint: async () => (await import('./playgrounds/lint.ts')).LintPlayground,
  fixtures: async () => (await import('./playgrounds/fixtures.ts')).FixturesPlayground,
};

/** A button, and what it starts. */
export const StartPlayground = defineComponent({
  props: { name: { type: String, required: true } },
  setup({ name }) {
    const playground = shallowRef<Component>();
    const failure = shallowRef<string>();
    async function start(): Promise<void> {
      try {
        playground.value = await playgrounds[name]?.();
        failure.value = undefined;
      } catch {
        failure.value = 'Failed to start: the code could not be loaded. Check the connection, and press Start again.';
      }
    }
    return () =>
      playground.value === undefined
        ? h('div', { class: 'start' }, [
            h('button', { type: 'button', class: 'run', onClick: start }, 'Start'),
            h('p', { role: 'status' }, failure.value ?? 'Runs in this page. Nothing is sent anywhere.'),
          ])
        : h('div', { class: 'playground' }, [
            h(Suspense, null, { default: h(playground.value), fallback: h('p', 'Starting …') }),
          ]);
  },
});
