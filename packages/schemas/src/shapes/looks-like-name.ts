/** `firstName`, `x-rate_limit`; not an id, an address, a number of somebody's: what a member is called may be data. */
export function looksLikeName(name: string): boolean {
  return /^[A-Za-z_$][\w$-]{0,49}$/.test(name) && hasFewDigits(name);
}

/** Whether a text has two digits at most: more of them are somebody's number. */
export function hasFewDigits(text: string): boolean {
  return text.replaceAll(/\D/g, '').length <= 2;
}
