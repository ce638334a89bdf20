import { Component, inject, input } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { Afresh } from './afresh';
import { ShownAgain } from './shown-again';
import { ShownPart } from './shown-part';
import { translate } from './testing/translate';

@Component({
  selector: 'app-question',
  imports: [Afresh, ShownAgain],
  hostDirectives: [ShownPart],
  template: `
    <app-shown-again />
    <ng-container *appAfresh="part.timesShownAgain()">
      <p class="fresh" *appAfresh="value()" i18n>Keep {{ value() }}</p>
      @if (hasReused()) {
        <p class="reused" i18n>and {{ value() }}</p>
      }
      <input type="radio" [checked]="isChosen()" [defaultChecked]="isChosen()" />
    </ng-container>
  `,
})
class Question {
  protected readonly part = inject(ShownPart);
  readonly value = input.required<string>();
  readonly isChosen = input(false);
  readonly hasReused = input(true);

  answer(step: () => void): void {
    this.part.decide(step);
  }
}

function setUp(inputs: Readonly<Record<string, unknown>> = {}) {
  const fixture = TestBed.createComponent(Question);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const root = fixture.nativeElement as HTMLElement;
  document.body.replaceChildren(root);
  const written = jest.fn();
  const show = async (value: string): Promise<void> => {
    fixture.componentRef.setInput('value', value);
    await fixture.whenStable();
  };

  return {
    root,
    written,
    show,
    part: (name: string) => root.querySelector<HTMLElement>(name),
    alerts: () => root.querySelectorAll('[role=alert]').length,
    answer: async () => {
      fixture.componentInstance.answer(written);
      await fixture.whenStable();
    },
  };
}

afterEach(() => jest.restoreAllMocks());

describe('ShownPart', () => {
  it('takes a step on a page that shows what it should, translated or not', async () => {
    const { root, show, answer, written, alerts } = setUp();
    await show('Google');
    await answer();
    translate(root);
    await answer();

    expect(written).toHaveBeenCalledTimes(2);
    expect(alerts()).toBe(0);
  });

  it('takes a step after what was translated has been made anew', async () => {
    const { root, show, part, answer, written } = setUp({ hasReused: false });
    await show('Google');
    translate(root);
    await show('GitHub');
    await answer();

    expect(part('.fresh')?.textContent).toBe('Keep GitHub');
    expect(written).toHaveBeenCalledTimes(1);
  });

  it('takes none where a text has changed that is not on the page any more, and shows it again', async () => {
    const { root, show, part, answer, written, alerts } = setUp();
    await show('Google');
    translate(root);
    await show('GitHub');
    expect(part('.reused')?.textContent).toBe('and Google');
    await answer();

    expect(written).not.toHaveBeenCalled();
    expect(part('.reused')?.textContent).toBe('and GitHub');
    expect(alerts()).toBe(1);
  });

  it.each<[string, (root: HTMLElement) => void]>([
    ['something has been taken off the page', (root) => root.querySelector('.fresh')?.remove()],
    ['something else looks chosen', (root) => root.querySelector('input')?.click()],
  ])('takes none where %s', async (_case, meddle) => {
    const { root, show, part, answer, written, alerts } = setUp();
    await show('Google');
    meddle(root);
    await answer();

    expect(written).not.toHaveBeenCalled();
    expect(part('.fresh')?.textContent).toBe('Keep Google');
    expect(root.querySelector('input')?.checked).toBe(false);
    expect(alerts()).toBe(1);
  });

  it('takes no click for a step that came before what is shown again could be read', async () => {
    const now = jest.spyOn(performance, 'now').mockReturnValue(1000);
    const { show, part, answer, written } = setUp();
    await show('Google');
    part('.fresh')?.remove();
    await answer();
    now.mockReturnValue(1599);
    await answer();
    expect(written).not.toHaveBeenCalled();
    now.mockReturnValue(1600);
    await answer();

    expect(written).toHaveBeenCalledTimes(1);
  });
});
