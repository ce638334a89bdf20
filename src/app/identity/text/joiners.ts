/** Signs that take a letter's vowel, so that what follows is joined to it or, with a joiner, shown in another way. */
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
export const withMeantJoiners = (text: string): string =>
  text.replaceAll(joiners, (_joiner, kept: string | undefined) => kept ?? '');
