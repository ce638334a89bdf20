import { Component, inject, provideEnvironmentInitializer } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';

import { openedWindow } from '../../session/testing/opened-window';
import { PressedMethod } from '../../session/window/pressed-method';
import { endUntakenPress } from './end-untaken-press';
import { PageCrash } from '../errors/page-crash';

@Component({ template: '' })
class Page {}

/** Takes what was pressed, and not yet its window. */
@Component({ template: '' })
class BrokenPage {
  constructor() {
    inject(PressedMethod).take();
    throw new TypeError('broken');
  }
}

function setUp() {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: 'here', component: Page },
        { path: 'broken', component: BrokenPage },
        { path: 'refused', canActivate: [() => false], component: Page },
        { path: 'missing', loadComponent: () => Promise.reject<typeof Page>(new Error('offline')) },
      ]),
      provideEnvironmentInitializer(endUntakenPress),
    ],
  });
  const { popup } = openedWindow();
  const router = TestBed.inject(Router);
  const pressed = TestBed.inject(PressedMethod);

  return {
    popup,
    pressed,
    go: async (url: string): Promise<void> => {
      const way = router.navigateByUrl(url).catch(() => undefined);
      pressed.press('google-oauth2', { needsWindow: true });
      TestBed.tick();
      expect(popup.close).not.toHaveBeenCalled();
      await way;
      TestBed.tick();
    },
  };
}

afterEach(() => jest.restoreAllMocks());

describe('endUntakenPress', () => {
  it.each(['/here', '/refused', '/missing', '/broken'])(
    'closes a window that no page has taken when the way is over: %s',
    async (url) => {
      const { popup, pressed, go } = setUp();
      await go(url);

      expect(popup.close).toHaveBeenCalledTimes(1);
      expect(pressed.take()).toBeUndefined();
    },
  );

  it('closes a window whose page breaks before it takes it', async () => {
    const { popup, pressed } = setUp();
    TestBed.tick();
    pressed.press('google-oauth2', { needsWindow: true });
    pressed.take();
    TestBed.inject(PageCrash).happened('/account/link/google-oauth2');
    await Promise.resolve();
    TestBed.tick();

    expect(popup.close).toHaveBeenCalledTimes(1);
  });

  it('leaves a window alone that its page has taken', async () => {
    const { popup, pressed, go } = setUp();
    const way = go('/here');
    pressed.take();
    await way;

    expect(popup.close).not.toHaveBeenCalled();
  });
});
