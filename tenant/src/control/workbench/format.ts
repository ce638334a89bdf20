const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** Writes how far a clock was moved, in the two largest units: `+2 hours 5 minutes`. */
export function formatOffset(offsetMs: number): string {
  let restMs = Math.abs(Math.round(offsetMs / 1000) * 1000);
  const parts = units.flatMap(([unit, unitMs]) => {
    const count = Math.floor(restMs / unitMs);
    restMs -= count * unitMs;

    return count === 0 ? [] : `${count} ${unit}${count === 1 ? '' : 's'}`;
  });

  return `${offsetMs < 0 ? '−' : '+'}${parts.slice(0, 2).join(' ')}`;
}

/** Writes a time for people, in UTC as the tokens are: `2026-11-20 10:00:05`. */
export function formatTime(time: Date | string): string {
  return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}

/** Writes a number with its noun: `1 fault`, `2 faults`. */
export function formatCount(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
