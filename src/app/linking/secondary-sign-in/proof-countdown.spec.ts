import { TestBed } from '@angular/core/testing';

import { ProofCountdown } from './proof-countdown';

function setUp(left: number) {
  const fixture = TestBed.createComponent(ProofCountdown);
  const root = fixture.nativeElement as HTMLElement;
  const passTo = (milliseconds: number): void => {
    fixture.componentRef.setInput('left', milliseconds);
    fixture.detectChanges();
  };
  fixture.componentRef.setInput('label', 'Google');
  passTo(left);

  return {
    passTo,
    text: () => root.textContent.replaceAll(/\s+/g, ' ').trim(),
    heard: () => root.querySelector('[aria-live]')?.textContent.replaceAll(/\s+/g, ' ').trim(),
  };
}

describe('ProofCountdown', () => {
  it('says nothing while the time is long, and how long it is then', () => {
    const { text, passTo } = setUp(601_000);
    expect(text()).not.toContain('Confirm');
    passTo(599_000);
    expect(text()).toContain('Confirm within 9:59');
    passTo(272_000);

    expect(text()).toContain('Confirm within 4:32');
  });

  it('interrupts a screen reader only now and then, and says what comes after', () => {
    const { heard, passTo } = setUp(302_000);
    const after = "After that you'll need to sign in to Google again.";
    expect(heard()).toBe('');
    passTo(300_000);
    expect(heard()).toBe(`Confirm within 5 minutes. ${after}`);
    passTo(240_000);
    expect(heard()).toBe(`Confirm within 5 minutes. ${after}`);
    passTo(60_000);

    expect(heard()).toBe(`Confirm within one minute. ${after}`);
  });
});
