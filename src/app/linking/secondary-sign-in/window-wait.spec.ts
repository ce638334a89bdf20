import { TestBed } from '@angular/core/testing';

import { WindowWait } from './window-wait';

async function setUp(isUnseen: boolean) {
  const fixture = TestBed.createComponent(WindowWait);
  fixture.componentRef.setInput('label', 'Google');
  fixture.componentRef.setInput('strategy', 'google-oauth2');
  fixture.componentRef.setInput('isUnseen', isUnseen);
  const useFullPage = jest.fn();
  fixture.componentInstance.useFullPage.subscribe(useFullPage);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  const buttons = () => [...root.querySelectorAll('button')];

  return {
    root,
    useFullPage,
    press: async (name: string) => {
      buttons()
        .find((each) => each.textContent.trim() === name)
        ?.click();
      await fixture.whenStable();
    },
    names: () => buttons().map(({ textContent }) => textContent.trim()),
    filled: () =>
      buttons()
        .filter((button) => button.classList.contains('mat-mdc-unelevated-button'))
        .map(({ textContent }) => textContent.trim()),
  };
}

describe('WindowWait', () => {
  it('leads to the window first for as long as it can be seen', async () => {
    const { names, filled } = await setUp(false);

    expect(names()).toEqual(['Show the sign-in window', 'Continue in this tab instead', 'Cancel']);
    expect(filled()).toEqual(['Show the sign-in window']);
  });

  it('asks of one that is out of sight whether it is closed, and offers every way on', async () => {
    const { root, names, filled, press, useFullPage } = await setUp(true);
    expect(root.textContent).toContain('Window closed?');
    expect(root.querySelector('[role=alert], [role=progressbar]')).toBeNull();
    expect(names()).toEqual([
      'Try again',
      'Keep waiting',
      'Continue in this tab instead',
      'Cancel',
    ]);
    expect(filled()).toEqual(['Try again']);
    await press('Continue in this tab instead');

    expect(useFullPage).toHaveBeenCalledTimes(1);
  });

  it('goes on waiting where somebody knows better, and keeps the focus', async () => {
    const { root, names, press } = await setUp(true);
    document.body.append(root);
    await press('Keep waiting');

    expect(root.textContent).toContain('Still waiting for the sign-in window');
    expect(root.querySelector('[role=progressbar]')).not.toBeNull();
    expect(names()).toEqual(['Try again', 'Continue in this tab instead', 'Cancel']);
    expect(document.activeElement?.textContent).toContain('Try again');
  });
});
