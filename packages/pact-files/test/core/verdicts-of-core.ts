import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import * as z from 'zod';

/** An answer beside the one that a contract shows, each as its text in JSON, because 10 is not 10.0. */
export interface AnswerCase {
  readonly rules: unknown;
  readonly example: string;
  readonly body: string;
  /** 200, where it isn't said. */
  readonly status?: { readonly example: number; readonly answered: number };
}

/** Whether Pact's verifier refuses to load the pact, and what it has against the answer, by path. */
export interface CoreVerdict {
  readonly isRefused: boolean;
  readonly misfits: readonly string[];
}

/**
 * What Pact's own verifier says about answers. Each stands in a pact of its own where it may be one that isn't loaded, which
 * takes longer.
 */
export async function verdictsOfCore(cases: readonly AnswerCase[], isRisky = false): Promise<readonly CoreVerdict[]> {
  const size = isRisky ? 1 : 100;
  const files = Array.from({ length: Math.ceil(cases.length / size) }, (_, index) =>
    pactOf(cases.slice(index * size, (index + 1) * size), index * size),
  );
  const directory = await mkdtemp(join(tmpdir(), 'verdicts-of-core-'));
  try {
    const [input, output] = [join(directory, 'input.json'), join(directory, 'output.json')];
    const answers = cases.map(({ body, status }) => [status?.answered ?? 200, body]);
    await writeFile(input, JSON.stringify({ files, answers }));
    // A process of its own, because the core prints from native code.
    await promisify(execFile)(process.execPath, ['-e', program, directory, input, output], {
      env: { ...process.env, PACT_DO_NOT_TRACK: 'true' },
      cwd: import.meta.dirname,
      maxBuffer: 2 ** 30,
    });
    const { interactionResults, errors } = Results.parse(JSON.parse(await readFile(output, 'utf8')));
    const refused = errors.flatMap(({ mismatch }) => /pact-(\d+)\.json'/.exec(mismatch.message ?? '')?.[1] ?? []);
    const found = new Map(interactionResults.map((result) => [result.description, result]));
    return cases.map((_, index) => {
      const isRefused = refused.includes(String(Math.floor(index / size)));
      const result = found.get(String(index));
      if (!isRefused && result === undefined) throw new Error(`Failed to ask Pact's core: case ${index} is not there.`);
      const { mismatches = [], message } = result?.mismatch ?? {};
      return { isRefused, misfits: message === undefined ? mismatches.map(({ path = '' }) => path) : [message] };
    });
  } finally {
    await rm(directory, { recursive: true });
  }
}

function pactOf(cases: readonly AnswerCase[], first: number): string {
  const interactions = cases.map(({ rules, example, status }, index) => {
    const number = JSON.stringify(String(first + index));
    const request = `{ "method": "GET", "path": "/${first + index}" }`;
    const response = `{ "status": ${status?.example ?? 200}, "body": ${example}, "matchingRules": ${JSON.stringify(rules)} }`;
    return `{ "description": ${number}, "request": ${request}, "response": ${response} }`;
  });
  const names = '"consumer": { "name": "consumer" }, "provider": { "name": "provider" }';
  const metadata = '"metadata": { "pactSpecification": { "version": "3.0.0" } }';
  return `{ ${names}, "interactions": [${interactions.join()}], ${metadata} }`;
}

const program = `
const { readFileSync, writeFileSync } = require('node:fs');
const { createServer } = require('node:http');
const { Verifier } = require('@pact-foundation/pact-core');
const [directory, input, output] = process.argv.slice(1);
const { files, answers } = JSON.parse(readFileSync(input, 'utf8'));
const pactUrls = files.map((text, index) => {
  writeFileSync(directory + '/pact-' + index + '.json', text);
  return directory + '/pact-' + index + '.json';
});
const server = createServer((request, response) => {
  const [status, body] = answers[Number(request.url.slice(1))];
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
});
server.listen(0, '127.0.0.1', () => {
  const providerBaseUrl = 'http://127.0.0.1:' + server.address().port;
  const keep = (results) => {
    writeFileSync(output, results);
    process.exit(0);
  };
  const verifier = new Verifier({ provider: 'provider', providerBaseUrl, pactUrls, logLevel: 'error' });
  verifier.verify().then(keep, (error) => keep(error.message));
});
`;

const Mismatch = z.object({
  message: z.string().optional(),
  mismatches: z.array(z.object({ path: z.string().optional() })).optional(),
});

const Results = z.object({
  interactionResults: z.array(z.object({ description: z.string(), mismatch: Mismatch.nullish() })),
  errors: z.array(z.object({ mismatch: Mismatch })),
});
