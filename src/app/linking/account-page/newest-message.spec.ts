import { signal } from '@angular/core';

import { newestOf } from './newest-message';

function setUp() {
  const [unlink, saved] = [signal<unknown>(undefined), signal<unknown>(undefined)];

  return { unlink, saved, newest: newestOf(() => ({ unlink: unlink(), saved: saved() })) };
}

describe('newestOf', () => {
  it('is nobody while nobody has spoken', () => {
    expect(setUp().newest()).toBeUndefined();
  });

  it('is who has spoken last, also where both still have something to say', () => {
    const { unlink, saved, newest } = setUp();
    unlink.set('done');
    expect(newest()).toBe('unlink');
    saved.set('copied back');
    expect(newest()).toBe('saved');
    unlink.set('done again');

    expect(newest()).toBe('unlink');
  });

  it('brings nothing back that was said before', () => {
    const { unlink, saved, newest } = setUp();
    unlink.set('done');
    newest();
    saved.set('window open');
    newest();
    saved.set(undefined);

    expect(newest()).toBe('saved');
  });

  it('has somebody speak again who was silent', () => {
    const { unlink, saved, newest } = setUp();
    unlink.set('done');
    newest();
    saved.set('copied back');
    newest();
    unlink.set(undefined);
    newest();
    unlink.set('done');

    expect(newest()).toBe('unlink');
  });
});
