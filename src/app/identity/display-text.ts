const longest = 80;

/**
 * Characters that are not seen but change what is: controls, bidirectional overrides, blanks that pass for
 * letters. Tabs and line ends are left out, because they separate words.
 */
const invisible = /(?![\t-\r\u0085])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** What separates words, on one line or over several. */
const spaces = /[\p{Z}\s\u0085]+/gu;

/**
 * A name from outside, made fit for a screen on which people decide: without characters that could reorder
 * or hide what stands beside it, and no longer than a line or two.
 */
export function displayText(text: string): string {
  // In this order: an invisible character keeps no two spaces apart, and none uses up the line.
  const visible = text.replaceAll(invisible, '').replaceAll(spaces, ' ').trim();
  const characters = Array.from(visible);

  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : visible;
}
