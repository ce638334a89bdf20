import { linkNotes } from './link-notes';

function setUp(): void {
  localStorage.clear();
}

afterEach(() => jest.restoreAllMocks());

describe('linkNotes', () => {
  it('knows nothing of a link in a browser that has begun none', () => {
    setUp();

    expect(linkNotes.stepOf('one')).toBeUndefined();
  });

  it('knows how far a link has come here, and nothing of any other', () => {
    setUp();
    linkNotes.write('one', 'prepared');
    expect(linkNotes.stepOf('one')).toBe('prepared');

    linkNotes.write('one', 'sent');
    expect(linkNotes.stepOf('one')).toBe('sent');
    expect(linkNotes.stepOf('two')).toBeUndefined();
    expect(linkNotes.stepOf('')).toBeUndefined();
  });

  it('forgets it', () => {
    setUp();
    linkNotes.write('one', 'sent');
    linkNotes.forget();

    expect(linkNotes.stepOf('one')).toBeUndefined();
    expect(localStorage).toHaveLength(0);
  });

  it.each(['', 'one', 'one closed', 'one  sent', '{"one":"sent"}'])(
    'makes nothing of "%s"',
    (noted) => {
      setUp();
      localStorage.setItem('ligature.link', noted);

      expect(linkNotes.stepOf('one')).toBeUndefined();
    },
  );

  it('I6: keeps the id and the step of a link and a made-up name, and nothing else', () => {
    setUp();
    linkNotes.write('one', 'sent');
    const browser = linkNotes.browserId();

    expect(Object.fromEntries(Object.entries(localStorage))).toEqual({
      'ligature.link': 'one sent',
      'ligature.browser': browser,
    });
    expect(browser).toMatch(/^[\da-f]{8}-/);
  });

  it('gives a browser the same name each time', () => {
    setUp();
    localStorage.setItem('ligature.browser', 'known');

    expect([linkNotes.browserId(), linkNotes.browserId()]).toEqual(['known', 'known']);
  });

  it('REL-10: gives a page the same name each time where nothing can be kept', () => {
    setUp();
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('full');
    });
    linkNotes.write('one', 'prepared');

    expect(linkNotes.browserId()).toBe(linkNotes.browserId());
    expect(linkNotes.stepOf('one')).toBeUndefined();
  });
});
