import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { PORTAL_PART, PortalPart } from './portal-part';

@Component({ selector: 'app-orders', template: '<p i18n>Orders</p>' })
class Orders {}

async function textOf(): Promise<string> {
  const fixture = TestBed.createComponent(PortalPart);
  await fixture.whenStable();

  return (fixture.nativeElement as HTMLElement).textContent.trim();
}

describe('the place for what a portal has to do itself', () => {
  it('is empty in the application', async () => {
    await expect(textOf()).resolves.toBe('');
  });

  it('shows what the portal brings, which is loaded for it', async () => {
    TestBed.configureTestingModule({
      providers: [{ provide: PORTAL_PART, useValue: () => Promise.resolve(Orders) }],
    });

    await expect(textOf()).resolves.toBe('Orders');
  });
});
