import { TestBed } from '@angular/core/testing';

import { reloadWhenRestored } from './restored-page';

const show = (persisted: boolean): boolean =>
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));

beforeEach(() => TestBed.runInInjectionContext(reloadWhenRestored));
// jsdom goes nowhere, and says so.
const left = jest.spyOn(console, 'error').mockImplementation();
beforeEach(() => left.mockClear());

describe('a page that the browser shows', () => {
  it('stays as it is when it has just been loaded', () => {
    show(false);

    expect(document.documentElement.hidden).toBe(false);
    expect(left).not.toHaveBeenCalled();
  });

  it('REL-33, REL-34: shows nothing and is loaded again when it was kept alive meanwhile', () => {
    show(true);

    expect(document.documentElement.hidden).toBe(true);
    expect(left.mock.calls.map(String)).toContainEqual(expect.stringContaining('navigation'));
  });
});
