import type { Told } from './told.ts';
import { type Tool, tools } from './tools.ts';

/** A pact file as a tool writes it, and what its test told the tool. */
export interface EcosystemFile {
  readonly name: string;
  readonly tool: Tool;
  readonly told: readonly Told[];
  readonly text: string;
}

/** The file that a tool writes of some interactions; `edit` changes its text, as a hand or an older tool has it. */
export function fileOf(
  tool: Tool,
  name: string,
  told: readonly Told[],
  edit: (text: string) => string = (text) => text,
): EcosystemFile {
  const written = JSON.stringify(tools[tool]('billing-web', told), null, 2);
  const text = edit(written);
  return { name: `${tool}: ${name}`, tool, told, text };
}

/** An edit that puts something else into the place of a text, which must be there. */
export function instead(of: string, other: string): (text: string) => string {
  return (text) => {
    if (!text.includes(of)) throw new Error(`Failed to edit a pact file: it has no ${of}.`);
    return text.replace(of, other);
  };
}
