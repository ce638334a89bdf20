import { errorEventOf } from './error-event';

/** An error as a browser makes it, with the lines of its stack. */
const thrown = (error: Error, stack: string): Error => Object.assign(error, { stack });

describe('errorEventOf', () => {
  it.each([
    [
      'Chromium',
      'TypeError: no label of ada@example.com\n    at e.label (https://acme.example/link/chunk-ABC123.js?v=1:2:345)\n    at f (main-X.js:1:1)',
    ],
    [
      'Firefox and WebKit',
      'label@https://acme.example/link/chunk-ABC123.js:2:345\nf@main-X.js:1:1',
    ],
  ])('says what it is called and where it was thrown: %s', (_who, stack) => {
    expect(errorEventOf(thrown(new TypeError('no label of ada@example.com'), stack))).toEqual({
      kind: 'error',
      name: 'TypeError',
      where: 'chunk-ABC123.js:2:345',
    });
  });

  it('says by which code it is known', () => {
    const error = Object.assign(new Error('words'), { code: -750 });

    expect(errorEventOf(thrown(error, ''))).toEqual({
      kind: 'error',
      name: 'Error',
      reason: '-750',
    });
  });

  it.each<[string, unknown]>([
    ['a name', Object.assign(new Error(''), { name: 'of ada@example.com' })],
    ['a code', Object.assign(new Error(''), { code: 'ada@example.com' })],
    ['a message that looks like a place', new Error('ada.js:1:2')],
    ['what is no error', 'ada@example.com'],
  ])('holds nothing of a person: %s', (_what, error) => {
    if (error instanceof Error) Object.assign(error, { stack: `Error: ${error.message}` });

    expect(JSON.stringify(errorEventOf(error))).not.toContain('ada');
  });
});
