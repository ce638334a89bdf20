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

/** Signs that take a letter's vowel; what follows is joined to it or, with a joiner, shown in another way. */
const virama = String.raw`[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA\u1039\u17D2]`;

/** Arabic letters that never join what follows: nothing is seen of a joiner after them. */
const unjoined = String.raw`[\u0621-\u0625\u0627\u0629\u062F-\u0632\u0648\u0671-\u0677\u0688-\u0699\u06C0\u06C3-\u06CB\u06CD\u06CF\u06D2\u06D3\u06D5]`;

const arabic = String.raw`(?=\p{L})\p{Script=Arabic}`;
/** No more marks than one may wear, which also keeps the search short. */
const marks = String.raw`\p{M}{0,8}`;
const picture = String.raw`\p{Extended_Pictographic}`;

/** Where a joiner or a selector changes what is seen (after Unicode UAX #31, A1, A2 and B, and UTS #51). */
const meant = [
  // Persian and its kin: two letters that would join, and do not.
  String.raw`\u200C(?<=(?!${unjoined})${arabic}${marks}\u200C)(?=${arabic})`,
  // Indic: a letter without its vowel, apart from the next one, or in its half form.
  String.raw`\u200C(?<=\p{L}${marks}${virama}\u200C)(?=\p{L})`,
  String.raw`\u200D(?<=\p{L}${marks}${virama}\u200D)`,
  // Several pictures that make one, a picture in colour, and a key.
  String.raw`\u200D(?<=${picture}[\uFE0F\p{Emoji_Modifier}]?\u200D)(?=${picture})`,
  String.raw`\uFE0F(?<=${picture}\uFE0F)`,
  String.raw`\uFE0F(?<=[0-9#*]\uFE0F)(?=\u20E3)`,
].join('|');

const joiners = new RegExp(String.raw`(${meant})|\u200C|\u200D|\uFE0F`, 'gu');

/** Leaves joiners where a script or a picture needs them; anywhere else they write one name in two ways. */
const withMeantJoiners = (text: string): string =>
  text.replaceAll(joiners, (_joiner, kept: string | undefined) => kept ?? '');

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Makes a name from outside fit for the screen: without characters that could reorder, hide or overwrite what stands
 * beside it, and no longer than a line or two.
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

/** Cuts a text short, between two letters or pictures if possible. */
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
