import type { BrandColors } from '../../config/ligature-config';
import { contrast, mixed, readable, type Hex } from './contrast';

interface Ground {
  /** What an accent stands on: of all surfaces the one on which it is read worst. */
  readonly surface: Hex;
  /** What soft shades of an accent are made of. */
  readonly base: Hex;
  readonly soft: number;
  readonly line: number;
  /** Where the accent goes when somebody points at it. */
  readonly end: Hex;
}

/** As `tokens.scss` has them: `--ligature-hover` and `--ligature-surface`. */
const light: Ground = {
  ...{ surface: '#f2f5f5', base: '#ffffff', end: '#000000' },
  ...{ soft: 0.1, line: 0.35 },
};
const dark: Ground = {
  ...{ surface: '#1a2022', base: '#121617', end: '#ffffff' },
  ...{ soft: 0.18, line: 0.4 },
};

/**
 * Makes the accent tokens of a company's own color, a pair for light and dark each. A color that could not be read is
 * replaced by its nearest shade that can.
 */
export function accentTokens({
  primary,
  primaryDark = primary,
}: BrandColors): ReadonlyMap<string, string> {
  const [day, night] = [shadesOf(primary, light), shadesOf(primaryDark, dark)];

  return new Map(
    (Object.keys(day) as (keyof Shades)[]).map((name) => [
      `--ligature-${name}`,
      `light-dark(${day[name]}, ${night[name]})`,
    ]),
  );
}

interface Shades {
  readonly accent: Hex;
  readonly 'accent-hover': Hex;
  readonly 'on-accent': Hex;
  readonly 'accent-soft': Hex;
  readonly 'accent-line': Hex;
  readonly 'accent-ink': Hex;
  readonly halo: Hex;
}

function shadesOf(color: Hex, { surface, base, soft, line, end }: Ground): Shades {
  const accent = readable(color, surface);
  const softened = mixed(base, accent, soft);

  return {
    accent,
    'accent-hover': mixed(accent, end, 0.16),
    'on-accent': textOn(accent),
    'accent-soft': softened,
    'accent-line': mixed(base, accent, line),
    'accent-ink': readable(accent, softened, 5),
    halo: `${accent}15`,
  };
}

/** White or black, whichever is read better. */
const textOn = (accent: Hex): Hex =>
  contrast('#ffffff', accent) >= contrast('#000000', accent) ? '#ffffff' : '#000000';
