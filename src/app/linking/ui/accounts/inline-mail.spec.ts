import { TestBed } from '@angular/core/testing';

import { InlineMail } from './inline-mail';

async function shown(address: string): Promise<HTMLElement> {
  const fixture = TestBed.createComponent(InlineMail);
  fixture.componentRef.setInput('address', address);
  await fixture.whenStable();

  return fixture.nativeElement as HTMLElement;
}

describe('InlineMail', () => {
  it('may break before the at and the dots, and is one address all the same', async () => {
    const mail = await shown('ada.l@mail.example.org');

    expect(mail.textContent).toBe('ada.l@mail.example.org');
    expect([...mail.querySelectorAll('wbr + span')].map(({ textContent }) => textContent)).toEqual([
      'ada',
      '.l',
      '@mail',
      '.example',
      '.org',
    ]);
  });
});
