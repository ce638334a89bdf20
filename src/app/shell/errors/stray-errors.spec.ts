import { provideEnvironmentInitializer } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { DiscreetErrorHandler } from './discreet-error-handler';
import { hearStrayErrors } from './stray-errors';

function setUp() {
  const handler = { note: jest.fn(), handleError: jest.fn() };
  TestBed.configureTestingModule({
    providers: [
      { provide: DiscreetErrorHandler, useValue: handler },
      provideEnvironmentInitializer(hearStrayErrors),
    ],
  });
  TestBed.inject(DiscreetErrorHandler);

  return handler;
}

describe('hearStrayErrors', () => {
  it('has an error told that nobody has caught, and leaves the page and the browser out of it', () => {
    const { note, handleError } = setUp();
    const error = new TypeError('no label');
    const event = new ErrorEvent('error', { error, cancelable: true });
    window.dispatchEvent(event);

    expect(note).toHaveBeenCalledWith(error);
    expect(handleError).not.toHaveBeenCalled();
    expect(event.defaultPrevented).toBe(true);
  });

  it('has a promise told that nobody has awaited', () => {
    const { note } = setUp();
    const reason = new TypeError('no label');
    const event = Object.assign(new Event('unhandledrejection', { cancelable: true }), { reason });
    window.dispatchEvent(event);

    expect(note).toHaveBeenCalledWith(reason);
    expect(event.defaultPrevented).toBe(true);
  });
});
