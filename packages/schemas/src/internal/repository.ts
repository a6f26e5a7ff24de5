/**
 * Where this project is at home: `https://github.com/OWNER/NAME`. This is the one place that says so: packages and messages
 * link there once it is set, and to nothing before.
 */
export const repository: string | undefined = undefined;

/** The address of a page of the project, by its path from the root: `docs/lint-rules.md#real-key`. */
export function pageAddress(path: string): string | undefined {
  return repository === undefined ? undefined : `${repository}/blob/main/${path}`;
}
