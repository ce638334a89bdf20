import { durationWords } from './duration-words';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

describe('durationWords', () => {
  it.each([
    [minute, '1 minute'],
    [10 * minute, '10 minutes'],
    [10 * minute + 29_999, '10 minutes'],
    [hour - minute, '59 minutes'],
    [hour - minute / 2 - 1, '59 minutes'],
    [hour - minute / 2, '1 hour'],
    [hour, '1 hour'],
    [1.5 * hour - 1, '1 hour'],
    [5 * hour, '5 hours'],
    [day - hour / 2 - 1, '23 hours'],
    [day - hour / 2, '1 day'],
    [day, '1 day'],
    [400 * day, '400 days'],
    [20_000, '0 minutes'],
  ])('says %d milliseconds as a person would: %s', (milliseconds, words) => {
    expect(durationWords(milliseconds, 'en')).toBe(words);
  });

  it('says them in another language', () => {
    expect(durationWords(2 * hour, 'de')).toBe('2 Stunden');
  });
});
