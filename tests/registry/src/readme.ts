import { codeBlocks, type CodeBlock } from '@customer-contracts/docs/code-blocks';

/** The packages that users install. */
export const packages = ['types', 'schemas', 'fixtures', 'client', 'emulator', 'pact-files', 'pact', 'seed'] as const;

/** All that is published: these, and what their commands share. */
export const allPackages = [...packages, 'command'] as const;

/** The blocks of a README that a reader does something with, from above. */
export const blocksOf = (name: string): CodeBlock[] =>
  codeBlocks.filter(
    ({ file, language }) => file === `packages/${name}/README.md` && /^(?:ts|sh|console)$/.test(language),
  );

/** What a block says to install, in a comment too. */
export const installsIn = ({ code }: CodeBlock): string[] => code.match(/npm install .*/g) ?? [];

const isConfig = ({ code }: CodeBlock): boolean => code.includes("from 'vitest/config'");

export const isTest = (block: CodeBlock): boolean => block.code.includes("from 'vitest'") && !isConfig(block);

/** The first block of TypeScript in the README of a package, other than a configuration. */
function firstExample(name: string): CodeBlock {
  const block = blocksOf(name).find((each) => each.language === 'ts' && !isConfig(each));
  if (block === undefined)
    throw new Error(`Failed to find an example of ${name}: its README has no block of TypeScript.`);
  return block;
}

const verification = blocksOf('pact').find(({ code }) => code.includes('verifyProvider({'))?.code ?? '';

/** The first example of each package, by the package's name. That of `pact` is a verification: its first one is a test. */
export const programs = Object.fromEntries(
  packages.map((name) => [name, name === 'pact' ? verification : firstExample(name).code]),
);

/** The first contract test, and the configuration of vitest beside it. */
export const contractTest = firstExample('pact').code;
export const vitestConfig = blocksOf('pact').find(isConfig)?.code ?? '';

/** How the README of a package begins: what is installed, the files that its blocks are, and what runs them. */
export function firstSteps(name: string): {
  readonly installs: readonly string[];
  readonly files: readonly (readonly [string, string])[];
  readonly runs: string;
} {
  const example = firstExample(name);
  const installs = blocksOf(name)
    .filter(({ line }) => line <= example.line)
    .flatMap(installsIn);
  return name === 'pact'
    ? {
        installs,
        files: [
          ['billing-web.test.ts', contractTest],
          ['vitest.config.ts', vitestConfig],
        ],
        runs:
          blocksOf('pact')
            .find(({ code }) => code.startsWith('npx vitest'))
            ?.code.trim() ?? '',
      }
    : { installs, files: [['example.ts', example.code]], runs: 'node --no-warnings example.ts' };
}
