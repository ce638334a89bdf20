import { Clipboard } from '@angular/cdk/clipboard';
import { TestBed } from '@angular/core/testing';

import type { Support } from '../../identity/support';
import { SUPPORT } from './support';
import { SupportNote } from './support-note';

async function setUp(support?: Support) {
  const copy = jest.fn<boolean, [string]>(() => true);
  TestBed.configureTestingModule({
    providers: [
      { provide: SUPPORT, useValue: support },
      { provide: Clipboard, useValue: { copy } },
    ],
  });
  const fixture = TestBed.createComponent(SupportNote);
  fixture.componentRef.setInput('code', 'popup-blocked');
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  const press = async () => {
    root.querySelector('button')?.click();
    await fixture.whenStable();
  };

  return { root, copy, press };
}

const linksIn = (root: HTMLElement) =>
  [...root.querySelectorAll('a')].map((link) => link.getAttribute('href'));

describe('SupportNote', () => {
  it('leads to whom the site names, in every way that it names', async () => {
    const { root } = await setUp({
      label: 'Acme IT Help',
      url: 'https://help.acme.example',
      email: 'it@acme.example',
      phone: '+442079460018',
    });

    expect(root.textContent).toContain('Still stuck? Contact Acme IT Help');
    expect(linksIn(root)).toEqual([
      'https://help.acme.example',
      'mailto:it@acme.example',
      'tel:+442079460018',
    ]);
  });

  it('names a code where the site names nobody', async () => {
    const { root } = await setUp();

    expect(linksIn(root)).toEqual([]);
    expect(root.querySelector('code')?.textContent).toBe('popup-blocked');
  });

  it('has copied which failure it was, when and where, and nobody’s name', async () => {
    const { root, copy, press } = await setUp();
    await press();

    expect(copy.mock.calls).toEqual([
      [expect.stringMatching(/^popup-blocked · \d{4}-\d\d-\d\dT[\d:.]+Z · \/$/)],
    ]);
    expect(root.querySelector('[role=status]')?.textContent.trim()).toBe('Copied');
  });
});
