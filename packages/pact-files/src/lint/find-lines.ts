/** A place of an interaction of a pact file. */
export interface SoughtPlace {
  /** Where the interaction stands in the file's list, from 0. */
  readonly position: number;
  /** The place in it as findings name it: `response.body.email`. */
  readonly path: string;
}

/**
 * The line of each place in the text of a pact file, from 1: of the member; where the file has no such member, of what
 * should hold it; else of the interaction's description. One pass over the text, however many places.
 */
export async function findLines(text: string, sought: readonly SoughtPlace[]): Promise<readonly number[]> {
  const root = new Place();
  const described = sought.map(({ position }) => root.add([...interactionAt(position), '.description']));
  const places = sought.map(({ position, path }) => root.add([...interactionAt(position), ...stepsOf(`.${path}`)]));
  await measure(text, root);
  return places.map((place, index) => nearestLine(place, depthOfMember) ?? nearestLine(described[index], 0) ?? 1);
}

/** The line of each element of a list of a JSON file, from 1. */
export async function findElementLines(
  text: string,
  list: string,
  indices: readonly number[],
): Promise<readonly number[]> {
  const root = new Place();
  const places = indices.map((index) => root.add([`.${list}`, `[${index}]`]));
  await measure(text, root);
  return places.map((place) => nearestLine(place, 0) ?? 1);
}

/** How deep a member of an interaction is: `.interactions`, `[0]`, `.request`. */
const depthOfMember = 3;

function interactionAt(position: number): readonly string[] {
  return ['.interactions', `[${position}]`];
}

/** A path as steps. A name with a dot makes several, here as in the file. Names of headers have no case. */
function stepsOf(path: string): readonly string[] {
  return path.replace(/^\.\w+\.headers\..*/, (header) => header.toLowerCase()).split(/(?=[.[])/);
}

/** A place that is sought, or one on the way to it. */
class Place {
  readonly outer: Place | undefined;
  readonly depth: number;
  /** Most have none. */
  #inner: Map<string, Place> | undefined;
  /** Its line, once it has been found. */
  line: number | undefined;

  constructor(outer?: Place) {
    this.outer = outer;
    this.depth = outer === undefined ? 0 : outer.depth + 1;
  }

  /** The place so many steps inside, which is sought from now on. */
  add(steps: readonly string[]): Place {
    return steps.reduce<Place>((place, step) => place.#ensure(step), this);
  }

  /** The place so many steps inside; `undefined` where none is sought there. */
  at(steps: readonly string[]): Place | undefined {
    return steps.reduce<Place | undefined>((place, step) => place && place.#inner?.get(step), this);
  }

  #ensure(step: string): Place {
    this.#inner ??= new Map();
    const inner = this.#inner.get(step) ?? new Place(this);
    this.#inner.set(step, inner);
    return inner;
  }
}

/** The line of a place, or of the nearest around it that was found, and is `depth` steps deep at least. */
function nearestLine(sought: Place | undefined, depth: number): number | undefined {
  let place = sought;
  while (place !== undefined && place.line === undefined) place = place.outer;
  return place === undefined || place.depth < depth ? undefined : place.line;
}

/** What a value is in a pact file. Its members are called by findings as they are in version 4, without the wrapper of a body. */
type Role =
  | 'file'
  | 'interactions'
  | 'interaction'
  | 'message'
  | 'headers'
  | 'body'
  | 'rules'
  | 'named rules'
  | 'plain';

/** An object or a list that is open, and the places that are in it. */
interface Open {
  readonly places: readonly Place[];
  readonly role: Role;
  readonly isList: boolean;
  /** The name of the member that comes, or the index of the next element. */
  name: string;
  index: number;
  isNameNext: boolean;
  /** The places of the member that comes. */
  inner: readonly Place[];
}

/** Gives the places their lines. The text is known to be JSON. */
async function measure(text: string, root: Place): Promise<void> {
  // Only who has findings needs it.
  const { createScanner } = await import('jsonc-parser');
  const scanner = createScanner(text, true);
  const open: Open[] = [];
  /** How deep the scanner is in a value where nothing is sought. */
  let depth = 0;
  for (;;) {
    scanner.scan();
    const offset = scanner.getTokenOffset();
    if (offset >= text.length) return;
    const character = text.charAt(offset);
    const isOpening = character === '{' || character === '[';
    const isClosing = character === '}' || character === ']';
    if (depth > 0) {
      depth += Number(isOpening) - Number(isClosing);
      continue;
    }
    const outer = open.at(-1);
    if (isClosing) {
      open.pop();
    } else if (character === ',') {
      if (outer !== undefined) outer.isNameNext = !outer.isList;
    } else if (character === ':') {
      continue;
    } else if (outer?.isNameNext === true) {
      outer.isNameNext = false;
      outer.name = scanner.getTokenValue();
      outer.inner = placesAt(outer, labelsOf(outer.role, outer.name), scanner.getTokenStartLine() + 1);
    } else {
      if (outer?.isList === true) {
        outer.inner = placesAt(outer, [[`[${outer.index}]`]], scanner.getTokenStartLine() + 1);
        outer.index += 1;
      }
      if (!isOpening) continue;
      const places = outer === undefined ? [root] : outer.inner;
      const isList = character === '[';
      if (places.length === 0) depth = 1;
      else open.push({ places, role: roleIn(outer), isList, name: '', index: 0, isNameNext: !isList, inner: [] });
    }
  }
}

/** The sought places at a member, each of which has its line now. Of several members of one name the last counts, as in JSON. */
function placesAt({ places }: Open, labels: readonly (readonly string[])[], line: number): readonly Place[] {
  const found = places.flatMap((place) => labels.flatMap((steps) => place.at(steps) ?? []));
  for (const place of found) place.line = line;
  return found;
}

function roleIn(outer: Open | undefined): Role {
  if (outer === undefined) return 'file';
  const { role, name } = outer;
  switch (role) {
    case 'file':
      return name === 'interactions' ? 'interactions' : 'plain';
    case 'interactions':
      return 'interaction';
    case 'interaction':
      return name === 'request' || name === 'response' ? 'message' : 'plain';
    case 'message':
      if (name === 'headers' || name === 'body') return name;
      return name === 'matchingRules' || name === 'generators' ? 'rules' : 'plain';
    case 'rules':
      return name === 'path' || name === 'status' ? 'plain' : 'named rules';
    case 'headers':
    case 'body':
    case 'named rules':
    case 'plain':
      return 'plain';
    default:
      return role satisfies never;
  }
}

/** What findings call a member of a pact file, in steps; in several ways where one cannot tell yet which it is. */
function labelsOf(role: Role, name: string): readonly (readonly string[])[] {
  switch (role) {
    case 'interaction':
      return [[/^provider_?states?$/i.test(name) ? '.providerStates' : `.${name}`]];
    case 'headers':
      return [stepsIn(`.${name.toLowerCase()}`)];
    case 'body':
      // The wrapper of version 4, or a member of that name.
      return name === 'content' ? [[], ['.content']] : [stepsIn(`.${name}`)];
    case 'rules':
      return [name.startsWith('$') ? stepsOfVersion2(name) : stepsIn(`.${plural(name)}`)];
    case 'named rules':
      return [stepsIn(`["${name}"]`), stepsIn(`["${plainName(name)}"]`)];
    case 'file':
    case 'interactions':
    case 'message':
    case 'plain':
      return [stepsIn(`.${name}`)];
    default:
      return role satisfies never;
  }
}

function stepsIn(label: string): readonly string[] {
  return label.split(/(?=[.[])/);
}

/** `$.body.email` and `$.headers.Location` of version 2, which later ones write as `["$.email"]` of the body. */
function stepsOfVersion2(expression: string): readonly string[] {
  const [, word, quoted, rest = ''] = /^\$(?:\.(\w+)|\['(\w+)'\])(.*)$/s.exec(expression) ?? [];
  const part = plural(word ?? quoted ?? '');
  if (part === 'body') return stepsIn(`.${part}["$${rest}"]`);
  return rest === '' ? [`.${part}`] : stepsIn(`.${part}["${plainName(rest)}"]`);
}

function plural(part: string): string {
  return part === 'header' ? 'headers' : part;
}

/** The name of a header or parameter: `limit` of `$.limit[0]`. */
function plainName(name: string): string {
  return name
    .replace(/\[\d+\]$/, '')
    .replace(/^\$?(?:\.|\[')/, '')
    .replace(/'\]$/, '');
}
