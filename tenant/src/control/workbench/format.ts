const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** How far a clock was moved, in the words of a sentence: `+2 hours 5 minutes`. */
export function offsetWords(offsetSeconds: number): string {
  let rest = Math.abs(Math.round(offsetSeconds));
  const words = units.flatMap(([unit, seconds]) => {
    const count = Math.floor(rest / seconds);
    rest -= count * seconds;

    return count === 0 ? [] : `${count} ${unit}${count === 1 ? '' : 's'}`;
  });

  return `${offsetSeconds < 0 ? '−' : '+'}${words.slice(0, 2).join(' ')}`;
}

/** A moment for people, in UTC as the tokens are: `2026-11-20 10:00:05`. */
export function momentWords(moment: string | number): string {
  return new Date(moment).toISOString().slice(0, 19).replace('T', ' ');
}

/** A number with its noun. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
