import type { Confirmation } from '../../identity/sign-in/confirmation';
import type { Taken } from '../../identity/sign-in/taken-session';
import { confirmationView } from '../testing/confirmation-view';
import { TakenSession } from './taken-session';

const setUp = (confirmation: Confirmation, taken: Taken = 'surely') =>
  confirmationView(TakenSession, {
    confirmation,
    taken,
    provider: 'Google',
    address: 'ada@example.com',
  });

describe('TakenSession', () => {
  it('says what has happened, and offers to give the session back', async () => {
    const { root, names, press, confirm } = await setUp({ status: 'none' });
    press('Switch back to ada@example.com');

    expect(root.querySelector('[role=status]')?.textContent).toContain(
      'You signed in to another account',
    );
    expect(root.querySelector('[role=status] button')).not.toBeNull();
    expect(names).toEqual(['Switch back to ada@example.com']);
    expect(confirm).toHaveBeenCalledTimes(1);
  });

  it('says no more than is known of a sign-in that nobody has seen the end of', async () => {
    const { root } = await setUp({ status: 'none' }, 'perhaps');

    expect(root.querySelector('[role=status]')?.textContent).toContain(
      'You may have signed in to another account',
    );
  });

  it('warns of nothing that the person was asked to do, and gives the session back all the same', async () => {
    const { root, names } = await setUp({ status: 'none' }, 'asked');
    const notice = root.querySelector('[role=status]');

    expect(notice?.textContent.replaceAll(/\s+/g, ' ')).toContain(
      'You signed in to your Google account for that. Other company sites in this browser may open with it.',
    );
    expect(notice?.className).toBe('notice info');
    expect(names).toEqual(['Switch back to ada@example.com']);
  });

  it.each(['windowOpen', 'windowUnseen'] as const)(
    'lets the person stop waiting: %s',
    async (status) => {
      const { press, dismissed, confirm } = await setUp({ status });
      press('Stop waiting');

      expect(dismissed).toHaveBeenCalledTimes(1);
      expect(confirm).not.toHaveBeenCalled();
    },
  );

  it('asks of no window that has answered', async () => {
    const { root, names } = await setUp({ status: 'answered' });

    expect(root.textContent).toContain('One moment');
    expect(root.textContent).not.toContain('in the sign-in window');
    expect(names).toEqual([]);
  });

  it('says why it was not given back, and offers it again', async () => {
    const failed = { status: 'failed', code: 'wrong-person' } as const;
    const { root, names, press, confirm } = await setUp(failed);
    press('Try again');

    expect(root.querySelector('[data-failure="wrong-person"]')).not.toBeNull();
    expect(names).toEqual(['Try again', 'Copy details']);
    expect(confirm).toHaveBeenCalledTimes(1);
  });

  it('goes to the full page for who has to sign in again', async () => {
    const { press, useFullPage } = await setUp({ status: 'failed', code: 'signed-out' });
    press('Sign in again');

    expect(useFullPage).toHaveBeenCalledTimes(1);
  });

  it.each<Confirmation>([
    { status: 'windowOpen' },
    { status: 'windowUnseen' },
    { status: 'failed', code: 'popup-blocked' },
  ])('has the full page for a window that does not do: %j', async (confirmation) => {
    const { press, useFullPage } = await setUp(confirmation);
    press('Continue in this tab instead');

    expect(useFullPage).toHaveBeenCalledTimes(1);
  });
});
