/** Whether a value is an object with named members. */
export declare function isRecord(value: unknown): value is Readonly<Record<string, unknown>>;
/** Whether a value is a list; unlike `Array.isArray`, its elements are unknown then. */
export declare function isList(value: unknown): value is readonly unknown[];
/** The members of an object; none of anything else. */
export declare function recordOf(value: unknown): Readonly<Record<string, unknown>>;
/** A value as JSON whose members stand in alphabetical order, so that equal values are equal bytes. */
export declare function canonicalJson(value: unknown, indent?: number): string;
//# sourceMappingURL=json-value.d.ts.map