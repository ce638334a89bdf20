import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import type { ConfigFailure } from '../../config/config-failure';
import { parseConfig } from '../../config/parse-config';
import { BrokenConfig, CONFIG_FAILURE } from './broken-config';

const passing: readonly ConfigFailure[] = [
  { code: 'config-unreachable' },
  { code: 'config-timed-out' },
  { code: 'config-server-error', status: 503 },
];
const missing = { path: 'tenant.clientId', kind: 'missing', message: 'is missing' } as const;
const lasting: readonly ConfigFailure[] = [
  { code: 'config-missing', status: 404 },
  { code: 'config-refused', status: 403 },
  { code: 'config-redirected' },
  { code: 'config-is-a-page' },
  { code: 'config-empty' },
  { code: 'config-too-large' },
  { code: 'config-unreadable' },
  { code: 'config-invalid', problems: [missing], text: '{}' },
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
    expect(root.querySelector('h1')?.textContent).toContain('set up correctly');
    expect(root.querySelector('button')).toBeNull();
  });

  it('explains each mistake: what is wrong, where it is, and what it can look like', async () => {
    const root = setUp({
      code: 'config-invalid',
      problems: [missing, { path: 'polices', kind: 'unknown', message: 'is not a setting' }],
      text: '{\n  "tenant": { "domain": "acme.eu.auth0.com" },\n  "polices": {}\n}',
    });
    await TestBed.inject(ApplicationRef).whenStable();
    const [first, second] = [...root.querySelectorAll('li')].map(textOf);

    expect(first).toContain('“clientId” is missing.');
    expect(first).toContain('Client ID that Auth0 shows');
    expect(first).toContain('tenant.clientId');
    expect(first).toContain('Line 2 of config.json');
    expect(first).toContain('"clientId": "');
    expect(second).toContain('no setting called “polices” here. Did you mean “policy”?');
    expect(second).toContain('Line 3 of config.json');
  });

  it.each(['config-missing', 'config-is-a-page', 'config-empty'] as const)(
    'shows a whole file where there is none: %s',
    async (code) => {
      const root = setUp(code === 'config-missing' ? { code, status: 404 } : { code });
      await TestBed.inject(ApplicationRef).whenStable();
      const example = root.querySelector('pre')?.textContent ?? '';

      expect(parseConfig(example).ok).toBe(true);
    },
  );

  it('shows the line in which the file stops being JSON', async () => {
    const text = '{\n  "tenant": {}\n  "connections": []\n}';
    const problem = { path: '', kind: 'notJson', message: 'is not JSON' } as const;
    const root = setUp({ code: 'config-invalid', problems: [problem], text });
    await TestBed.inject(ApplicationRef).whenStable();
    const shown = textOf(root);

    expect(shown).toContain("The file isn't valid JSON.");
    expect(shown).toContain('A comma is missing before this.');
    expect(root.querySelector('.wrong')?.textContent).toContain('"connections"');
  });
});
