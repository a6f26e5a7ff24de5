import { PactFileError, parseConfig } from '@customer-contracts/pact-files';
import schema from '@customer-contracts/pact-files/config.schema.json' with { type: 'json' };
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';

const ajv = new Ajv({ strict: true });
addFormats.default(ajv);
const isConfig = ajv.compile(schema);
const exemption = { rule: 'loose-path', reason: 'It is theirs.' };

test.each<readonly [isGood: boolean, config: unknown]>([
  [true, {}],
  [true, { $schema: './node_modules/@customer-contracts/pact-files/config.schema.json' }],
  [true, { rules: { 'lone-absence': 'off', 'unused-exemption': 'error' } }],
  [
    true,
    { exemptions: [{ ...exemption, consumer: 'shop', interaction: 'get it', member: 'email', until: '2026-12-31' }] },
  ],
  [false, []],
  [false, { rule: {} }],
  [false, { rules: { 'lone-absense': 'off' } }],
  [false, { rules: { 'lone-absence': 'warning' } }],
  [false, { rules: { 'lone-absence': null } }],
  [false, { exemptions: [{ rule: 'loose-path' }] }],
  [false, { exemptions: [{ ...exemption, rule: 'unused-exemption' }] }],
  [false, { exemptions: [{ ...exemption, reason: '' }] }],
  [false, { exemptions: [{ ...exemption, until: '2026-02-30' }] }],
  [false, { exemptions: [{ ...exemption, untill: '2026-12-31' }] }],
])('the JSON Schema takes what the command takes: %s for %o', (isGood, config) => {
  expect([isConfig(config), isTaken(config)]).toEqual([isGood, isGood]);
});

function isTaken(config: unknown): boolean {
  try {
    parseConfig(JSON.stringify(config), 'pact.json');
    return true;
  } catch (error) {
    if (error instanceof PactFileError) return false;
    throw error;
  }
}
