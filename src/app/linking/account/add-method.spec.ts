import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';

import { selectorOf } from '../../actions/action';
import type { Connection } from '../../identity/connection';
import { AddMethod } from './add-method';

const connection = (name: string, strategy: string, domains?: readonly string[]): Connection => ({
  name,
  strategy,
  label: name,
  transport: 'auto',
  ...(domains && { domains }),
});
const google = connection('Google', 'google-oauth2');
const acme = connection('Acme', 'samlp', ['acme.example']);
const companies = Array.from({ length: 300 }, (_, at) => connection(`Company ${at}`, 'samlp'));

// jsdom lays nothing out.
beforeAll(() => {
  globalThis.ResizeObserver = class {
    observe = jest.fn();
    unobserve = jest.fn();
    disconnect = jest.fn();
  };
});

async function setUp(connections: readonly Connection[], linked: readonly string[] = []) {
  TestBed.configureTestingModule({ providers: [provideRouter([{ path: '**', children: [] }])] });
  // jsdom has no dialogs, and no media.
  HTMLDialogElement.prototype.showModal = jest.fn();
  HTMLDialogElement.prototype.close = jest.fn();
  window.matchMedia = jest.fn().mockReturnValue({ matches: false });
  const fixture = TestBed.createComponent(AddMethod);
  fixture.componentRef.setInput('connections', connections);
  fixture.componentRef.setInput('linked', new Set(linked));
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  const find = (selector: string) => root.querySelector<HTMLElement>(selector);

  return {
    root,
    find,
    field: () => root.querySelector('input'),
    offers: () =>
      [...root.querySelectorAll<HTMLElement>(selectorOf('open-link'))].map(
        ({ textContent }) => textContent,
      ),
    open: async () => {
      find(selectorOf('add-method'))?.click();
      await fixture.whenStable();
    },
    press: async (selector: string) => {
      find(selector)?.click();
      await fixture.whenStable();
    },
    type: async (text: string) => {
      const field = root.querySelector('input');
      if (field === null) throw new Error('There is no field.');
      field.value = text;
      field.dispatchEvent(new Event('input'));
      await fixture.whenStable();
    },
    submit: async () => {
      root.querySelector('form')?.dispatchEvent(new SubmitEvent('submit', { cancelable: true }));
      await fixture.whenStable();
    },
  };
}

describe('AddMethod', () => {
  it('draws nothing of what can be added before it is opened', async () => {
    const { offers, open } = await setUp([google, acme]);
    expect(offers()).toEqual([]);

    await open();
    expect(offers()).toEqual(['Acme', 'Google']);
  });

  it('asks for nothing where there are few, and none is a company’s of a known domain', async () => {
    const { field, open } = await setUp([google]);
    await open();

    expect(field()).toBeNull();
  });

  it('asks for the work e-mail where a domain is known, and leads to its company', async () => {
    const { root, offers, open, type } = await setUp([google, acme]);
    await open();
    expect(root.querySelector('label')?.textContent).toBe('Find your company by work email');

    await type('ada@acme.example');
    expect(offers()).toEqual(['Continue with Acme', 'Acme', 'Google']);
  });

  it('goes on with the company at Enter', async () => {
    const { open, type, submit } = await setUp([google, acme]);
    await open();
    await type('ada@acme.example');
    await submit();

    expect(TestBed.inject(Router).url).toBe('/account/link/Acme');
  });

  it('says at Enter that it does not know a domain, and keeps the list', async () => {
    const { root, offers, open, type, submit } = await setUp([google, acme]);
    await open();
    await type('ada@nobody.example');
    expect(root.textContent).not.toContain("We don't know");
    await submit();

    expect(root.querySelector('[role=status]')?.textContent.trim()).toBe(
      "We don't know nobody.example yet. Choose your sign-in method below.",
    );
    expect(offers()).toEqual(['Acme', 'Google']);
  });

  it('shows of three hundred the first of each group, and finds any of them', async () => {
    const { root, find, offers, open, type, press } = await setUp([google, ...companies]);
    await open();
    expect(root.querySelector('label')?.textContent).toBe('Search');
    expect(offers()).toHaveLength(9);

    await type('company 29');
    expect(offers()).toHaveLength(13);
    expect(root.querySelector('[role=status]')?.textContent.trim()).toBe('Showing 13 of 301');

    await type('initech');
    expect(offers()).toEqual([]);
    expect(root.textContent).toContain('Nothing here is called “initech”.');

    await type('');
    await press(selectorOf('show-more', 'work'));
    expect(find(selectorOf('show-more', 'work'))).toBeNull();
    // Of a long list, what is near the screen.
    expect(offers().length).toBeGreaterThan(20);
    expect(offers().length).toBeLessThan(60);
    expect(offers()).toContain('Company 299');
    expect(find('[aria-posinset="300"]')?.getAttribute('aria-setsize')).toBe('300');
    expect(document.activeElement?.textContent).not.toBe('Company 0');
  });

  it('offers another of what the account has already, last', async () => {
    const { offers, open } = await setUp([google, acme], ['Google']);
    await open();

    expect(offers()).toEqual(['Acme', 'Add another Google account']);
  });
});
