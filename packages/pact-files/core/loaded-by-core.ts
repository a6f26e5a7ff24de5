import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import * as z from 'zod';

/** A pact file, and what the provider answers to whatever it is sent for it. */
export interface LoadedFile {
  /** What the file holds: a text, or its bytes. */
  readonly content: string | Uint8Array;
  readonly answer: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
}

/** What Pact's core makes of a file. */
export type Loaded = z.infer<typeof Loaded>;

const Loaded = z.object({
  /** Why it loads nothing of the file; null where it does. */
  refused: z.string().nullable(),
  interactions: z.array(
    z.object({
      consumer: z.string(),
      provider: z.string(),
      description: z.string(),
      providerStates: z.array(z.string()),
      interactionKey: z.string().optional(),
      pending: z.boolean(),
      mismatch: z
        .looseObject({ mismatches: z.array(z.looseObject({ type: z.string(), expected: z.unknown() })).optional() })
        .nullish(),
    }),
  ),
  /** What it sent to the provider, with names of headers in small letters. */
  sent: z.array(
    z.object({ method: z.string(), url: z.string(), headers: z.record(z.string(), z.string()), body: z.string() }),
  ),
});

/** What Pact's core makes of each file when it verifies a provider by it. */
export async function loadedByCore(files: readonly LoadedFile[]): Promise<readonly Loaded[]> {
  const directory = await mkdtemp(join(tmpdir(), 'loaded-by-core-'));
  try {
    const jobs = files.map(({ content, answer }) => ({ content: Buffer.from(content).toString('base64'), answer }));
    await writeFile(join(directory, 'jobs.json'), JSON.stringify(jobs));
    // A process of its own, because the core prints from native code.
    await promisify(execFile)(process.execPath, ['-e', program, directory], {
      env: { ...process.env, PACT_DO_NOT_TRACK: 'true' },
      cwd: import.meta.dirname,
      maxBuffer: Number.POSITIVE_INFINITY,
    });
    return z.array(Loaded).parse(JSON.parse(await readFile(join(directory, 'loaded.json'), 'utf8')));
  } finally {
    await rm(directory, { recursive: true });
  }
}

// What the core has no word for is a panic: it ends with an error, and has neither results nor errors.
const program = `
const { readFileSync, writeFileSync } = require('node:fs');
const { createServer } = require('node:http');
const { join } = require('node:path');
const { getFfiLib } = require('@pact-foundation/pact-core/dist/ffi');

const [directory] = process.argv.slice(1);
const jobs = JSON.parse(readFileSync(join(directory, 'jobs.json'), 'utf8'));
const library = getFfiLib('error');
let sent, answer;
const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk)).on('end', () => {
    const { host, ...headers } = request.headers;
    sent.push({ method: request.method, url: request.url, headers, body: Buffer.concat(chunks).toString() });
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
});
server.listen(0, '127.0.0.1', async () => {
  const file = join(directory, 'pact.json');
  const loaded = [];
  for (const job of jobs) {
    [sent, answer] = [[], job.answer];
    writeFileSync(file, Buffer.from(job.content, 'base64'));
    const verifier = library.pactffiVerifierNewForApplication('customer-contracts', '1.0.0');
    library.pactffiVerifierSetProviderInfo(verifier, 'provider', 'http', '127.0.0.1', server.address().port, '/');
    library.pactffiVerifierAddFileSource(verifier, file);
    const code = await new Promise((done) => library.pactffiVerifierExecute(verifier, (_, result) => done(result)));
    const { errors, interactionResults } = JSON.parse(library.pactffiVerifierJson(verifier));
    library.pactffiVerifierShutdown(verifier);
    const refusal = errors.find(({ interaction }) => interaction === 'Failed to load pact');
    const isPanic = code !== 0 && errors.length === 0;
    loaded.push({
      refused: refusal?.mismatch.message ?? (isPanic ? 'panic' : null),
      interactions: interactionResults,
      sent,
    });
  }
  writeFileSync(join(directory, 'loaded.json'), JSON.stringify(loaded));
  server.closeAllConnections();
  server.close();
});
`;
