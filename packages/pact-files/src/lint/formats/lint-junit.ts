import { harmless } from '@customer-contracts/schemas/internal';

import type { PactError } from '../../pact-error.ts';
import { maskSecrets } from '../../secrets.ts';
import type { Finding } from '../finding.ts';
import type { JudgedPact } from '../judged-pact.ts';

/**
 * What a lint found as JUnit's XML: a suite for each file, a case for each description in it, and a failure for each
 * finding, whatever its severity. `errors` are about pacts that couldn't be read.
 */
export function lintJunit(
  findings: readonly Finding[],
  pacts: readonly JudgedPact[],
  errors: readonly PactError[] = [],
): string {
  const found = Map.groupBy(findings, ({ file }) => file);
  const judged = Map.groupBy(pacts, ({ file }) => file);
  const suites = [...new Set([...judged.keys(), ...found.keys()])].map((file) => {
    const interactions = (judged.get(file) ?? []).flatMap((pact) => pact.interactions);
    const names = interactions.map(({ description }) => maskSecrets(description));
    return suiteOf(file, names, found.get(file) ?? []);
  });
  const unread = errors.map(({ name, message }) => {
    const error = element('error', { type: name, message });
    const read = element('testcase', { classname: 'pacts', name: 'can be read' }, [error]);
    return element('testsuite', { name: 'pacts', tests: 1, failures: 0, errors: 1 }, [read]);
  });
  const all = element('testsuites', { name: 'customer-pact lint' }, [...suites, ...unread]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${all}`;
}

function suiteOf(file: string, names: readonly string[], findings: readonly Finding[]): string {
  const found = Map.groupBy(findings, ({ interaction }) => interaction);
  const cases = [...new Set([...names, ...found.keys()])].map((name) => {
    const failures = (found.get(name) ?? []).map(({ rule, severity, line, path, message, url }) =>
      element('failure', { type: rule, message: `${path}: ${message}` }, [
        xml(`${severity} in line ${line}${url === undefined ? '' : `, see ${url}`}`),
      ]),
    );
    return element('testcase', { classname: file, name }, failures);
  });
  return element('testsuite', { name: file, tests: cases.length, failures: found.size, errors: 0 }, cases);
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  inner: readonly string[] = [],
): string {
  const start = Object.entries(attributes).map(([key, value]) => ` ${key}="${xml(String(value))}"`);
  const opened = `<${name}${start.join('')}`;
  return inner.length === 0 ? `${opened}/>` : `${opened}>\n${inner.join('\n')}\n</${name}>`;
}

/** A text as XML has it, whatever it says. Two characters that are none may be in no XML at all. */
function xml(text: string): string {
  return harmless(text)
    .replaceAll(/[\uFFFE\uFFFF]/g, '?')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
