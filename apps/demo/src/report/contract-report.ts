import * as z from 'zod';

/** Which of the answers of an interaction it is: with every member, with as few as may be, or a list of nobody. */
export const Variant = z.enum(['complete', 'bare', 'empty']);

/** A place of a request or an answer, and what may stand there, in plain words. */
const Rule = z.object({ place: z.string(), words: z.string() });

const message = {
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
  /** The body; absent where nothing is said about one. */
  body: z.unknown().optional(),
  rules: z.array(Rule),
};

const ReportedInteraction = z.object({
  consumer: z.string(),
  description: z.string(),
  /** Which of the answers it is, where an answer has several. */
  variant: Variant.optional(),
  states: z.array(z.object({ sentence: z.string(), parameters: z.record(z.string(), z.unknown()) })),
  request: z.object({
    method: z.string(),
    path: z.string(),
    query: z.array(z.object({ name: z.string(), value: z.string() })),
    ...message,
  }),
  response: z.object({ status: z.int(), ...message }),
  /** What the verification found; `not run` where there was none. */
  outcome: z.enum(['passed', 'failed', 'not verifiable', 'not run']),
  /** Why it failed, or can't be verified; empty when it passed. */
  reasons: z.array(z.string()),
  /** How many of the mutations of its tests survived, of those that count; absent where nobody has tried any. */
  mutations: z.object({ survived: z.int(), counted: z.int() }).optional(),
});

const Share = z.number().nullable();

const ReportedMutations = z.object({
  consumer: z.string(),
  /** RFC 3339. */
  measuredAt: z.iso.datetime(),
  /** The shares that survived, from 0 to 1; null where there was none to survive. */
  score: z.object({ tolerance: Share, sensitivity: Share, refusal: Share }),
});

const ReportedEvidence = z.object({
  kind: z.enum(['documented', 'seen', 'contradicted']),
  /** With where and when, as far as somebody wrote it down: `seen in the sandbox on 2026-11-30`. */
  words: z.string(),
  /** What was seen otherwise; empty where nothing was. */
  what: z.array(z.string()),
});

const ReportedCell = z.object({
  operationId: z.string(),
  status: z.int(),
  /** What the API means by the answer. */
  description: z.string(),
  /** What the answer itself rests on; absent where nobody has recorded any evidence. */
  evidence: ReportedEvidence.optional(),
  interactions: z.array(ReportedInteraction),
});

/** What the Contract page shows: the documented answers, with all that consumers expect of them. */
export const ContractReport = z.object({
  /** When the contracts were verified, RFC 3339; null when they were not. */
  verifiedAt: z.iso.datetime().nullable(),
  /** What they were verified against, in words. */
  provider: z.string(),
  consumers: z.array(z.string()),
  /** What mutations have found, of the consumers whose tests somebody has run under them. */
  mutations: z.array(ReportedMutations).default([]),
  /** The operations in the order of the table, as rows. */
  operations: z.array(z.object({ operationId: z.string(), summary: z.string(), method: z.string(), path: z.string() })),
  cells: z.array(ReportedCell),
});
/** What the Contract page shows: the documented answers, with all that consumers expect of them. */
export type ContractReport = z.infer<typeof ContractReport>;
/** One of the documented answers. */
export type ReportedCell = z.infer<typeof ReportedCell>;
/** What an answer rests on. */
export type ReportedEvidence = z.infer<typeof ReportedEvidence>;
/** An interaction of a pact, in words. */
export type ReportedInteraction = z.infer<typeof ReportedInteraction>;
/** What mutations have found of a consumer. */
export type ReportedMutations = z.infer<typeof ReportedMutations>;
/** What may stand at a place, in words. */
export type Rule = z.infer<typeof Rule>;
