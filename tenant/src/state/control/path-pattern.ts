/**
 * Whether a path fits a pattern: `*` stays inside a segment, `**` does not. All the places in the
 * pattern that the path may have come to go along together, so that nothing is tried twice.
 */
export function pathPattern(pattern: string): (path: string) => boolean {
  // Each is a character, anything but a slash, or anything at all.
  const steps: readonly string[] = pattern.match(/\*+|[^*]/gs) ?? [];

  return (path) => {
    let places = withSkipped(steps, [0]);
    for (const character of path.split('')) {
      places = withSkipped(
        steps,
        places.flatMap((place) => next(steps[place], place, character)),
      );
    }

    return places.includes(steps.length);
  };
}

function next(step: string | undefined, place: number, character: string): readonly number[] {
  if (step === '*') return character === '/' ? [] : [place];
  if (step?.startsWith('**') === true) return [place];

  return step === character ? [place + 1] : [];
}

/** The places with those that are reached for nothing, since a star may stand for nothing. */
function withSkipped(steps: readonly string[], places: readonly number[]): readonly number[] {
  const reached = new Set<number>();
  for (const place of places) {
    let skipped = place;
    while (!reached.has(skipped)) {
      reached.add(skipped);
      if (steps[skipped]?.startsWith('*') === true) skipped += 1;
    }
  }

  return [...reached];
}
