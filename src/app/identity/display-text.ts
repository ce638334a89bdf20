const longest = 80;

/** Characters that are not seen but change what is: controls, bidirectional overrides, zero-width joints. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * A name from outside, made fit for a screen on which people decide: without characters that could reorder
 * or hide what stands beside it, and no longer than a line or two.
 */
export function displayText(text: string): string {
  const visible = text.replaceAll(invisible, '').trim();
  const characters = Array.from(visible);

  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : visible;
}
