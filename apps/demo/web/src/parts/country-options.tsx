import { regionNames } from './countries.ts';

/** The countries to choose from; a value that is none of them stays a choice. */
export function CountryOptions({ also }: { readonly also?: string | undefined }) {
  return (
    <>
      {also && !regionNames.has(also) && <option value={also}>{also}</option>}
      {[...regionNames].map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </>
  );
}
