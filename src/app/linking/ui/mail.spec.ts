import { TestBed } from '@angular/core/testing';

import { Mail } from './mail';

async function shown(address: string) {
  const fixture = TestBed.createComponent(Mail);
  fixture.componentRef.setInput('address', address);
  await fixture.whenStable();
  const host = fixture.nativeElement as HTMLElement;

  return { host, parts: [...host.children].map(({ textContent }) => textContent) };
}

describe('Mail', () => {
  it.each([
    ['ada@example.com', ['ada', '@example.com']],
    ['grace.hopper.1@example.org', ['grace.hopper.1', '@example.org']],
    ['"a@b"@example.com', ['"a@b"', '@example.com']],
    ['+15555550100', ['+15555550100', '']],
    ['@ada', ['@ada', '']],
  ])('breaks %s before its domain, if it has to be broken', async (address, parts) => {
    const mail = await shown(address);

    expect(mail.parts).toEqual(parts);
    expect(mail.host.textContent).toBe(address);
    expect(mail.host.title).toBe(address);
  });
});
