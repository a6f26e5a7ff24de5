import { anchorOf } from '@customer-contracts/docs/anchors';

/** A page cut at its headings: what stands before the first, and each part with its heading. */
export interface Sections {
  readonly before: string;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly heading: string;
  readonly anchor: string;
  readonly body: string;
}

/** Cuts a page at its headings of a level; what looks like one in a block of code is none. */
export function sectionsOf(markdown: string, level: number): Sections {
  const mark = `${'#'.repeat(level)} `;
  const before: string[] = [];
  const sections: { heading: string; lines: string[] }[] = [];
  let isCode = false;
  for (const line of markdown.split('\n')) {
    if (line.startsWith('```')) isCode = !isCode;
    if (!isCode && line.startsWith(mark)) sections.push({ heading: line.slice(mark.length).trim(), lines: [] });
    else (sections.at(-1)?.lines ?? before).push(line);
  }
  return {
    before: before.join('\n').trim(),
    sections: sections.map(({ heading, lines }) => ({
      heading,
      anchor: anchorOf(heading),
      body: lines.join('\n').trim(),
    })),
  };
}
