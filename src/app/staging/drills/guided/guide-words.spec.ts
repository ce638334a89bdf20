import { guideProblemWords } from './guide-words';

describe('guideProblemWords', () => {
  it.each([
    ['offline', /^You're offline\. Nothing has changed, and nothing was sent\./],
    ['popup-blocked', /blocked the window/],
    ['denied', /sign-in to the account failed \(denied\)/],
  ] as const)('says why nobody has signed in to an account: %s', (problem, words) => {
    expect(guideProblemWords(problem)).toMatch(words);
  });
});
