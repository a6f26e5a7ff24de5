/** The part of vitest that the plugin uses: the same in versions 4 and 5, and no reason to import vitest itself. */
export interface VitestLike {
  readonly config: {
    readonly watch: boolean;
    readonly shard?: { readonly index: number; readonly count: number } | undefined;
    readonly testNamePattern?: RegExp | undefined;
    readonly project?: readonly string[] | undefined;
    readonly reporters: unknown[];
  };
  readonly logger: { log(...message: readonly unknown[]): void };
  globTestSpecifications(): Promise<readonly { readonly moduleId: string }[]>;
}

/** A project of vitest: one of the workspace, or the only one. */
export interface ProjectLike {
  readonly config: { readonly root: string; env?: Record<string, string> };
}

/** A file of tests, once it has run. */
export interface TestModuleLike {
  readonly moduleId: string;
  readonly children: { allTests(): Iterable<TestCaseLike> };
}

/** A test, once it has run. */
export interface TestCaseLike {
  meta(): object;
  result(): { readonly state: string };
}
