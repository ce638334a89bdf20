import { TestBed } from '@angular/core/testing';

import type { ConfigFailure } from '../config/config-failure';
import { BrokenConfig, CONFIG_FAILURE } from './broken-config';

const passing: readonly ConfigFailure[] = [
  { code: 'config-unreachable' },
  { code: 'config-timed-out' },
  { code: 'config-server-error', status: 503 },
];
const lasting: readonly ConfigFailure[] = [
  { code: 'config-missing', status: 404 },
  { code: 'config-refused', status: 403 },
  { code: 'config-redirected' },
  { code: 'config-is-a-page' },
  { code: 'config-empty' },
  { code: 'config-too-large' },
  { code: 'config-unreadable' },
  { code: 'config-invalid', problems: [{ path: 'tenant.clientId', message: 'is missing' }] },
];

function setUp(failure: ConfigFailure): HTMLElement {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: [{ provide: CONFIG_FAILURE, useValue: failure }] });
  const fixture = TestBed.createComponent(BrokenConfig);
  fixture.detectChanges();

  return fixture.nativeElement as HTMLElement;
}

const textOf = (root: HTMLElement): string => root.textContent.replaceAll(/\s+/g, ' ');

describe('BrokenConfig', () => {
  it('has a sentence of its own for every way in which the file can fail', () => {
    const texts = [...passing, ...lasting].map((failure) => textOf(setUp(failure)));

    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) expect(text).toContain('config.json');
  });

  it.each(passing)('offers to reload after $code, which may be over', (failure) => {
    const root = setUp(failure);

    expect(root.querySelector(`[data-failure="${failure.code}"]`)).not.toBeNull();
    expect(root.querySelector('button')?.textContent).toContain('Reload');
  });

  it.each(lasting)('says that $code is for those who run the site to mend', (failure) => {
    const root = setUp(failure);

    expect(root.querySelector(`[data-failure="${failure.code}"]`)).not.toBeNull();
    expect(root.querySelector('h1')?.textContent).toContain('not set up correctly');
    expect(root.querySelector('button')).toBeNull();
  });

  it('names each mistake where it is', () => {
    const root = setUp({
      code: 'config-invalid',
      problems: [{ path: 'tenant.clientId', message: 'is missing' }],
    });

    expect(root.querySelector('li code')?.textContent).toBe('tenant.clientId');
    expect(root.querySelector('li')?.textContent).toContain('is missing');
  });
});
