import { TestBed } from '@angular/core/testing';

import type { Account } from '../../identity/account';
import type { JsonObject } from '../../identity/json';
import { planUnlink } from '../../identity/link/unlink-plan';
import { UnlinkDialog } from './unlink-dialog';

const google = {
  provider: 'google-oauth2',
  userId: '115',
  connection: 'google',
  profile: { email: 'ada@gmail.com' },
};

async function setUp(archive: JsonObject = {}) {
  const account: Account = {
    userId: 'auth0|ada',
    profile: { email: 'ada@example.com' },
    identities: [{ provider: 'auth0', userId: 'ada', connection: 'Users', profile: {} }, google],
    settings: new Map([['linked_archive', archive]]),
    hasAppMetadata: false,
  };
  HTMLDialogElement.prototype.showModal = jest.fn();
  const fixture = TestBed.createComponent(UnlinkDialog);
  fixture.componentRef.setInput('plan', planUnlink(account, google));
  fixture.componentRef.setInput('connections', []);
  const [confirmed, dismissed] = [jest.fn(), jest.fn()];
  fixture.componentInstance.confirmed.subscribe(confirmed);
  fixture.componentInstance.dismissed.subscribe(dismissed);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  const buttons = [...root.querySelectorAll('button')];

  return {
    root,
    text: root.textContent.replaceAll(/\s+/g, ' '),
    names: buttons.map(({ textContent }) => textContent.trim()),
    press: (name: string) => buttons.find((each) => each.textContent.trim() === name)?.click(),
    confirmed,
    dismissed,
  };
}

describe('UnlinkDialog', () => {
  it('says what will be: a separate, empty account, and the methods that remain', async () => {
    const { text } = await setUp();

    expect(text).toContain('Unlink Google ada@gmail.com?');
    expect(text).toContain('a separate, empty account');
    expect(text).toContain('Users · ada@example.com');
  });

  it('says what of that account is not known any more', async () => {
    const { text } = await setUp({ brought: { 'google-oauth2|115': { theme: 'changed' } } });

    expect(text).toContain("so we don't know that account's own value any more: Theme.");
  });

  it('REL-38: names what is kept aside for that account, and has it downloaded', async () => {
    const { text, names } = await setUp({
      'google-oauth2|115': { theme: 'light', city: 'London' },
      'sms|1': { other: 1 },
    });

    expect(text).toContain(
      'saved these values of that account here: Theme and City. You can download them',
    );
    expect(names).toEqual(['Download', 'Cancel', 'Unlink']);
  });

  it('offers nothing to download where nothing is kept aside', async () => {
    expect((await setUp()).names).toEqual(['Cancel', 'Unlink']);
  });

  it.each([
    ['Unlink', 1, 0],
    ['Cancel', 0, 1],
  ])('does what is pressed: %s', async (name, confirms, dismisses) => {
    const { press, confirmed, dismissed } = await setUp();
    press(name);

    expect(confirmed).toHaveBeenCalledTimes(confirms);
    expect(dismissed).toHaveBeenCalledTimes(dismisses);
  });

  it('confirms nothing when what it asks is not on the page any more, and asks again', async () => {
    const { root, press, confirmed } = await setUp();
    root.querySelector('h2')?.remove();
    press('Unlink');
    await new Promise((resolve) => setTimeout(resolve));

    expect(confirmed).not.toHaveBeenCalled();
    expect(root.querySelector('h2')?.textContent).toContain('Unlink Google');
    expect(root.querySelector('[role=alert]')).not.toBeNull();
  });
});
