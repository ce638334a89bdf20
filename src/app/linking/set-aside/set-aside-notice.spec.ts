import { TestBed } from '@angular/core/testing';

import type { PutBackRequest, SetAsideProgress } from '../../identity/settings/set-aside';
import { SetAsideNotice } from './set-aside-notice';

const request: PutBackRequest = {
  holder: 'auth0|ada',
  owner: 'google-oauth2|115',
  connection: { name: 'google', strategy: 'google-oauth2', label: 'Google', transport: 'auto' },
};

async function setUp(progress: SetAsideProgress) {
  const fixture = TestBed.createComponent(SetAsideNotice);
  fixture.componentRef.setInput('progress', progress);
  const [dismissed, openWindow, useFullPage] = [jest.fn(), jest.fn(), jest.fn()];
  fixture.componentInstance.dismissed.subscribe(dismissed);
  fixture.componentInstance.openWindow.subscribe(openWindow);
  fixture.componentInstance.useFullPage.subscribe(useFullPage);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;

  return {
    dismissed,
    openWindow,
    useFullPage,
    root,
    press: (name: string) =>
      [...root.querySelectorAll('button')]
        .find((each) => each.textContent.trim() === name)
        ?.click(),
    text: root.textContent.replaceAll(/\s+/g, ' ').trim(),
    role: root.querySelector('.notice')?.getAttribute('role'),
  };
}

const putBack = { status: 'putBack', back: ['locale'], stays: [], archive: 'cleared' } as const;

describe('SetAsideNotice', () => {
  it('says nothing while there is nothing to say', async () => {
    expect((await setUp({ status: 'none' })).text).toBe('');
  });

  it.each<[SetAsideProgress, string]>([
    [{ status: 'using' }, 'Changing the setting'],
    [{ status: 'removing' }, 'Deleting'],
    [{ status: 'puttingBack' }, 'Copying values back'],
  ])('says what is under way: %j', async (progress, words) => {
    const { text, root } = await setUp(progress);

    expect(text).toBe(words);
    expect(root.querySelector('[role="progressbar"]')).not.toBeNull();
  });

  it('says what was put back', async () => {
    const { text, role } = await setUp(putBack);

    expect(role).toBe('status');
    expect(text).toMatch(/^Copied back: Locale ?The account they come from has these values/);
  });

  it('says which value is deleted, and which is in use', async () => {
    const removed = await setUp({ status: 'removed', key: 'theme' });
    const used = await setUp({ status: 'used', key: 'theme' });

    expect([removed.role, used.role]).toEqual(['status', 'status']);
    expect(removed.text).toBe('Your saved value for Theme is deleted');
    expect(used.text).toMatch(/^Your saved value for Theme is in use/);
  });

  it('says what stays set aside, and why', async () => {
    const { text } = await setUp({ ...putBack, back: [], stays: ['theme'] });

    expect(text).toMatch(/^Nothing was copied back ?These stay saved here, because .*: Theme\.$/);
  });

  it('says when they are in both accounts', async () => {
    const { text } = await setUp({ ...putBack, archive: 'left' });

    expect(text).toContain('still saved here as well');
  });

  it('I9: does not call it failed when nobody knows', async () => {
    const unknown = { status: 'unknown', code: 'unreachable' } as const;
    const back = await setUp({ ...unknown, what: 'putBack' });
    const removal = await setUp({ ...unknown, what: 'removal' });

    expect([back.role, removal.role]).toEqual(['alert', 'alert']);
    expect(back.text).toMatch(/not sure yet whether the values were copied back.*nothing is lost/);
    expect(removal.text).toContain('not sure yet whether the values were deleted');
  });

  it.each<SetAsideProgress>([
    { status: 'windowOpen', request },
    { status: 'windowUnseen', request },
    { status: 'failed', code: 'popup-blocked', request },
  ])('has the full page for a window that does not do: %j', async (progress) => {
    const { press, useFullPage } = await setUp(progress);
    press('Continue in this tab instead');

    expect(useFullPage.mock.calls).toEqual([[request]]);
  });

  it.each<SetAsideProgress>([
    { status: 'windowOpen', request },
    { status: 'windowUnseen', request },
  ])('can be left while the other account is being proven: %j', async (progress) => {
    const { press, dismissed } = await setUp(progress);
    press('Cancel');

    expect(dismissed).toHaveBeenCalledTimes(1);
  });

  it('has another window for one that is out of sight', async () => {
    const { press, openWindow } = await setUp({ status: 'windowUnseen', request });
    press('Try again');

    expect(openWindow.mock.calls).toEqual([[request]]);
  });

  it('says why it failed', async () => {
    const { root } = await setUp({ status: 'failed', code: 'other-settings' });

    expect(root.querySelector('[data-failure]')?.getAttribute('data-failure')).toBe(
      'other-settings',
    );
  });
});
