import { TestBed } from '@angular/core/testing';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { ThemeChoice, type Theme } from './theme-choice';

const scheme = () => document.documentElement.style.colorScheme;

function setUp(theme: Theme = 'system') {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [{ provide: LIGATURE_CONFIG, useValue: { branding: { theme } } }],
  });
  const choice = TestBed.inject(ThemeChoice);
  TestBed.tick();

  return choice;
}

describe('ThemeChoice', () => {
  beforeEach(() => localStorage.clear());

  it.each([
    ['system', ''],
    ['light', 'light'],
    ['dark', 'dark'],
  ] as const)('shows the page as the configuration says: %s', (theme, expected) => {
    const choice = setUp(theme);

    expect(choice.chosen()).toBe(theme);
    expect(scheme()).toBe(expected);
  });

  it('keeps what a person has chosen, whatever the configuration says', () => {
    setUp('light').choose('dark');
    TestBed.tick();
    expect(scheme()).toBe('dark');

    expect(setUp('light').chosen()).toBe('dark');
    setUp('light').choose('system');

    expect(setUp('light').chosen()).toBe('system');
    expect(scheme()).toBe('');
  });

  it('takes no notice of what it has not written itself', () => {
    localStorage.setItem('ligature.theme', 'neon');

    expect(setUp('dark').chosen()).toBe('dark');
  });

  it('chooses for as long as the page is open where nothing can be kept', () => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    jest.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
    const choice = setUp();
    choice.choose('dark');
    TestBed.tick();

    expect(choice.chosen()).toBe('dark');
    expect(scheme()).toBe('dark');
    jest.restoreAllMocks();
  });
});
