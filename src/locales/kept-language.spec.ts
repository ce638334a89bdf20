import { keptLanguage } from './kept-language';

describe('keptLanguage', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => jest.restoreAllMocks());

  it('gives back what was chosen', () => {
    expect(keptLanguage.read()).toBeUndefined();
    keptLanguage.write('de');

    expect(keptLanguage.read()).toBe('de');
  });

  it('finds out whether a choice is kept, and changes none', () => {
    expect(keptLanguage.isPossible()).toBe(true);
    expect(localStorage).toHaveLength(0);
    keptLanguage.write('de');

    expect(keptLanguage.isPossible()).toBe(true);
    expect(keptLanguage.read()).toBe('de');
  });

  it('has none where the browser refuses to keep anything', () => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    jest.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);

    expect(keptLanguage.isPossible()).toBe(false);
    expect(keptLanguage.read()).toBeUndefined();
  });
});
