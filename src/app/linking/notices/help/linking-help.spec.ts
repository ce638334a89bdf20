import { TestBed } from '@angular/core/testing';

import type { Support } from '../../../identity/support';
import { SUPPORT } from '../support';
import { Help, MAY_UNLINK } from './help';
import { HelpButton } from './help-button';
import { LinkingHelp } from './linking-help';

async function setUp({
  mayUnlink = true,
  support,
}: { mayUnlink?: boolean; support?: Support } = {}) {
  // jsdom has no dialogs that are modal.
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
    },
    close(this: HTMLDialogElement) {
      this.open = false;
      this.dispatchEvent(new Event('close'));
    },
  });
  TestBed.configureTestingModule({
    providers: [
      { provide: MAY_UNLINK, useValue: mayUnlink },
      { provide: SUPPORT, useValue: support },
    ],
  });
  const button = TestBed.createComponent(HelpButton);
  const fixture = TestBed.createComponent(LinkingHelp);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  const press = async (within: unknown) => {
    (within as HTMLElement).querySelector('button')?.click();
    await fixture.whenStable();
  };

  return {
    root,
    dialog: root.querySelector('dialog'),
    help: TestBed.inject(Help),
    text: () => root.textContent.replaceAll(/\s+/g, ' '),
    open: () => press(button.nativeElement),
    close: () => press(root),
  };
}

describe('LinkingHelp', () => {
  it('is open from the press of the button until it is closed, as often as wanted', async () => {
    const { dialog, help, open, close } = await setUp();
    expect(dialog?.open).toBe(false);
    for (let time = 0; time < 2; time++) {
      await open();
      expect(dialog?.open).toBe(true);
      await close();
      expect(dialog?.open).toBe(false);
      expect(help.isOpen()).toBe(false);
    }
  });

  it('answers what people ask', async () => {
    const { root } = await setUp();

    expect([...root.querySelectorAll('h3')].map(({ textContent }) => textContent.trim())).toEqual([
      'What happens when I link?',
      'What happens to my settings?',
      "What can't I get back?",
      'Can I unlink later?',
      'Who can see this?',
    ]);
  });

  it('promises no unlink where the site does not allow it', async () => {
    expect((await setUp()).text()).toContain('Yes, at any time.');
    TestBed.resetTestingModule();
    const { text } = await setUp({ mayUnlink: false });

    expect(text()).not.toContain('Yes, at any time.');
    expect(text()).toContain("Not by yourself: this site doesn't offer it.");
  });

  it('ends with whom to ask', async () => {
    const { root } = await setUp({ support: { label: 'Acme IT Help', email: 'it@acme.example' } });

    expect(root.querySelector('.support')?.textContent).toContain('Acme IT Help');
    expect(root.querySelector('.support a')?.getAttribute('href')).toBe('mailto:it@acme.example');
  });
});
