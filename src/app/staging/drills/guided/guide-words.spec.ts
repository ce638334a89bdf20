import { guideProblemWords } from './guide-words';

describe('guideProblemWords', () => {
  it.each([
    ['offline', /^You're offline\. Nothing has changed, and nothing was sent\./],
    ['popup-blocked', /blocked the window/],
    ['denied', /was not proven \(denied\)/],
  ] as const)('says why an account was not proven: %s', (problem, words) => {
    expect(guideProblemWords(problem)).toMatch(words);
  });
});
