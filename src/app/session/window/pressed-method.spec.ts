import { TestBed } from '@angular/core/testing';

import { openedWindow } from '../testing/opened-window';
import { PressedMethod } from './pressed-method';
import { SignInWindow } from './sign-in-window';

function setUp({ blocked = false }: { blocked?: boolean } = {}) {
  const opened = openedWindow();
  if (blocked) opened.open.mockReturnValue(null);
  const pressed = TestBed.inject(PressedMethod);

  return { pressed, ...opened };
}

afterEach(() => jest.restoreAllMocks());

describe('PressedMethod', () => {
  it('opens the window in the press, and gives the connection to one page and the window to one sign-in', () => {
    const { pressed, open } = setUp();
    pressed.press('google-oauth2', { needsWindow: true });
    expect(open).toHaveBeenCalledTimes(1);

    expect([pressed.take(), pressed.take()]).toEqual(['google-oauth2', undefined]);
    expect(pressed.takeWindow()).toBeDefined();
    expect(pressed.takeWindow()).toBeUndefined();
  });

  it('opens no window for a sign-in that takes the whole page', () => {
    const { pressed, open } = setUp();
    pressed.press('google-oauth2', { needsWindow: false });

    expect(open).not.toHaveBeenCalled();
    expect(pressed.take()).toBe('google-oauth2');
  });

  it('is a press as well where the browser blocks the window, so that its page can say so', () => {
    const { pressed } = setUp({ blocked: true });
    pressed.press('google-oauth2', { needsWindow: true });

    expect(pressed.take()).toBe('google-oauth2');
    expect(pressed.takeWindow()).toBeUndefined();
  });

  it('opens one window, however often the same is pressed', () => {
    const { pressed, open, popup } = setUp();
    pressed.press('google-oauth2', { needsWindow: true });
    pressed.press('google-oauth2', { needsWindow: true });

    expect(open).toHaveBeenCalledTimes(1);
    expect(popup.focus).toHaveBeenCalledTimes(1);
  });

  it('closes the window of one method when another is pressed', () => {
    const { pressed, open, popup } = setUp();
    pressed.press('google-oauth2', { needsWindow: true });
    pressed.press('github', { needsWindow: true });

    expect(open).toHaveBeenCalledTimes(2);
    expect(popup.close).toHaveBeenCalledTimes(1);
    expect(pressed.take()).toBe('github');
  });

  it.each<[string, boolean]>([
    ['no page has taken it', true],
    ['its page is there', false],
  ])('closes the window when the way to its page is over and %s', (_, closes) => {
    const { pressed, popup } = setUp();
    pressed.press('google-oauth2', { needsWindow: true });
    if (!closes) pressed.take();
    pressed.dropUntaken();

    expect(popup.close).toHaveBeenCalledTimes(closes ? 1 : 0);
  });

  it('REL-06: closes the window with the page that opened it', () => {
    const { pressed, popup } = setUp();
    pressed.press('google-oauth2', { needsWindow: true });
    window.dispatchEvent(new Event('pagehide'));

    expect(popup.close).toHaveBeenCalledTimes(1);
  });

  it('gives its window to the sign-in that begins next, which opens no other', () => {
    const { pressed, open, popup } = setUp();
    pressed.press('google-oauth2', { needsWindow: true });
    pressed.take();
    const run = TestBed.inject(SignInWindow).run(() => new Promise<never>(() => undefined));
    expect(open).toHaveBeenCalledTimes(1);
    run.subscribe().unsubscribe();

    expect(popup.close).toHaveBeenCalledTimes(1);
  });
});
