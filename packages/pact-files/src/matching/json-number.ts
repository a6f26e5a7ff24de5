/**
 * A number as Pact's core writes it in a text. `isDecimal` says whether the JSON had it with a fraction or an exponent.
 */
export function numberText(value: number, isDecimal: boolean): string {
  if (!isDecimal) return BigInt(value).toString();
  const size = Math.abs(value);
  if (size >= 1e16 || (size > 0 && size < 1e-5)) return value.toExponential();
  if (!Number.isInteger(value)) return String(value);
  return `${Object.is(value, -0) ? '-0' : value}.0`;
}
