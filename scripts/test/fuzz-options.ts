import { OptionError, parseOptions } from '../lib/options.ts';

/** How often every property is tried, and with which seed. */
export interface FuzzOptions {
  readonly runs: number;
  readonly seed: number;
}

const [leastSeed, mostSeeds] = [-(2 ** 31), 2 ** 32];

/** Reads the options of `npm run fuzz`; without a seed it looks for cases that nobody has tried. */
export function parseFuzzOptions(
  args: readonly string[],
  random: () => number = Math.random,
): FuzzOptions {
  const { runs = '20000', seed = String(leastSeed + Math.floor(random() * mostSeeds)) } =
    parseOptions(args, { runs: { type: 'string' }, seed: { type: 'string' } });

  return { runs: wholeNumber('runs', runs, 1), seed: wholeNumber('seed', seed, leastSeed) };
}

/** fast-check takes seeds of 32 bits and no others. */
function wholeNumber(name: string, value: string, least: number): number {
  const number = Number(value);
  const most = 2 ** 31 - 1;
  if (!/^-?\d+$/.test(value) || number < least || number > most) {
    throw new OptionError(
      `--${name} must be a whole number from ${least} to ${most}, not "${value}"`,
    );
  }

  return number;
}
