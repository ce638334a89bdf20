import type { Branding } from '../../config/ligature-config';
import { applyBrand, applyIcon } from './apply-brand';

const plain: Branding = { productName: 'Acme', logoUrl: null, theme: 'system' };

function setUp(branding: Partial<Branding>) {
  const page = document.implementation.createHTMLDocument();
  const base = page.createElement('base');
  base.href = 'https://portal.example/';
  const favicon = page.createElement('link');
  Object.assign(favicon, { rel: 'icon', type: 'image/svg+xml', href: 'favicon.svg' });
  page.head.append(base, favicon);
  const add = jest.fn();
  Object.defineProperty(page, 'fonts', { value: { add } });
  applyBrand({ ...plain, ...branding }, page.documentElement);
  applyIcon({ ...plain, ...branding }, page);

  return {
    add,
    style: (name: string) => page.documentElement.style.getPropertyValue(name),
    icon: favicon,
  };
}

describe('applyBrand', () => {
  beforeEach(() => {
    Object.assign(globalThis, { FontFace: jest.fn((...given: unknown[]) => ({ given })) });
  });

  it('leaves what the configuration does not name', () => {
    const { style, icon, add } = setUp({});

    expect(style('--ligature-accent')).toBe('');
    expect(style('--ligature-font-brand')).toBe('');
    expect(icon.getAttribute('href')).toBe('favicon.svg');
    expect(add).not.toHaveBeenCalled();
  });

  it('sets the accent, the corners and the icon', () => {
    const colors = { primary: '#7a1fa2', primaryDark: '#ce93d8' };
    const { style, icon } = setUp({ colors, borderRadius: 4, faviconUrl: 'brand/icon.png' });

    expect(style('--ligature-accent')).toBe('light-dark(#7a1fa2, #ce93d8)');
    expect(style('--ligature-radius-control')).toBe('4px');
    expect(style('--ligature-radius-card')).toBe('6px');
    expect(style('--ligature-radius-sheet')).toBe('8px');
    expect(icon.getAttribute('href')).toBe('brand/icon.png');
    expect(icon.hasAttribute('type')).toBe(false);
  });

  it('puts a font before the others, and loads it from this site', () => {
    const { style, add } = setUp({ font: { family: 'Acme Sans', url: 'brand/acme.woff2' } });

    expect(style('--ligature-font-brand')).toBe("'Acme Sans'");
    expect(add.mock.calls).toEqual([
      [
        {
          given: ['Acme Sans', 'url("https://portal.example/brand/acme.woff2")', expect.anything()],
        },
      ],
    ]);
  });

  it('loads nothing for a font that people have', () => {
    const { style, add } = setUp({ font: { family: 'Acme Sans' } });

    expect(style('--ligature-font-brand')).toBe("'Acme Sans'");
    expect(add).not.toHaveBeenCalled();
  });
});
