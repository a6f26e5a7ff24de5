/** Reads a part of a text from an index on, and says where it ends; `undefined` where it isn't there. */
type Reader = (text: string, from: number) => number | undefined;

/** A part of a format: what it reads, and of what, where the calendar has a say. */
interface Part {
  readonly read: Reader;
  readonly unit: 'year' | 'month' | 'day' | undefined;
}

const known = new Map<string, readonly Part[] | undefined>();

/** Whether Pact's core can read a date format, which it writes as Java does. */
export function isDateFormat(format: string): boolean {
  return partsOf(format) !== undefined;
}

/**
 * Whether a text is a date or time in a format for Pact's core. It reads the parts from left to right, with no way back, and
 * takes the first year, month and day for those of a date. No text is one in a format that it can't read.
 */
export function isDate(text: string, format: string): boolean {
  const found = new Map<Part['unit'], string>();
  let from = 0;
  for (const { read, unit } of partsOf(format) ?? [nothing]) {
    const end = read(text, from);
    if (end === undefined) return false;
    if (!found.has(unit)) found.set(unit, text.slice(from, end));
    from = end;
  }
  return from === text.length && isInCalendar(found.get('year'), found.get('month'), found.get('day'));
}

const nothing: Part = { read: () => undefined, unit: undefined };

/** Whether a month has a day. In no year February has 28. */
function isInCalendar(year: string | undefined, month: string | undefined, day: string | undefined): boolean {
  if (month === undefined || day === undefined) return true;
  const named = months.findIndex((name) => name.toLowerCase().startsWith(month.toLowerCase()));
  const number = named === -1 ? Number(month) : named + 1;
  const isLeap = year !== undefined && Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const days = number === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(number) ? 30 : 31;
  return Number(day) <= days;
}

function partsOf(format: string): readonly Part[] | undefined {
  if (!known.has(format)) known.set(format, parse(format));
  return known.get(format);
}

/** A run of one letter, two quotes for one, a quoted text, in which two quotes are one, or other characters. */
const token = /([A-Za-z])\1*|'((?:''|[^'])+)'(?!')|''|[^A-Za-z0-9'{}[\]]+/y;

function parse(format: string): readonly Part[] | undefined {
  const parts: Part[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < format.length) {
    const found = token.exec(format);
    if (found === null) return undefined;
    const [run, letter, quoted] = found;
    const read =
      letter === undefined
        ? literal(quoted?.replaceAll(/'+/g, "'") ?? (run === "''" ? "'" : run))
        : readerOf(letter, run.length);
    if (read === undefined) return undefined;
    parts.push({ read, unit: letter === undefined ? undefined : calendar.get(letter) });
  }
  return parts;
}

/** The letters of what the calendar has a say about. */
const calendar: ReadonlyMap<string, Part['unit']> = new Map([
  ['y', 'year'],
  ['Y', 'year'],
  ['u', 'year'],
  ['M', 'month'],
  ['d', 'day'],
]);

/** A reader of what a run of a letter means; `undefined` where it means nothing, or is too long. */
function readerOf(letter: string, length: number): Reader | undefined {
  const [longest, make] = units.get(letter) ?? [0];
  return length > longest ? undefined : make?.(length);
}

const any = Number.POSITIVE_INFINITY;
const year = [any, (length: number) => digits(length)] as const;
const month = [5, (length: number) => (length < 3 ? number(2, 1, 12) : words(length, months))] as const;
const week = [2, () => number(2, 1, 5)] as const;
const count = [any, () => digits(any)] as const;
const months = 'January February March April May June July August September October November December'.split(' ');
const days = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

/** The letters that have a meaning, each with the longest run of it. */
const units: ReadonlyMap<string, readonly [longest: number, reader: (length: number) => Reader]> = new Map([
  ['G', [5, () => oneOf(['ad', 'bc'])]],
  ['y', year],
  ['Y', year],
  ['u', year],
  ['M', month],
  ['L', [5, () => number(2, 1, 12)]],
  ['D', [any, () => number(3, 1, 356)]],
  ['d', [2, () => number(2, 1, 31)]],
  ['Q', [5, quarter]],
  ['q', [2, () => number(2, 1, 4)]],
  ['w', [2, () => number(2, 1, 56)]],
  ['W', week],
  ['F', [2, () => number(2, 0, 4)]],
  ['E', [5, (length) => words(length, days)]],
  ['e', [5, (length) => (length < 3 ? number(1, 1, 7) : words(length, days))]],
  ['c', [1, () => number(1, 1, 7)]],
  ['a', [1, () => oneOf(['am', 'pm'])]],
  ['h', [2, () => number(2, 1, 12)]],
  ['H', [2, () => number(2, 0, 23)]],
  ['k', [2, () => number(2, 1, 24)]],
  ['K', [2, () => number(2, 0, 11)]],
  ['m', [2, () => number(2, 0, 59)]],
  ['s', [2, () => number(2, 0, 60)]],
  ['S', [any, (length) => digits(length)]],
  ['n', count],
  ['A', count],
  ['N', count],
  ['x', [5, offset]],
  ['X', [5, (length) => either(literal('Z'), offset(length))]],
  ['Z', [5, (length) => (length < 4 ? offset(2) : length === 4 ? greenwich(3, true) : offset(3))]],
  ['O', [4, (length) => greenwich(length < 4 ? 0 : 3, false)]],
  ['z', [4, abbreviation]],
  ['V', [2, () => zone]],
]);

function literal(expected: string): Reader {
  return (text, from) => (text.startsWith(expected, from) ? from + expected.length : undefined);
}

function oneOf(names: readonly string[]): Reader {
  const lowered = names.map((name) => name.toLowerCase());
  return (text, from) => {
    const found = lowered.find((name) => text.slice(from, from + name.length).toLowerCase() === name);
    return found === undefined ? undefined : from + found.length;
  };
}

/** Names in full, or the first three letters of each. */
function words(length: number, names: readonly string[]): Reader {
  return oneOf(length > 3 ? names : names.map((name) => name.slice(0, 3)));
}

/** Some digits, and at most so many. */
function digits(most: number): Reader {
  return (text, from) => {
    let end = from;
    while (end - from < most && isDigit(text[end])) end += 1;
    return end === from ? undefined : end;
  };
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

/** As many digits as may be, and then a number in its limits. */
function number(most: number, least: number, greatest: number): Reader {
  const read = digits(most);
  return (text, from) => {
    const end = read(text, from);
    const value = Number(text.slice(from, end));
    return end !== undefined && value >= least && value <= greatest ? end : undefined;
  };
}

function sequence(...readers: readonly Reader[]): Reader {
  return (text, from) =>
    readers.reduce<number | undefined>((at, read) => (at === undefined ? at : read(text, at)), from);
}

function either(...readers: readonly Reader[]): Reader {
  return (text, from) => {
    for (const read of readers) {
      const end = read(text, from);
      if (end !== undefined) return end;
    }
    return undefined;
  };
}

function optional(reader: Reader): Reader {
  return (text, from) => reader(text, from) ?? from;
}

function quarter(length: number): Reader {
  if (length < 3) return number(2, 1, 4);
  if (length === 3) return oneOf(['Q1', 'Q2', 'Q3', 'Q4']);
  return sequence(oneOf(['1st', '2nd', '3rd', '4th']), oneOf([' quarter']));
}

const sign: Reader = (text, from) => {
  let end = from;
  while (text[end] === '+' || text[end] === '-') end += 1;
  return end === from ? undefined : end;
};
const signedHour = sequence(sign, number(2, 0, 11));
const minute = number(2, 0, 59);
const colonMinute = sequence(literal(':'), minute);
const second = number(2, 0, 60);

/** An offset from UTC: hours, and minutes in five forms. */
function offset(length: number): Reader {
  if (length === 1) return sequence(signedHour, optional(minute));
  if (length === 2) return sequence(signedHour, minute);
  if (length === 3) return sequence(signedHour, colonMinute);
  if (length === 4) return sequence(signedHour, minute, optional(second));
  return sequence(signedHour, colonMinute, optional(sequence(literal(':'), second)));
}

/** An offset behind GMT or UTC. */
function greenwich(length: number, isOptional: boolean): Reader {
  const time = either(literal('GMT'), literal('UTC'));
  const behind = length === 0 ? sequence(signedHour, optional(colonMinute)) : offset(length);
  return sequence(time, isOptional ? optional(behind) : behind);
}

/** Those that Pact's core knows, of three and four letters. */
const abbreviations: ReadonlySet<string> = new Set(
  (
    'ACDT ACST ADDT ADT AEDT AEST AHDT AHST AKDT AKST AMT APT AST AWDT AWST AWT BDST BDT BMT BST CAST CAT CDT CEMT' +
    ' CEST CET CMT CPT CST CWT DMT EAT EDT EEST EET EMT EPT EST EWT FFMT FMT GDT GMT GST HDT HKST HKT HKWT HMT HPT HST' +
    ' HWT IDDT IDT IMT IST JDT JMT JST KDT KMT KST LMT LST MDST MDT MEST MET MMT MPT MSD MSK MST MWT NDDT NDT NPT NST' +
    ' NWT NZDT NZMT NZST PDT PKST PKT PLMT PMMT PMT PPMT PPT PST PWT QMT RMT SAST SDMT SET SJMT SMT SST TBMT TMT WAST' +
    ' WAT WEMT WEST WET WIB WIT WITA WMT YDDT YDT YPT YST YWT'
  ).split(' '),
);

function abbreviation(length: number): Reader {
  return (text, from) => {
    const [name] = /^[A-Z]{3,4}/.exec(text.slice(from)) ?? [];
    return length < 4 && name !== undefined && abbreviations.has(name) ? from + name.length : undefined;
  };
}

/** The name of a zone, which has no underscore and no second slash for Pact's core: `Europe/Berlin`. */
const zone: Reader = (text, from) => {
  const [name] = /^[A-Za-z0-9]+\/[A-Za-z0-9]+/.exec(text.slice(from)) ?? [];
  return name !== undefined && isZone(name) ? from + name.length : undefined;
};

function isZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
