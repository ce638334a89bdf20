import { withMeantJoiners } from './joiners';

const longest = 80;
/** What is looked at: more than enough for that many letters with all their marks. */
const mostLookedAt = 2000;

/**
 * Characters that are not seen but change what is: controls, bidirectional overrides, blanks that pass for
 * letters. Tabs and line ends are left out, because they separate words, and joiners, which some words need.
 */
const invisible =
  /(?![\t-\r\u0085]|\u200C|\u200D|\uFE0F)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** What separates words, on one line or over several. */
const spaces = /[\p{Z}\s\u0085]+/gu;

/** Marks on one letter; those that any letter may wear are piled up without an end. */
const markedOver = /\p{M}+/gu;
const mostMarks = 8;
const mostPiledUp = 3;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * A name from outside, made fit for a screen on which people decide: without characters that could reorder,
 * hide or overwrite what stands beside it, and no longer than a line or two.
 */
export function displayText(text: string): string {
  // In this order: an invisible character keeps no two spaces apart, and none uses up the line.
  const visible = withMeantJoiners(text.replaceAll(invisible, '').slice(0, mostLookedAt))
    .replaceAll(markedOver, bounded)
    .replaceAll(spaces, ' ')
    .trim()
    // Nothing writes over what stands before the name.
    .replace(/^\p{M}+/u, '');
  const characters = Array.from(visible);

  return characters.length > longest ? `${clipped(characters)}…` : visible;
}

function bounded(marks: string): string {
  let piledUp = 0;

  return Array.from(marks)
    .slice(0, mostMarks)
    .filter((mark) => !/\p{Script=Inherited}/u.test(mark) || ++piledUp <= mostPiledUp)
    .join('');
}

/** The beginning of it, cut where no letter or picture is cut in two, if that can be had. */
function clipped(characters: readonly string[]): string {
  const cut = characters.slice(0, longest).join('');
  const whole = [...graphemes.segment(characters.slice(0, longest + 1).join(''))];
  const end =
    whole
      .map(({ index }) => index)
      .filter((index) => index <= cut.length)
      .at(-1) ?? 0;

  return end > 0 ? cut.slice(0, end) : cut;
}
