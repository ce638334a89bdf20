/** As much of a text as a pattern is compared with: that it is looked at only so often can be counted. */
export type Characters = Pick<string, 'length' | 'charCodeAt'>;

/**
 * Whether a text is these parts in their order, with anything between them. Each part is taken where it
 * first fits and found without ever going back (Knuth, Morris, Pratt), so that the time is that of
 * reading pattern and text once. A regular expression tries every way to share the text out.
 */
export function wildcard(parts: readonly string[]): (text: Characters) => boolean {
  const [first = '', ...others] = parts;
  const last = others.at(-1) ?? '';
  const between = others.slice(0, -1).map((part) => finder(part));

  return (text) => {
    const end = text.length - last.length;
    if (end < first.length || !isAt(text, 0, first) || !isAt(text, end, last)) return false;
    let from = first.length;
    for (const find of between) {
      const after = find(text, from, end);
      if (after === undefined) return false;
      from = after;
    }

    return true;
  };
}

function isAt(text: Characters, start: number, part: string): boolean {
  for (let index = 0; index < part.length; index++) {
    if (text.charCodeAt(start + index) !== part.charCodeAt(index)) return false;
  }

  return true;
}

/** Finds where a part ends that is somewhere from here to there. */
function finder(part: string): (text: Characters, from: number, end: number) => number | undefined {
  const beginnings = { part, shorter: shorterBeginnings(part) };

  return (text, from, end) => {
    let fitting = 0;
    for (let index = from; index < end && fitting < part.length; index++) {
      fitting = longer(beginnings, fitting, text.charCodeAt(index));
      if (fitting === part.length) return index + 1;
    }

    return part === '' ? from : undefined;
  };
}

/** For each beginning of a part, how long a shorter one is that it ends with. */
function shorterBeginnings(part: string): readonly number[] {
  const shorter = [0, 0];
  const beginnings = { part, shorter };
  for (let index = 1; index < part.length; index++) {
    shorter.push(longer(beginnings, shorter[index] ?? 0, part.charCodeAt(index)));
  }

  return shorter;
}

/** A part, and how long each of its beginnings is that it can go on from. */
interface Beginnings {
  readonly part: string;
  readonly shorter: readonly number[];
}

/** How much of a part fits after one more character. */
function longer({ part, shorter }: Beginnings, fitting: number, next: number): number {
  let fits = fitting;
  while (fits > 0 && part.charCodeAt(fits) !== next) fits = shorter[fits] ?? 0;

  return part.charCodeAt(fits) === next ? fits + 1 : 0;
}
