import { TestBed } from '@angular/core/testing';

import { journal } from '../testing/unfinished-link';
import { UnfinishedLink } from './unfinished-link';

async function setUp() {
  const fixture = TestBed.createComponent(UnfinishedLink);
  fixture.componentRef.setInput('link', { status: 'open', journal });
  fixture.componentRef.setInput('connections', []);
  const [continued, undo] = [jest.fn(), jest.fn()];
  fixture.componentInstance.continued.subscribe(continued);
  fixture.componentInstance.undo.subscribe(undo);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;

  return {
    root,
    continued,
    undo,
    press: async (name: string): Promise<void> => {
      [...root.querySelectorAll('button')].find((each) => each.textContent.includes(name))?.click();
      await fixture.whenStable();
    },
  };
}

describe('UnfinishedLink', () => {
  it.each(['Finish linking', 'Cancel the link'] as const)(
    'has its link dealt with: %s',
    async (name) => {
      const { press, ...asked } = await setUp();
      await press(name);

      expect(asked[name === 'Cancel the link' ? 'undo' : 'continued']).toHaveBeenCalledWith(
        journal,
      );
    },
  );

  it.each(['Finish linking', 'Cancel the link'])(
    'has nothing done when what it says is not on the page any more, and says it again: %s',
    async (name) => {
      const { root, press, continued, undo } = await setUp();
      root.querySelector('.title')?.remove();
      await press(name);

      expect(continued).not.toHaveBeenCalled();
      expect(undo).not.toHaveBeenCalled();
      expect(root.textContent).toContain("You didn't finish linking");
      expect(root.textContent).toContain("This page didn't show what it should");
    },
  );
});
