/** The value of a header, whatever its name's case; `undefined` where there is none. */
export function headerOf<Value>(headers: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.entries(headers).find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1];
}
