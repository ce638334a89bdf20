/** As many letters as the application shows: a line or two. */
const longest = 80;
/** What is looked at: more than enough for that many letters with all their marks. */
const mostLookedAt = 2000;

/** Marks on one letter; those that any letter may wear are piled up without an end. */
const markedOver = /\p{M}+/gu;
const mostMarks = 8;
const mostPiledUp = 3;

/** What is not seen but changes the order of what stands beside it. */
const reordering = /[\p{Bidi_Control}\p{Cc}]/gu;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * A name of an account, made fit to stand beside others on a page: nothing in it reorders what follows, its marks
 * write over no other line, and it is no longer than a line or two. What is stored stays as it is.
 */
export function shownName(name: string): string {
  const fit = name
    .slice(0, mostLookedAt)
    .replaceAll(reordering, '')
    .replaceAll(markedOver, bounded)
    .replace(/^\p{M}+/u, '');

  return Array.from(fit).length > longest ? `${clipped(fit)}…` : fit;
}

/** The beginning of it, cut where no letter or picture is cut in two, if that can be had. */
function clipped(name: string): string {
  const cut = Array.from(name).slice(0, longest).join('');
  const ends = [...graphemes.segment(name)].map(({ index, segment }) => index + segment.length);
  const end = ends.findLast((each) => each <= cut.length);

  return end === undefined ? cut : name.slice(0, end);
}

function bounded(marks: string): string {
  let piledUp = 0;

  return Array.from(marks)
    .slice(0, mostMarks)
    .filter((mark) => !/\p{Script=Inherited}/u.test(mark) || ++piledUp <= mostPiledUp)
    .join('');
}
