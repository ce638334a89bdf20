import { nextWords, notRunWords } from './verdict-words';

describe('notRunWords', () => {
  it('counts whatever waits, for a sign-in or for a fix', () => {
    expect(notRunWords({ signIn: 1, blocked: 0 })).toBe('1 check has not run yet');
    expect(notRunWords({ signIn: 2, blocked: 3 })).toBe('5 checks have not run yet');
  });
});

describe('nextWords', () => {
  it.each([
    [{ signIn: 0, blocked: 0 }, undefined, /^$/],
    [{ signIn: 1, blocked: 0 }, undefined, /^Sign in to run it\.$/],
    [{ signIn: 9, blocked: 0 }, undefined, /^Sign in to run them\.$/],
    [{ signIn: 9, blocked: 0 }, 'No grant', /^Fix “No grant” first\. Then sign in/],
    [{ signIn: 0, blocked: 2 }, 'No grant', /^They run by themselves/],
    [{ signIn: 9, blocked: 2 }, undefined, /^Sign in .* The others run by themselves/],
  ])('say what to do so that they run: %j, where %s keeps people out', (notRun, stopper, words) => {
    expect(nextWords(notRun, stopper)).toMatch(words);
  });
});
