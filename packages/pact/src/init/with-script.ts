import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';

/** A package.json with one more script. Every other byte of it stays as it was, and the script looks like those around it. */
export function withScript(text: string, name: string, command: string): string {
  const root = parseTree(text);
  if (root === undefined) return text;
  const space = spaceBefore(root.children?.[0], text) ?? `${text.includes('\r\n') ? '\r\n' : '\n'}  `;
  const [end, step] = [/^\s*\n/.exec(space)?.[0], space.replace(/^\s*\n/, '')];
  /** A new object, so many objects deep. */
  const objectOf = (member: string, depth: number): string =>
    end === undefined ? `{ ${member} }` : `{${end}${step.repeat(depth + 1)}${member}${end}${step.repeat(depth)}}`;
  const script = `${JSON.stringify(name)}: ${JSON.stringify(command)}`;
  const scripts = findNodeAtLocation(root, ['scripts']);
  if (scripts === undefined) {
    const member = `"scripts": ${objectOf(script, 1)}`;
    return withMember(text, root, member, objectOf(member, 0));
  }
  return withMember(text, scripts, script, objectOf(script, 1));
}

/** An object with one more member behind the last; one without any becomes `instead`. */
function withMember(text: string, { offset, length, children }: Node, member: string, instead: string): string {
  const last = children?.at(-1);
  if (last === undefined) return `${text.slice(0, offset)}${instead}${text.slice(offset + length)}`;
  const end = last.offset + last.length;
  return `${text.slice(0, end)},${spaceBefore(last, text) ?? ''}${member}${text.slice(end)}`;
}

/** The space between a member and what comes before it. */
function spaceBefore(node: Node | undefined, text: string): string | undefined {
  return node === undefined ? undefined : /\s*$/.exec(text.slice(0, node.offset))?.[0];
}
