/** What the projects of users differ in. */
export const kinds = {
  node: ['22.16', '24', '26'],
  packageManager: ['npm', 'pnpm'],
  typescript: ['5.9', '6', '7'],
  moduleResolution: ['bundler', 'nodenext'],
  runner: ['vitest 4', 'vitest 5', 'jest 30', 'jest 30 CommonJS', 'node:test'],
} as const;

export type Project = { readonly [Kind in keyof typeof kinds]: (typeof kinds)[Kind][number] };

/** Each value of one kind meets each value of every other. Fewer can't do: there are five runners and three of Node. */
export const projects: readonly Project[] = [
  { node: '22.16', packageManager: 'pnpm', typescript: '5.9', moduleResolution: 'nodenext', runner: 'vitest 4' },
  { node: '24', packageManager: 'npm', typescript: '6', moduleResolution: 'bundler', runner: 'vitest 4' },
  { node: '26', packageManager: 'pnpm', typescript: '7', moduleResolution: 'nodenext', runner: 'vitest 4' },
  { node: '22.16', packageManager: 'pnpm', typescript: '6', moduleResolution: 'nodenext', runner: 'vitest 5' },
  { node: '24', packageManager: 'npm', typescript: '7', moduleResolution: 'nodenext', runner: 'vitest 5' },
  { node: '26', packageManager: 'pnpm', typescript: '5.9', moduleResolution: 'bundler', runner: 'vitest 5' },
  { node: '22.16', packageManager: 'pnpm', typescript: '7', moduleResolution: 'bundler', runner: 'jest 30' },
  { node: '24', packageManager: 'pnpm', typescript: '5.9', moduleResolution: 'nodenext', runner: 'jest 30' },
  { node: '26', packageManager: 'npm', typescript: '6', moduleResolution: 'bundler', runner: 'jest 30' },
  { node: '22.16', packageManager: 'npm', typescript: '5.9', moduleResolution: 'bundler', runner: 'jest 30 CommonJS' },
  { node: '24', packageManager: 'pnpm', typescript: '7', moduleResolution: 'bundler', runner: 'jest 30 CommonJS' },
  { node: '26', packageManager: 'pnpm', typescript: '6', moduleResolution: 'nodenext', runner: 'jest 30 CommonJS' },
  { node: '22.16', packageManager: 'npm', typescript: '5.9', moduleResolution: 'bundler', runner: 'node:test' },
  { node: '24', packageManager: 'pnpm', typescript: '6', moduleResolution: 'nodenext', runner: 'node:test' },
  { node: '26', packageManager: 'pnpm', typescript: '7', moduleResolution: 'nodenext', runner: 'node:test' },
];
