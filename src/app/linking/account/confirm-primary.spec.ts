import type { Confirmation } from '../../identity/sign-in/confirmation';
import { confirmationView } from '../testing/confirmation-view';
import { ConfirmPrimary } from './confirm-primary';

const fullPage = 'Continue in this tab instead';

const setUp = (confirmation: Confirmation, afterFullPage = '') =>
  confirmationView(ConfirmPrimary, { confirmation, afterFullPage });

describe('ConfirmPrimary', () => {
  it('asks for a sign-in, and does nothing before the click', async () => {
    const { names, press, confirm } = await setUp({ status: 'none' });
    expect(names).toEqual(["Confirm it's you", fullPage, 'Cancel']);
    expect(confirm).not.toHaveBeenCalled();
    press("Confirm it's you");

    expect(confirm).toHaveBeenCalledTimes(1);
  });

  it('waits for the window, and opens no second one', async () => {
    const { root, names } = await setUp({ status: 'windowOpen' });

    expect(root.querySelector('[role=status]')).not.toBeNull();
    expect(names).toEqual([fullPage, 'Cancel']);
  });

  it('has another window for one that is out of sight, and the full page as well', async () => {
    const { root, names, press, confirm } = await setUp({ status: 'windowUnseen' });
    expect(root.querySelector('[role=status]')).not.toBeNull();
    expect(names).toEqual(['Try again', fullPage, 'Cancel']);
    press('Try again');

    expect(confirm).toHaveBeenCalledTimes(1);
  });

  it('says when the window cannot be seen any more', async () => {
    const seen = await setUp({ status: 'windowOpen' });
    const unseen = await setUp({ status: 'windowUnseen' });

    expect(seen.root.textContent).not.toContain('Window closed?');
    expect(unseen.root.textContent).toContain('Window closed?');
  });

  it('asks of no window that has answered, and can still be left', async () => {
    const { root, names, press, dismissed } = await setUp({ status: 'answered' }, 'Then go on.');
    expect(root.querySelector('[role=status]')?.textContent).toContain('One moment');
    expect(root.textContent).not.toMatch(/window|Pop-ups|Then go on/);
    expect(names).toEqual(['Cancel']);
    press('Cancel');

    expect(dismissed).toHaveBeenCalledTimes(1);
  });

  it('says that somebody else has signed in, and lets the person try again', async () => {
    const { root, press, confirm } = await setUp({ status: 'failed', code: 'wrong-person' });
    press('Try again');

    expect(root.querySelector('[data-failure="wrong-person"]')).not.toBeNull();
    expect(confirm).toHaveBeenCalledTimes(1);
  });

  it('goes to the full page for who has to sign in again', async () => {
    const { press, useFullPage } = await setUp({ status: 'failed', code: 'signed-out' });
    press('Sign in again');

    expect(useFullPage).toHaveBeenCalledTimes(1);
  });

  it.each<Confirmation>([
    { status: 'none' },
    { status: 'windowOpen' },
    { status: 'windowUnseen' },
    { status: 'failed', code: 'popup-blocked' },
    { status: 'failed', code: 'timed-out' },
  ])('has the full page for a window that does not do: %j', async (confirmation) => {
    const { root, press, useFullPage, confirm } = await setUp(confirmation, 'Then go on.');
    press(fullPage);

    expect(useFullPage).toHaveBeenCalledTimes(1);
    expect(confirm).not.toHaveBeenCalled();
    expect(root.textContent).toMatch(/come back here afterwards\.\s+Then go on\./);
  });

  it.each(['wrong-person', 'denied', 'no-storage'] as const)(
    'does not offer it where it would do no better: %s',
    async (code) => {
      const { root, names } = await setUp({ status: 'failed', code }, 'Then go on.');

      expect(names).toEqual(['Try again', 'Cancel', 'Copy details']);
      expect(root.textContent).not.toContain('Then go on.');
    },
  );

  it.each<Confirmation>([
    { status: 'none' },
    { status: 'windowOpen' },
    { status: 'windowUnseen' },
    { status: 'failed', code: 'popup-blocked' },
  ])('can be left at any time: %j', async (confirmation) => {
    const { press, dismissed } = await setUp(confirmation);
    press('Cancel');

    expect(dismissed).toHaveBeenCalledTimes(1);
  });
});
