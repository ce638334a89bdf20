import { OwnWindow } from './own-window';

function setUp({ blocked = false }: { blocked?: boolean } = {}) {
  const popup = {
    closed: false,
    close: jest.fn(),
    focus: jest.fn(),
    location: { replace: jest.fn() },
    sessionStorage: { clear: jest.fn() },
  };
  const open = jest.spyOn(window, 'open').mockReturnValue(
    // Only what is touched is there.
    blocked ? null : (popup as unknown as Window),
  );

  return { popup, open, opened: OwnWindow.open() };
}

afterEach(() => jest.restoreAllMocks());

describe('OwnWindow', () => {
  it('is not there when the browser blocks it', () => {
    expect(setUp({ blocked: true }).opened).toBeUndefined();
  });

  it('opens an empty window under a name that nobody can guess', () => {
    const { open } = setUp();
    setUp();
    const names = open.mock.calls.map(([, name]) => name);

    expect(open.mock.lastCall?.[0]).toBe('');
    expect(names[0]).toMatch(/^ligature-[0-9a-f-]{36}$/);
    expect(names[0]).not.toEqual(names[1]);
  });

  it('begins with nothing of what this tab keeps', () => {
    expect(setUp().popup.sessionStorage.clear).toHaveBeenCalledTimes(1);
  });

  it('opens where storage is forbidden', () => {
    const popup = {
      get sessionStorage(): Storage {
        throw new DOMException('no storage', 'SecurityError');
      },
    };
    jest.spyOn(window, 'open').mockReturnValue(popup as unknown as Window);

    expect(OwnWindow.open()).toBeDefined();
  });

  it('goes where it is sent, and Back does not lead before that', () => {
    const { popup, opened } = setUp();
    opened?.goTo('https://acme.example/authorize');

    expect(popup.location.replace.mock.calls).toEqual([['https://acme.example/authorize']]);
  });

  it('looks closed as soon as it can no longer be seen', () => {
    const { popup, opened } = setUp();
    expect(opened?.looksClosed).toBe(false);
    popup.closed = true;

    expect(opened?.looksClosed).toBe(true);
  });
});
