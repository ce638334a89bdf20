import { contrast, mixed, readable } from './contrast';

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
  ])('of %s and %s is %d', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
    expect(contrast(other, one)).toBeCloseTo(ratio, 2);
  });
});

describe('mixed', () => {
  it.each([
    [0, '#ff0000'],
    [0.5, '#800080'],
    [1, '#0000ff'],
  ])('goes %d of the way', (share, color) => {
    expect(mixed('#ff0000', '#0000ff', share)).toBe(color);
  });
});

describe('readable', () => {
  it('leaves a color that can be read', () => {
    expect(readable('#00676b', '#ffffff')).toBe('#00676b');
  });

  it.each([
    ['#ffcc00', '#ffffff'],
    ['#00676b', '#121617'],
    ['#808080', '#808080'],
  ])('makes %s readable on %s, and goes no further than that', (color, on) => {
    const shade = readable(color, on);

    expect(contrast(shade, on)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(shade, on)).toBeLessThan(4.9);
  });
});
