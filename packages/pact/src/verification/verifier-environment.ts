import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates } from 'node:tls';

import { exempt } from '@customer-contracts/pact-files/internal';

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
    if (name.startsWith('PACT_BROKER_')) return false;
    // It has no notion of a `*` there.
    return !/^(?:no|http|https|all)_proxy$/i.test(name) || (!isWithoutProxy && !/^no_/i.test(name));
  });
  const env = { ...Object.fromEntries(kept), NO_PROXY: [...exempt(), ...ownMachine].join(',') };
  if (!extra) return { env, remove: () => {} };
  // The core knows SSL_CERT_FILE alone, and what stands there replaces all others.
  const directory = mkdtempSync(join(tmpdir(), 'customer-contracts-'));
  const file = join(directory, 'certificates.pem');
  const trusted = own ? [readFileSync(own, 'utf8')] : [...getCACertificates('system'), ...getCACertificates('bundled')];
  writeFileSync(file, [...trusted, readFileSync(extra, 'utf8')].join('\n'));
  return { env: { ...env, SSL_CERT_FILE: file }, remove: () => rmSync(directory, { recursive: true }) };
}
