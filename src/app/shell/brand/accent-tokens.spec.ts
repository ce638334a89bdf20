import { accentTokens } from './accent-tokens';
import { contrast } from './contrast';

function setUp(primary: string, primaryDark?: string) {
  const tokens = accentTokens({ primary, ...(primaryDark !== undefined && { primaryDark }) });
  const pair = (name: string): readonly string[] =>
    /^light-dark\((.+), (.+)\)$/.exec(tokens.get(`--ligature-${name}`) ?? '')?.slice(1) ?? [];

  return { pair, names: [...tokens.keys()] };
}

describe('accentTokens', () => {
  it('keeps colors that can be read, one for each theme', () => {
    expect(setUp('#7a1fa2', '#ce93d8').pair('accent')).toEqual(['#7a1fa2', '#ce93d8']);
  });

  it.each(['#ffcc00', '#000000', '#ffffff', '#808080', '#ff0000', '#00676b', '#0000ff'])(
    'keeps everything readable that is made of %s',
    (primary) => {
      const { pair } = setUp(primary);
      const surfaces = ['#f2f5f5', '#1a2022'];
      for (const [at, surface] of surfaces.entries()) {
        const [accent = '', on = '', soft = '', ink = '', hover = ''] = [
          ...['accent', 'on-accent', 'accent-soft', 'accent-ink', 'accent-hover'],
        ].map((name) => pair(name)[at]);

        expect(contrast(accent, surface)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(on, accent)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(on, hover)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(ink, soft)).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  it('replaces every token of the accent', () => {
    expect(setUp('#7a1fa2').names).toEqual([
      '--ligature-accent',
      '--ligature-accent-hover',
      '--ligature-on-accent',
      '--ligature-accent-soft',
      '--ligature-accent-line',
      '--ligature-accent-ink',
      '--ligature-halo',
    ]);
  });
});
