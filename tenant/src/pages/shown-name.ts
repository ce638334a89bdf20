/** Marks on one letter; those that any letter may wear are piled up without an end. */
const markedOver = /\p{M}+/gu;
const mostMarks = 8;
const mostPiledUp = 3;

/** What is not seen but changes the order of what stands beside it. */
const reordering = /[\p{Bidi_Control}\p{Cc}]/gu;

/**
 * A name of an account, made fit to stand beside others on a page: nothing in it reorders what follows, and its
 * marks write over no other line. What is stored stays as it is.
 */
export function shownName(name: string): string {
  return name
    .replaceAll(reordering, '')
    .replaceAll(markedOver, bounded)
    .replace(/^\p{M}+/u, '');
}

function bounded(marks: string): string {
  let piledUp = 0;

  return Array.from(marks)
    .slice(0, mostMarks)
    .filter((mark) => !/\p{Script=Inherited}/u.test(mark) || ++piledUp <= mostPiledUp)
    .join('');
}
