import { TestBed } from '@angular/core/testing';

import type { Json } from '../../identity/json';
import { described } from '../testing/described-settings';
import { PICTURE_ORIGINS } from '../ui/accounts/avatar';
import { SettingValue } from './setting-value';

async function setUp(value: Json, path = 'setting') {
  TestBed.configureTestingModule({
    providers: [{ provide: PICTURE_ORIGINS, useValue: ['https://pictures.example'] }],
  });
  const fixture = TestBed.createComponent(SettingValue);
  fixture.componentRef.setInput('value', value);
  fixture.componentRef.setInput('path', path);
  await fixture.whenStable();

  return { root: fixture.nativeElement as HTMLElement, fixture };
}

describe('SettingValue', () => {
  it('draws a picture from where pictures may come from, and its address where it does not load', async () => {
    described({ avatar: { kind: 'picture' } });
    const { root, fixture } = await setUp('https://pictures.example/ada.png', 'avatar');
    const picture = root.querySelector('img');

    expect(picture?.getAttribute('src')).toBe('https://pictures.example/ada.png');
    expect(picture?.alt).toBe('Picture');
    picture?.dispatchEvent(new Event('error'));
    await fixture.whenStable();

    expect(root.querySelector('img')).toBeNull();
    expect(root.textContent).toContain('https://pictures.example/ada.png');
  });

  it.each(['https://elsewhere.example/ada.png', 'portrait-1840', 'javascript:alert(1)'])(
    'writes %s, which may not be loaded, as a text',
    async (value) => {
      described({ avatar: { kind: 'picture' } });
      const { root } = await setUp(value, 'avatar');

      expect(root.querySelector('img')).toBeNull();
      expect(root.textContent.trim()).toBe(value);
    },
  );

  it('shows a color beside what it is called', async () => {
    const { root } = await setUp('#00676b');

    expect(root.querySelector<HTMLElement>('.color')?.style.backgroundColor).toBe(
      'rgb(0, 103, 107)',
    );
    expect(root.textContent.trim()).toBe('#00676b');
  });

  it('shows what is nested as a tree', async () => {
    const { root } = await setUp({ alerts: { sms: true, quietHours: '22-07' } });
    const names = [...root.querySelectorAll('dt')].map((name) => name.textContent.trim());

    expect(names).toEqual(['Alerts', 'Sms', 'Quiet hours']);
    expect(root.querySelector('dl dl')).not.toBeNull();
    expect(root.querySelector('mark')).toBeNull();
  });
});
