import { TestBed } from '@angular/core/testing';

import { Avatar, PICTURE_ORIGINS } from './avatar';

const tenant = 'http://localhost:4400';
const gravatar = 'https://s.gravatar.com';
const picture = `${gravatar}/avatar/0b79?s=480&r=pg`;

async function setUp(given?: string, name = 'Ada Lovelace') {
  TestBed.configureTestingModule({
    providers: [{ provide: PICTURE_ORIGINS, useValue: [tenant, gravatar] }],
  });
  const fixture = TestBed.createComponent(Avatar);
  fixture.componentRef.setInput('name', name);
  fixture.componentRef.setInput('picture', given);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;

  return { fixture, root, image: () => root.querySelector('img') };
}

describe('Avatar', () => {
  it.each([picture, `${tenant}/avatar/0b79`])('shows %s', async (given) => {
    const { root, image } = await setUp(given);

    expect(image()?.src).toBe(given);
    expect(image()?.getAttribute('referrerpolicy')).toBe('no-referrer');
    expect(image()?.getAttribute('loading')).toBe('lazy');
    expect(root.getAttribute('aria-hidden')).toBe('true');
  });

  it.each([
    undefined,
    '',
    'ada.png',
    '//s.gravatar.com/avatar/0b79',
    'http://s.gravatar.com/avatar/0b79',
    'https://tracker.example/p.png',
    'https://s.gravatar.com.evil.example/p.png',
    'https://s.gravatar.com@evil.example/p.png',
    'javascript:alert(1)',
    'data:image/svg+xml,<svg/>',
    'blob:https://s.gravatar.com/0b79',
  ])('shows initials in the place of %s', async (given) => {
    const { root, image } = await setUp(given);

    expect(image()).toBeNull();
    expect(root.dataset['initials']).toBe('AL');
    expect(root.textContent.trim()).toBe('');
  });

  it('shows initials once a picture cannot be loaded, and the next picture again', async () => {
    const { fixture, root, image } = await setUp(picture);
    image()?.dispatchEvent(new Event('error'));
    await fixture.whenStable();
    expect(image()).toBeNull();
    expect(root.dataset['initials']).toBe('AL');

    fixture.componentRef.setInput('picture', `${picture}&d=404`);
    await fixture.whenStable();
    expect(image()).not.toBeNull();
  });

  it('shows a figure for somebody who is a number', async () => {
    const { root } = await setUp(undefined, '+15555550100');

    expect(root.querySelector('svg')).not.toBeNull();
  });
});
