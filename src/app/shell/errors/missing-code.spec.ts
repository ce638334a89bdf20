import { LeavingError } from '../../session/sign-in/leaving-error';
import { isMissingCode } from './missing-code';

describe('isMissingCode', () => {
  it.each<[string, unknown]>([
    [
      'Chromium',
      new TypeError('Failed to fetch dynamically imported module: https://a/chunk-1.js'),
    ],
    ['Firefox', new TypeError('error loading dynamically imported module: https://a/chunk-1.js')],
    ['WebKit', new TypeError('Importing a module script failed.')],
    [
      'WebKit, of a page in its place',
      new TypeError("'text/html' is not a valid JavaScript MIME type."),
    ],
    ['Angular, of a part that is loaded later', new Error('NG0750: ')],
    ['the session', new LeavingError('code-missing')],
  ])('knows it from %s', (_who, error) => {
    expect(isMissingCode(error)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['an exception', new TypeError("Cannot read properties of undefined (reading 'label')")],
    ['a request that failed', new TypeError('Failed to fetch')],
    ['another reason not to leave', new LeavingError('offline')],
    ['no error', 'NG0750'],
  ])('does not take %s for it', (_what, error) => {
    expect(isMissingCode(error)).toBe(false);
  });
});
