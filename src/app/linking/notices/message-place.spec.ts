import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { MessagePlace } from './message-place';

@Component({
  imports: [MessagePlace],
  template: `
    <button type="button" id="far-down" i18n>Delete</button>
    <app-message-place [answer]="answer()">
      @if (answer(); as answer) {
        <button type="button">{{ answer }}</button>
      }
    </app-message-place>
  `,
})
class Page {
  readonly answer = signal<string | undefined>(undefined);
}

const scrollIntoView = jest.fn();

async function setUp() {
  // There is nothing to scroll here, and so no way to do it.
  Element.prototype.scrollIntoView = scrollIntoView.mockReset();
  const fixture = TestBed.createComponent(Page);
  const root = fixture.nativeElement as HTMLElement;
  document.body.append(root);
  await fixture.whenStable();
  root.querySelector<HTMLElement>('#far-down')?.focus();

  return {
    root,
    place: root.querySelector<HTMLElement>('app-message-place'),
    say: async (answer: string | undefined) => {
      fixture.componentInstance.answer.set(answer);
      await fixture.whenStable();
    },
  };
}

describe('MessagePlace', () => {
  it('leaves everything where it is while there is nothing to say', async () => {
    const { root } = await setUp();

    expect(scrollIntoView).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(root.querySelector('#far-down'));
  });

  it('comes into sight with the focus, at every answer', async () => {
    const { root, place, say } = await setUp();
    await say('deleted');
    expect(document.activeElement).toBe(place);
    root.querySelector<HTMLElement>('#far-down')?.focus();
    await say('copied back');

    expect(document.activeElement).toBe(place);
    expect(scrollIntoView).toHaveBeenCalledTimes(2);
  });

  it('leaves the focus on what somebody presses in it', async () => {
    const { place, say } = await setUp();
    await say('not sure');
    const button = place?.querySelector('button');
    button?.focus();
    await say('not sure yet');

    expect(document.activeElement).toBe(button);
  });
});
