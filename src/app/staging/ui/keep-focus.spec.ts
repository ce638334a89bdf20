import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { KeepFocus } from './keep-focus';

@Component({
  imports: [KeepFocus],
  template: `
    <h1 tabindex="-1">{{ word }}</h1>
    <button type="button" id="elsewhere">{{ word }}</button>
    @if (isThere()) {
      <div class="buttons" appKeepFocus=".buttons button:enabled, h1">
        @if (!isRunning()) {
          <button type="button" id="run">{{ word }}</button>
        } @else {
          <button type="button" id="stop" [disabled]="isStopping()">{{ word }}</button>
        }
        <p [appKeepFocus]="inner" focusAfterwards="h1">
          @if (!isRunning()) {
            <button type="button" id="within">{{ word }}</button>
          }
        </p>
      </div>
    }
  `,
})
class Page {
  readonly isThere = signal(true);
  readonly isRunning = signal(false);
  readonly isStopping = signal(false);
  readonly word = 'Word';
  readonly inner = '#elsewhere';
}

async function setUp() {
  const fixture = TestBed.createComponent(Page);
  document.body.append(fixture.nativeElement as HTMLElement);
  await fixture.whenStable();
  const element = (id: string) => document.querySelector<HTMLElement>(`#${id}`);

  return {
    page: fixture.componentInstance,
    focus: (id: string) => element(id)?.focus(),
    rendered: () => fixture.whenStable(),
    focused: () => nameOf(document.activeElement),
  };
}

const nameOf = (element: Element | null) => (element?.id === '' ? element.tagName : element?.id);

describe('KeepFocus', () => {
  it('gives the focus of a button that is gone to the one in its place, and back', async () => {
    const { page, focus, rendered, focused } = await setUp();
    focus('run');
    page.isRunning.set(true);
    await rendered();
    expect(focused()).toBe('stop');
    page.isRunning.set(false);
    await rendered();

    expect(focused()).toBe('run');
  });

  it('goes on to what comes next where nothing there can be pressed', async () => {
    const { page, focus, rendered, focused } = await setUp();
    page.isRunning.set(true);
    await rendered();
    focus('stop');
    page.isStopping.set(true);
    await rendered();

    expect(focused()).toBe('H1');
  });

  it('does so when it is gone itself', async () => {
    const { page, focus, rendered, focused } = await setUp();
    focus('run');
    page.isThere.set(false);
    await rendered();

    expect(focused()).toBe('H1');
  });

  it('leaves what is within another one to that one', async () => {
    const { page, focus, rendered, focused } = await setUp();
    focus('within');
    page.isRunning.set(true);
    await rendered();

    expect(focused()).toBe('elsewhere');
  });

  it('goes where it is said when it is gone itself', async () => {
    const { page, focus, rendered, focused } = await setUp();
    focus('within');
    page.isThere.set(false);
    await rendered();

    expect(focused()).toBe('H1');
  });

  it('calls nobody back who has gone elsewhere', async () => {
    const { page, focus, rendered, focused } = await setUp();
    focus('run');
    focus('elsewhere');
    await Promise.resolve();
    (document.activeElement as HTMLElement).blur();
    page.isRunning.set(true);
    await rendered();

    expect(focused()).toBe('BODY');
  });
});
