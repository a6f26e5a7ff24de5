import {
  type Answerer,
  type Verification,
  verificationJUnit,
  verificationTable,
} from '@customer-contracts/pact/verify';
import { expect, test } from 'vitest';

const verification: Verification = {
  interactions: [
    {
      consumer: 'billing-web',
      description: 'get a customer: 200, complete',
      states: ['a customer exists'],
      isPassed: true,
      isVerifiable: true,
      isPending: false,
      duration: 46,
      reasons: [],
    },
    {
      consumer: 'billing-web',
      description: 'a <"customer"> & its twin',
      states: [],
      isPassed: false,
      isVerifiable: true,
      isPending: false,
      duration: 1200.4,
      reasons: ['$.email: Expected 5 (Integer) to be "text"', 'status: expected 404\u0007 but was 200'],
    },
    {
      consumer: 'mailer',
      description: 'get a customer: 404',
      states: ['a customer does not exist'],
      isPassed: false,
      isVerifiable: true,
      isPending: true,
      duration: 3,
      reasons: ['status: expected 404 but was 500'],
    },
    {
      consumer: 'mailer',
      description: 'get a customer: 403',
      states: [],
      isPassed: false,
      isVerifiable: false,
      isPending: false,
      duration: 1,
      reasons: ['nobody can arrange it'],
    },
  ],
};

test('shows a verification as a table, with the reasons below what failed', () => {
  expect(verificationTable(verification)).toBe(`\
passed          billing-web  get a customer: 200, complete    46 ms
failed          billing-web  a <"customer"> & its twin      1200 ms
  $.email: Expected 5 (Integer) to be "text"
  status: expected 404\u0007 but was 200
pending         mailer       get a customer: 404               3 ms
  status: expected 404 but was 500
not verifiable  mailer       get a customer: 403               1 ms
  nobody can arrange it`);
});

test('says in a line what was left out', () => {
  const leftOut = (pacts: number, messages: number) =>
    verificationTable({ interactions: [], leftOut: { pacts, messages } });

  expect(leftOut(2, 1)).toBe('no interaction to verify\nleft out: 2 pacts of another provider, 1 message');
  expect(leftOut(0, 3)).toBe('no interaction to verify\nleft out: 3 messages');
});

test('writes a verification as JUnit XML, a suite for each consumer', () => {
  expect(verificationJUnit(verification)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="provider verification" tests="4" failures="1" errors="0" skipped="2" time="1.250">
<testsuite name="billing-web" tests="2" failures="1" errors="0" skipped="0" time="1.246">
<testcase name="get a customer: 200, complete (given a customer exists)" classname="billing-web" time="0.046"/>
<testcase name="a &lt;&quot;customer&quot;&gt; &amp; its twin" classname="billing-web" time="1.200">
<failure message="$.email: Expected 5 (Integer) to be &quot;text&quot;">
$.email: Expected 5 (Integer) to be &quot;text&quot;&#10;status: expected 404\uFFFD but was 200
</failure>
</testcase>
</testsuite>
<testsuite name="mailer" tests="2" failures="0" errors="0" skipped="2" time="0.004">
<testcase name="get a customer: 404 (given a customer does not exist)" classname="mailer" time="0.003">
<skipped message="pending: status: expected 404 but was 500"/>
</testcase>
<testcase name="get a customer: 403" classname="mailer" time="0.001">
<skipped message="not verifiable: nobody can arrange it"/>
</testcase>
</testsuite>
</testsuites>
`);
});

test('says in JUnit XML who honoured the contracts', () => {
  const { interactions } = verification;
  const evidenceOf = (answeredBy: Answerer) =>
    /<property name="evidence" value="(.*)"\/>/.exec(verificationJUnit({ interactions, answeredBy }))?.[1];

  expect(evidenceOf({ kind: 'emulator', version: '0.4.0' })).toBe('honoured by the emulator 0.4.0');
  expect(evidenceOf({ kind: 'emulator' })).toBe('honoured by the emulator');
  expect(evidenceOf({ kind: 'sandbox', date: '2026-11-30' })).toBe('seen in the sandbox on 2026-11-30');
  expect(evidenceOf({ kind: 'document', version: '2026-08-21' })).toBe('documented in 2026-08-21');
  expect(evidenceOf({ kind: 'provider', url: 'https://api.example' })).toBe('honoured by https://api.example');
});
