import { TestBed } from '@angular/core/testing';

import type { Confirmation } from '../with-confirmed-account';
import { TakenSession } from './taken-session';

async function setUp(confirmation: Confirmation) {
  const fixture = TestBed.createComponent(TakenSession);
  fixture.componentRef.setInput('confirmation', confirmation);
  const [confirmAsked, fullPageAsked, dismissed] = [jest.fn(), jest.fn(), jest.fn()];
  fixture.componentInstance.confirmAsked.subscribe(confirmAsked);
  fixture.componentInstance.fullPageAsked.subscribe(fullPageAsked);
  fixture.componentInstance.dismissed.subscribe(dismissed);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  const buttons = [...root.querySelectorAll('button')];

  return {
    root,
    names: buttons.map(({ textContent }) => textContent.trim()),
    press: (name: string) => buttons.find((each) => each.textContent.trim() === name)?.click(),
    confirmAsked,
    fullPageAsked,
    dismissed,
  };
}

describe('TakenSession', () => {
  it('says what has happened, and offers to give the session back', async () => {
    const { root, names, press, confirmAsked } = await setUp({ status: 'none' });
    press('Sign in as yourself everywhere');

    expect(root.querySelector('[role=status]')?.textContent).toContain('perhaps not everywhere');
    expect(names).toEqual(['Sign in as yourself everywhere']);
    expect(confirmAsked).toHaveBeenCalledTimes(1);
  });

  it.each(['windowOpen', 'windowUnseen'] as const)(
    'lets the person stop waiting: %s',
    async (status) => {
      const { press, dismissed, confirmAsked } = await setUp({ status });
      press('Stop waiting for the other window');

      expect(dismissed).toHaveBeenCalledTimes(1);
      expect(confirmAsked).not.toHaveBeenCalled();
    },
  );

  it('says why it was not given back, and offers it again', async () => {
    const failed = { status: 'failed', code: 'wrong-person' } as const;
    const { root, names, press, confirmAsked } = await setUp(failed);
    press('Try again');

    expect(root.querySelector('[data-failure="wrong-person"]')).not.toBeNull();
    expect(names).toEqual(['Try again']);
    expect(confirmAsked).toHaveBeenCalledTimes(1);
  });

  it.each<Confirmation>([
    { status: 'windowOpen' },
    { status: 'windowUnseen' },
    { status: 'failed', code: 'popup-blocked' },
  ])('has the full page for a window that does not do: %j', async (confirmation) => {
    const { press, fullPageAsked } = await setUp(confirmation);
    press('Use full page instead');

    expect(fullPageAsked).toHaveBeenCalledTimes(1);
  });
});
