import type { OtherText } from './other-text.ts';

/** A link to a related resource: no HAL object, and nothing in it is required (Rebilly OpenAPI 2026-08). */
export interface Link<Relation extends string = string> {
  /** Where the related resource is. No format is promised. */
  href?: string | undefined;
  /** How it is related. Look links up by it; the first one wins. */
  rel?: Relation | OtherText | undefined;
}
