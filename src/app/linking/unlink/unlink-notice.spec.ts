import { TestBed } from '@angular/core/testing';

import type { Account } from '../../identity/account';
import { planUnlink, type UnlinkingProgress } from '../../identity/link/unlink-plan';
import { ada, google } from '../testing/ada';
import { UnlinkNotice } from './unlink-notice';

const identity = {
  provider: 'google-oauth2',
  userId: '115',
  connection: google.name,
  profile: { email: 'ada@example.org' },
};
const account: Account = { ...ada, identities: [ada.identities[0], identity] };
const plan = planUnlink(account, identity);

async function setUp(progress: UnlinkingProgress) {
  const fixture = TestBed.createComponent(UnlinkNotice);
  fixture.componentRef.setInput('progress', progress);
  fixture.componentRef.setInput('connections', [google]);
  const [check, retried] = [jest.fn(), jest.fn()];
  fixture.componentInstance.check.subscribe(check);
  fixture.componentInstance.retried.subscribe(retried);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;

  return {
    root,
    check,
    retried,
    press: (action: string) =>
      root.querySelector<HTMLElement>(`[data-action="${action}"]`)?.click(),
  };
}

describe('UnlinkNotice', () => {
  it.each<UnlinkingProgress>([{ phase: 'idle' }, { phase: 'reviewing', plan }])(
    'says nothing while nothing was agreed to: $phase',
    async (progress) => {
      expect((await setUp(progress)).root.textContent.trim()).toBe('');
    },
  );

  it('says which method has left', async () => {
    const { root } = await setUp({ phase: 'done', plan });

    expect(root.querySelector('[role=status]')?.textContent).toContain('Unlinked Google');
    expect(root.textContent).not.toContain('saved below');
  });

  it('says where its values are, if there are any', async () => {
    const setAside = new Map([['theme', 'light']]);
    const { root } = await setUp({ phase: 'done', plan: { ...plan, setAside } });

    expect(root.textContent).toContain('saved below');
  });

  it('has a failure tried again, and what is not known looked up', async () => {
    const failure = { phase: 'failed', plan, code: 'forbidden' } as const;
    expect((await setUp(failure)).root.querySelector('[data-failure="forbidden"]')).not.toBeNull();
    const busy = { phase: 'failed', plan, code: 'busy' } as const;
    const failed = await setUp(busy);
    failed.press('try-again');
    expect(failed.retried.mock.calls).toEqual([[busy]]);

    const progress = { phase: 'unknown', plan, code: 'unreachable', checkedAtMs: 0 } as const;
    const unknown = await setUp(progress);
    unknown.press('check-again');
    expect(unknown.check.mock.calls).toEqual([[progress]]);
  });
});
