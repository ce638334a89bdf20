import type { LeavingError } from '../../sign-in/leaving-error';
import { sideInTime } from './side-in-time';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** What has become of the SDK after so long. */
async function seenAfter(load: () => Promise<never>, milliseconds: number): Promise<string> {
  let seen = 'waiting';
  sideInTime(load).subscribe({ error: ({ code }: LeavingError) => (seen = code) });
  await jest.advanceTimersByTimeAsync(milliseconds);

  return seen;
}

describe('the code of the session', () => {
  it('is waited for on a slow line, and given up after half a minute when it never comes', async () => {
    const never = () => new Promise<never>(() => undefined);

    await expect(seenAfter(never, 29_000)).resolves.toBe('waiting');
    await expect(seenAfter(never, 31_000)).resolves.toBe('code-missing');
  });

  it.each<[string, unknown, string]>([
    ['cannot be loaded', new TypeError('Failed to fetch'), 'code-missing'],
    ['is there and does not start', new Error('no'), 'not-begun'],
  ])('that %s has its own failure', async (_case, cause, code) => {
    const load = () => Promise.reject(cause instanceof Error ? cause : new Error());

    await expect(seenAfter(load, 0)).resolves.toBe(code);
  });
});
