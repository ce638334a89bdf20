import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { BUSY_PAUSE } from '../notices/busy-pause';
import { LinkSteps } from './link-steps';

async function setUp({ isTooEarly = false } = {}) {
  const untilMs = signal(0);
  const end = jest.fn(() => {
    if (!isTooEarly) untilMs.set(0);

    return !isTooEarly;
  });
  TestBed.configureTestingModule({
    providers: [{ provide: BUSY_PAUSE, useValue: { untilMs, end } }],
  });
  const fixture = TestBed.createComponent(LinkSteps);
  fixture.componentRef.setInput('phase', 'sending');
  fixture.componentRef.setInput('label', 'Google');
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  const button = () => root.querySelector<HTMLElement>('[data-action="try-now"]');

  return {
    root,
    button,
    pauseFor: async (seconds: number) => {
      untilMs.set(Date.now() + seconds * 1000);
      await fixture.whenStable();
    },
    press: async () => {
      button()?.click();
      await fixture.whenStable();
    },
  };
}

describe('LinkSteps', () => {
  it('says what is done, what is being done, and what is still to come', async () => {
    const { root, button } = await setUp();
    const steps = [...root.querySelectorAll('li')].map(({ textContent }) => textContent.trim());

    expect(steps).toEqual(['Checked both accounts', 'Linking Google', 'Finish the link']);
    expect(root.querySelector('[aria-current="step"]')?.textContent).toContain('Linking Google');
    expect(button()).toBeNull();
  });

  it('counts the pause of a busy tenant, which can be ended', async () => {
    const { root, button, pauseFor, press } = await setUp();
    await pauseFor(5);
    expect(root.textContent).toContain('Trying again in 5 s');
    expect(root.querySelector('[data-seconds="5"]')).not.toBeNull();

    await press();
    expect(root.textContent).not.toContain('Trying again');
    expect(button()).toBeNull();
  });

  it('says that it is too early, until the next pause', async () => {
    const { root, pauseFor, press } = await setUp({ isTooEarly: true });
    await pauseFor(5);
    await press();
    expect(root.querySelector('[role="status"]')?.textContent).toContain("It's too early");
    expect(root.textContent).toContain('Trying again in 5 s');

    await pauseFor(9);
    expect(root.querySelector('[role="status"]')?.textContent.trim()).toBe('');
  });
});
