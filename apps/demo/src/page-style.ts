import { raw } from 'hono/html';

/** The look of the page, light and dark. */
export const style = raw(`
  :root { color-scheme: light dark; --ink: light-dark(#1b1f24, #e8eaed); --soft: light-dark(#5c6670, #a3abb4);
    --line: light-dark(#dfe3e8, #333a42); --paper: light-dark(#fff, #16191d); --accent: light-dark(#0b57d0, #8ab4f8);
    --tint: light-dark(#eef3fb, #1f2937); }
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
  main { max-width: 76rem; margin: 0 auto; padding: 2rem 1rem; }
  h1 { margin: 0 0 1rem; font-size: 1.5rem; }
  form { display: flex; gap: .5rem; margin-bottom: 1rem; }
  input, button { font: inherit; padding: .5rem .75rem; border: 1px solid var(--line); border-radius: .5rem; color: inherit; background: transparent; }
  input { flex: 1; min-width: 0; }
  button { background: var(--accent); border-color: var(--accent); color: var(--paper); cursor: pointer; }
  .scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .5rem; }
  table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
  th, td { padding: .5rem .75rem; text-align: left; white-space: nowrap; border-top: 1px solid var(--line); }
  thead th { border-top: 0; color: var(--soft); font-size: .875rem; font-weight: 500; }
  tbody th { font-weight: 500; }
  .medium { padding: .125rem .5rem; border-radius: 1rem; background: var(--tint); font-size: .875rem; }
  nav { display: flex; gap: 1rem; justify-content: center; margin-top: 1rem; color: var(--soft); }
  a { color: var(--accent); }
`);
