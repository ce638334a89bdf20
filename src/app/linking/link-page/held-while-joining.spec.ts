import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { heldWhileJoining } from './held-while-joining';

const phase = signal('closing');

@Component({ template: '{{ shown() }}' })
class PageStub {
  protected readonly shown = heldWhileJoining(phase, (_, next) => next === 'done');
}

/** A browser that begins to move when it is told to. */
class Browser {
  #change: (() => void) | undefined;
  readonly start = jest.fn((change: () => void) => {
    this.#change = change;

    return {
      ready: Promise.reject(new Error('skipped')),
      skipTransition: () => this.begin(),
    };
  });

  begin(): void {
    this.#change?.();
    this.#change = undefined;
  }
}

async function setUp({ moves = true, visibility = 'visible' } = {}) {
  const browser = new Browser();
  if (moves) Object.assign(document, { startViewTransition: browser.start });
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility as 'visible');
  phase.set('closing');
  const fixture = TestBed.createComponent(PageStub);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;

  return {
    browser,
    shown: () => page.textContent,
    comes: (next: string) => {
      phase.set(next);
      TestBed.tick();
    },
  };
}

afterEach(() => {
  Reflect.deleteProperty(document, 'startViewTransition');
  jest.restoreAllMocks();
  jest.useRealTimers();
});

describe('heldWhileJoining', () => {
  it('shows the page as it was until the browser has looked at it, and then at once what has come', async () => {
    const { browser, comes, shown } = await setUp();
    comes('done');
    expect(shown()).toBe('closing');

    browser.begin();
    expect(shown()).toBe('done');
    expect(browser.start).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['nothing moves', {}, 'failed'],
    ['the browser knows no movement', { moves: false }, 'done'],
    ['nobody sees the page', { visibility: 'hidden' }, 'done'],
  ])('changes at once where %s', async (_, given, next) => {
    const { browser, comes, shown } = await setUp(given);
    comes(next);

    expect(shown()).toBe(next);
    expect(browser.start).not.toHaveBeenCalled();
  });

  it('shows what comes next, though the browser has not begun to move', async () => {
    const { browser, comes, shown } = await setUp();
    comes('done');
    comes('idle');
    expect(shown()).toBe('idle');

    browser.begin();
    expect(shown()).toBe('idle');
  });

  it('waits for no browser that does not begin', async () => {
    const { comes, shown } = await setUp();
    jest.useFakeTimers();
    comes('done');
    expect(shown()).toBe('closing');

    jest.advanceTimersByTime(500);
    expect(shown()).toBe('done');
  });
});
