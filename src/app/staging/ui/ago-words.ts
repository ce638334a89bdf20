/** `src/start.ts` has the language of the page set before any of this is loaded. */
const locale = $localize.locale ?? 'en';

/** English is as short as it can be; other languages are hardly read like that, as French with its “-5 s”. */
const relative = new Intl.RelativeTimeFormat(locale, {
  style: locale.startsWith('en') ? 'narrow' : 'long',
  numeric: 'auto',
});

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
  const seconds = inSeconds(ms % 60_000, ms < 10_000 && !isGuess ? 1 : 0);

  return minutes === 0
    ? $localize`${seconds}:seconds:\u00a0s`
    : $localize`${minutes}:minutes:\u00a0min ${seconds}:seconds:\u00a0s`;
}

/** How long after the beginning of something: to the hundredth of a second in its first minute. */
export function sinceWords(ms: number): string {
  const words = ms < 60_000 ? $localize`${inSeconds(ms, 2)}:seconds:\u00a0s` : tookWords(ms);

  return $localize`+${words}:duration:`;
}

const inSeconds = (ms: number, digits: number): string =>
  new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(ms / 1000);
