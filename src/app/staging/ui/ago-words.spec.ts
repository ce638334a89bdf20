import { agoWords, tookWords } from './ago-words';

describe('agoWords', () => {
  it.each([
    [-5, 'now'],
    [14_000, '14s ago'],
    [125_000, '2m ago'],
    [7_300_000, '2h ago'],
  ])('says in the largest unit how long ago something was: %s ms', (ms, words) => {
    expect(agoWords(ms)).toBe(words);
  });
});

describe('tookWords', () => {
  it('is exact where that tells something, and not where it is a guess', () => {
    expect(tookWords(2840)).toBe('2.8\u00a0s');
    expect(tookWords(28_400)).toBe('28\u00a0s');
    expect(tookWords(80_000)).toBe('1\u00a0min 20\u00a0s');
    expect(tookWords(5000, true)).toBe('5\u00a0s');
  });
});
