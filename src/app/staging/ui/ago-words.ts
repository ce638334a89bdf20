const relative = new Intl.RelativeTimeFormat('en', { style: 'narrow', numeric: 'auto' });

/** How long ago something was, in the largest unit of which there is one. */
export function agoWords(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return relative.format(-seconds, 'second');
  if (seconds < 3600) return relative.format(-Math.floor(seconds / 60), 'minute');

  return relative.format(-Math.floor(seconds / 3600), 'hour');
}

/** How long something took: to a tenth of a second while that tells something, unless it is a guess. It never wraps. */
export function tookWords(ms: number, isGuess = false): string {
  const minutes = Math.floor(ms / 60_000);
  const seconds = ((ms % 60_000) / 1000).toFixed(ms < 10_000 && !isGuess ? 1 : 0);

  return minutes === 0
    ? $localize`${seconds}:seconds:\u00a0s`
    : $localize`${minutes}:minutes:\u00a0min ${seconds}:seconds:\u00a0s`;
}
