import { readFileSync } from 'node:fs';

import { parseSync, Visitor, type Comment, type ObjectExpression } from 'oxc-parser';

/** The words of the doc comments of one source file. */
export interface DocComments {
  /** What stands before the exported constant. */
  constant(name: string): string | undefined;
  /** What stands before a member of the object that the constant's schema is made from, spreads included. */
  member(constant: string, member: string): string | undefined;
}

/**
 * Reads the doc comments of a source file. They are the one source of every description: the editor shows them as they
 * are, the OpenAPI document takes them from here.
 */
export function docComments(file: URL): DocComments {
  const source = readFileSync(file, 'utf8');
  const { program, comments } = parseSync(file.pathname, source);
  const wordsBefore = (start: number): string | undefined => plainText(commentBefore(start, comments, source));
  const constants = new Map<string, string>();
  const shapes = new Map<string, Map<string, string>>();
  const shapeOf = new Map<string, string>();

  /** A shape, or what a call makes of one. */
  const wordsIn = (name: string): Map<string, string> | undefined => {
    const made = shapeOf.get(name);
    return made === undefined ? shapes.get(name) : wordsIn(made);
  };

  const shape = (object: ObjectExpression): Map<string, string> => {
    const words = new Map<string, string>();
    for (const property of object.properties) {
      if (property.type === 'SpreadElement') {
        const spread = property.argument.type === 'Identifier' ? wordsIn(property.argument.name) : undefined;
        for (const [name, text] of spread ?? []) words.set(name, text);
      } else if (property.key.type === 'Identifier') {
        const text = wordsBefore(property.start);
        if (text !== undefined) words.set(property.key.name, text);
      }
    }
    return words;
  };

  new Visitor({
    ExportNamedDeclaration({ declaration, start }) {
      const text = wordsBefore(start);
      if (declaration?.type !== 'VariableDeclaration' || text === undefined) return;
      for (const { id } of declaration.declarations) if (id.type === 'Identifier') constants.set(id.name, text);
    },
    VariableDeclarator({ id, init }) {
      if (id.type !== 'Identifier' || init === null) return;
      if (init.type === 'ObjectExpression') shapes.set(id.name, shape(init));
      if (init.type !== 'CallExpression') return;
      const [argument] = init.arguments;
      if (argument?.type === 'Identifier') shapeOf.set(id.name, argument.name);
      if (argument?.type === 'ObjectExpression') shapes.set(id.name, shape(argument));
    },
  }).visit(program);

  return {
    constant: (name) => constants.get(name),
    member: (constant, member) => wordsIn(constant)?.get(member),
  };
}

function commentBefore(start: number, comments: readonly Comment[], source: string): string | undefined {
  const comment = comments.findLast(({ end }) => end <= start && source.slice(end, start).trim() === '');
  return comment?.value.startsWith('*') ? comment.value : undefined;
}

/** The text without stars and links, each paragraph on one line. */
function plainText(comment: string | undefined): string | undefined {
  return comment
    ?.replaceAll(/^\s*\*/gm, '')
    .replaceAll(/\{@link (\w+)\}/g, '`$1`')
    .replaceAll(/^[^\S\n]+|[^\S\n]+$/gm, '')
    .trim()
    .replaceAll(/([^\n])\n(?!\n|-)/g, '$1 ');
}
