/** A color as `#rrggbb`. */
export type Hex = string;

const channels = (hex: Hex): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** Gives a color on the way from one to another: 0 is the one, 1 the other. */
export function mixed(one: Hex, other: Hex, share: number): Hex {
  const [from, to] = [channels(one), channels(other)];
  const between = from.map((value, at) =>
    Math.round(value + ((to[at] ?? 0) - value) * share)
      .toString(16)
      .padStart(2, '0'),
  );

  return `#${between.join('')}`;
}

/** How far the luminances of two colors are apart, from 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(one: Hex, other: Hex): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);

  return (lighter + 0.05) / (darker + 0.05);
}

/** The shade nearest to a color that can be read on another one; the color itself where it can. */
export function readable(color: Hex, on: Hex, ratio = 4.5): Hex {
  const end = luminance(on) > 0.18 ? '#000000' : '#ffffff';
  let share = 0;
  while (share < 1 && contrast(mixed(color, end, share), on) < ratio) share += 1 / 128;

  return mixed(color, end, Math.min(share, 1));
}

function luminance(hex: Hex): number {
  const [red = 0, green = 0, blue = 0] = channels(hex).map((value) => {
    const part = value / 255;

    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });

  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
