import { TestBed } from '@angular/core/testing';

import type { Confirmation } from '../with-confirmed-account';
import { TakenSession } from './taken-session';

async function setUp(confirmation: Confirmation) {
  const fixture = TestBed.createComponent(TakenSession);
  fixture.componentRef.setInput('confirmation', confirmation);
  const [confirmAsked, dismissed] = [jest.fn(), jest.fn()];
  fixture.componentInstance.confirmAsked.subscribe(confirmAsked);
  fixture.componentInstance.dismissed.subscribe(dismissed);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  const button = root.querySelector('button');

  return { root, button, name: button?.textContent.trim(), confirmAsked, dismissed };
}

describe('TakenSession', () => {
  it('says what has happened, and offers to give the session back', async () => {
    const { root, button, name, confirmAsked } = await setUp({ status: 'none' });
    button?.click();

    expect(root.querySelector('[role=status]')?.textContent).toContain('perhaps not everywhere');
    expect(name).toBe('Sign in as yourself everywhere');
    expect(confirmAsked).toHaveBeenCalledTimes(1);
  });

  it.each(['windowOpen', 'windowUnseen'] as const)(
    'lets the person stop waiting: %s',
    async (status) => {
      const { button, dismissed, confirmAsked } = await setUp({ status });
      button?.click();

      expect(dismissed).toHaveBeenCalledTimes(1);
      expect(confirmAsked).not.toHaveBeenCalled();
    },
  );

  it('says why it was not given back, and offers it again', async () => {
    const failed = { status: 'failed', code: 'wrong-person' } as const;
    const { root, button, confirmAsked } = await setUp(failed);
    button?.click();

    expect(root.querySelector('[data-failure="wrong-person"]')).not.toBeNull();
    expect(confirmAsked).toHaveBeenCalledTimes(1);
  });
});
