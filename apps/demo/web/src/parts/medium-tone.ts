/** The media that most organizations have; each keeps its colour wherever it is shown. */
export const usualMedia = ['cpc', 'organic', 'email', 'social', 'referral', 'affiliate', 'direct', 'sales'];

/** How many colours `style.css` has for media. */
const tones = 10;

/** The colour of a medium, as a number: the usual ones differ for sure, any other takes one by its name. */
export function toneOf(medium: string): number {
  const index = usualMedia.indexOf(medium);
  if (index !== -1) return index;
  const sum = Array.from(medium).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  return usualMedia.length + (sum % (tones - usualMedia.length));
}
