import objectInspect from 'object-inspect';

/** A value as `console.log` of Node prints it, in one line. */
export const inspect = (value: unknown): string =>
  typeof value === 'string' ? value : objectInspect(value, { depth: 6 });
