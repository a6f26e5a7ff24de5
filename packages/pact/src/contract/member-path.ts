/** The place of a member in Pact's path language. A name that isn't a plain word goes into brackets. */
export function memberPath(parent: string, name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? `${parent}.${name}` : `${parent}['${name}']`;
}
