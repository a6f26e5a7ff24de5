const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

/** Codes that have a name and are no country. */
const notCountries = new Set(['AC', 'CP', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ']);

/** The countries that the browser knows, by their ISO 3166-1 code, in the order of their names. */
export const regionNames: ReadonlyMap<string, string> = new Map(
  letters
    .flatMap((first) => letters.map((second) => first + second))
    // A code that was given up, such as UK or SU, has the name of another.
    .filter((code) => !notCountries.has(code) && new Intl.Locale(`und-${code}`).region === code)
    .map((code) => [code, names.of(code)] as const)
    .filter((entry): entry is readonly [string, string] => entry[1] !== undefined)
    .toSorted(([, one], [, other]) => one.localeCompare(other, 'en')),
);
