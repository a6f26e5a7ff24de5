import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates } from 'node:tls';

import { exempt } from '@customer-contracts/pact-files/internal';

import { VerificationError } from './verification-error.ts';

/** The environment of Pact's verifier. What it needs on disk goes with `remove`. */
export interface VerifierEnvironment {
  readonly env: Readonly<Record<string, string | undefined>>;
  remove(): void;
}

/** What is on this machine is reached without a proxy: our own state server, and a provider beside it. */
const ownMachine = ['127.0.0.0/8', 'localhost', '::1'];

/** This process's environment, as Pact's core has to see it. */
export function verifierEnvironment(): VerifierEnvironment {
  const { SSL_CERT_FILE: own, NODE_EXTRA_CA_CERTS: extra } = process.env;
  const isWithoutProxy = exempt().includes('*');
  const kept = Object.entries(process.env).filter(([name]) => {
    // The core would take pacts from a broker that only the environment names.
    if (name.startsWith('PACT_BROKER_') || /^no_proxy$/i.test(name)) return false;
    // It does not know the `*` of NO_PROXY.
    return !isWithoutProxy || !/^(?:https?|all)_proxy$/i.test(name);
  });
  const env = { ...Object.fromEntries(kept), NO_PROXY: [...exempt(), ...ownMachine].join(',') };
  if (!extra) return { env, remove: () => {} };
  // The core knows SSL_CERT_FILE alone, and what stands there replaces all others.
  const trusted = own
    ? [certificatesIn('SSL_CERT_FILE', own)]
    : [...getCACertificates('system'), ...getCACertificates('bundled')];
  const certificates = [...trusted, certificatesIn('NODE_EXTRA_CA_CERTS', extra)].join('\n');
  const directory = mkdtempSync(join(tmpdir(), 'customer-contracts-'));
  const file = join(directory, 'certificates.pem');
  writeFileSync(file, certificates);
  return { env: { ...env, SSL_CERT_FILE: file }, remove: () => rmSync(directory, { recursive: true }) };
}

function certificatesIn(variable: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const received = `${variable} names ${file}, which can't be read`;
    throw new VerificationError(`Failed to run Pact's verifier: ${received}. Correct it.`, undefined, { cause });
  }
}
