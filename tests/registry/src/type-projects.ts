/** What the projects of those who import types differ in. */
export const typeKinds = {
  packageManager: ['npm', 'pnpm', 'pnpm without peers', 'yarn'],
  // The floor, and the newest.
  zod: ['none', '3', '4.3.0', '4'],
  typescript: ['5.9', '6', '7'],
  moduleResolution: ['node', 'node16', 'bundler', 'nodenext'],
  format: ['commonjs', 'module'],
} as const;

export type TypeProject = { readonly [Kind in keyof typeof typeKinds]: (typeof typeKinds)[Kind][number] };

/** What can't be: TypeScript 7 has no `moduleResolution` of that name. */
export const impossible: Partial<TypeProject> = { typescript: '7', moduleResolution: 'node' };

/** Each value of one kind meets each value of every other. Fewer can't do: there are four package managers and four resolutions. */
export const typeProjects: readonly TypeProject[] = [
  { packageManager: 'npm', zod: 'none', typescript: '7', moduleResolution: 'nodenext', format: 'module' },
  { packageManager: 'npm', zod: '3', typescript: '5.9', moduleResolution: 'node16', format: 'commonjs' },
  { packageManager: 'npm', zod: '4.3.0', typescript: '6', moduleResolution: 'node', format: 'commonjs' },
  { packageManager: 'npm', zod: '4', typescript: '5.9', moduleResolution: 'bundler', format: 'module' },
  { packageManager: 'pnpm', zod: 'none', typescript: '5.9', moduleResolution: 'node', format: 'module' },
  { packageManager: 'pnpm', zod: '3', typescript: '6', moduleResolution: 'nodenext', format: 'module' },
  { packageManager: 'pnpm', zod: '4.3.0', typescript: '7', moduleResolution: 'bundler', format: 'commonjs' },
  { packageManager: 'pnpm', zod: '4', typescript: '7', moduleResolution: 'node16', format: 'commonjs' },
  { packageManager: 'pnpm without peers', zod: 'none', typescript: '6', moduleResolution: 'bundler', format: 'module' },
  { packageManager: 'pnpm without peers', zod: '3', typescript: '5.9', moduleResolution: 'node', format: 'module' },
  { packageManager: 'pnpm without peers', zod: '4.3.0', typescript: '7', moduleResolution: 'node16', format: 'module' },
  {
    packageManager: 'pnpm without peers',
    zod: '4',
    typescript: '5.9',
    moduleResolution: 'nodenext',
    format: 'commonjs',
  },
  { packageManager: 'yarn', zod: 'none', typescript: '6', moduleResolution: 'node16', format: 'commonjs' },
  { packageManager: 'yarn', zod: '3', typescript: '7', moduleResolution: 'bundler', format: 'commonjs' },
  { packageManager: 'yarn', zod: '4.3.0', typescript: '5.9', moduleResolution: 'nodenext', format: 'module' },
  { packageManager: 'yarn', zod: '4', typescript: '6', moduleResolution: 'node', format: 'commonjs' },
];
