import type { AnswerCase } from './verdicts-of-core.ts';

/** A case of which lint doesn't say what Pact says, and why, as docs/lint-and-pact.md has it. */
export interface KnownDifference extends AnswerCase {
  readonly reason: string;
  readonly core: string;
  readonly lint: string;
}

const ruled = (place: string, matcher: object) => ({ body: { [place]: { matchers: [matcher] } } });

export const knownDifferences: readonly KnownDifference[] = [
  {
    reason: 'Integers above 9,007,199,254,740,991 are not told from their neighbours.',
    rules: ruled('$.n', { match: 'equality' }),
    example: '{"n":9007199254740993}',
    body: '{"n":9007199254740992}',
    core: 'misfits',
    lint: 'fits',
  },
  {
    reason: 'A body that is nothing but a number like 10.0 is taken for a whole number.',
    rules: ruled('$', { match: 'decimal' }),
    example: '10.0',
    body: '10.0',
    core: 'fits',
    lint: 'misfits',
  },
  {
    reason: 'Every value fits a `contentType`.',
    rules: ruled('$.text', { match: 'contentType', value: 'image/png' }),
    example: '{"text":"a"}',
    body: '{"text":"a"}',
    core: 'misfits',
    lint: 'fits',
  },
  {
    reason: 'A member whose name is `*` or `[*]`, in quotes in a path, is taken for any member or any index.',
    rules: ruled("$['*']", { match: 'type' }),
    example: '{"a":1}',
    body: '{"a":2}',
    core: 'misfits',
    lint: 'fits',
  },
  {
    reason: 'The names of time zones, `VV` in a format, are those that the JavaScript engine knows, in any case.',
    rules: ruled('$.zone', { match: 'date', format: 'VV' }),
    example: '{"zone":"europe/berlin"}',
    body: '{"zone":"europe/berlin"}',
    core: 'misfits',
    lint: 'fits',
  },
  {
    reason: 'A pattern that calls itself as a whole, `\\g<0>`, has to reach the end of the text each time.',
    rules: ruled('$.text', { match: 'regex', regex: '\\(\\g<0>?\\)' }),
    example: '{"text":"(())"}',
    body: '{"text":"(())"}',
    core: 'fits',
    lint: 'misfits',
  },
  {
    reason: 'Any line break as often as it comes, `\\R*`, is none at all.',
    rules: ruled('$.text', { match: 'regex', regex: '\\R*' }),
    example: '{"text":"\\n"}',
    body: '{"text":"\\n"}',
    core: 'fits',
    lint: 'misfits',
  },
  {
    reason: 'The symbols of ASCII, such as `$`, are no punctuation for `[[:punct:]]`.',
    rules: ruled('$.text', { match: 'regex', regex: '[[:punct:]]' }),
    example: '{"text":"$"}',
    body: '{"text":"$"}',
    core: 'fits',
    lint: 'misfits',
  },
];
