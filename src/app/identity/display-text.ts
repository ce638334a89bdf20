const longest = 80;

/** What separates words, on one line or over several. */
const spaces = /[\p{Z}\s]+/gu;

/** Characters that are not seen but change what is: controls, bidirectional overrides, blanks that pass for letters. */
const invisible = /[\p{Cc}\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]/gu;

/**
 * A name from outside, made fit for a screen on which people decide: without characters that could reorder
 * or hide what stands beside it, and no longer than a line or two.
 */
export function displayText(text: string): string {
  const visible = text.replaceAll(spaces, ' ').replaceAll(invisible, '').trim();
  const characters = Array.from(visible);

  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : visible;
}
