import { PatientWindow } from './patient-window';

const opened: PatientWindow[] = [];

function setUp({ blocked = false }: { blocked?: boolean } = {}) {
  const popup = { closed: false, close: jest.fn(), location: { href: 'about:blank' } };
  const open = jest.spyOn(window, 'open').mockReturnValue(
    // Only what the SDK touches is there.
    blocked ? null : (popup as unknown as Window),
  );

  const patient = PatientWindow.open();
  if (patient) opened.push(patient);

  return { popup, open, patient };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  opened.splice(0).forEach((patient) => patient.abandon());
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('PatientWindow', () => {
  it('is not there when the browser blocks it', () => {
    expect(setUp({ blocked: true }).patient).toBeUndefined();
  });

  it('opens an empty window under a name that nobody can guess', () => {
    const { open } = setUp();
    setUp();
    const names = open.mock.calls.map(([, name]) => name);

    expect(open.mock.lastCall?.[0]).toBe('');
    expect(names[0]).toMatch(/^ligature-[0-9a-f-]{36}$/);
    expect(names[0]).not.toEqual(names[1]);
  });

  it('lets the SDK send the window on its way', () => {
    const { popup, patient } = setUp();
    if (patient) patient.location.href = 'https://acme.example/authorize';

    expect(popup.location.href).toBe('https://acme.example/authorize');
  });

  it('is open while the window is', () => {
    const { patient } = setUp();
    jest.advanceTimersByTime(600_000);

    expect(patient?.closed).toBe(false);
    expect(patient?.looksClosed).toBe(false);
  });

  it('looks closed at once, and counts as closed only after eight seconds', () => {
    const { popup, patient } = setUp();
    popup.closed = true;

    expect(patient?.looksClosed).toBe(true);
    expect(patient?.closed).toBe(false);
    jest.advanceTimersByTime(7_999);
    expect(patient?.closed).toBe(false);
    jest.advanceTimersByTime(1);
    expect(patient?.closed).toBe(true);
  });

  it('counts from when the window was first seen closed, not from when it was opened', () => {
    const { popup, patient } = setUp();
    jest.advanceTimersByTime(60_000);
    popup.closed = true;

    expect(patient?.closed).toBe(false);
  });

  it('is closed at once, with its window, when it is abandoned', () => {
    const { popup, patient } = setUp();
    patient?.abandon();

    expect(patient?.closed).toBe(true);
    expect(popup.close).toHaveBeenCalled();
  });

  it('closes its window', () => {
    const { popup, patient } = setUp();
    patient?.close();

    expect(popup.close).toHaveBeenCalledTimes(1);
  });
});

describe('PatientWindow: an answer', () => {
  const answer = { type: 'authorization_response', response: {} };

  /** Whether the SDK, which listens to this page's messages, hears this one. */
  function isHeard(data: object, source: Window | null): boolean {
    const hear = jest.fn();
    window.addEventListener('message', hear);
    window.dispatchEvent(new MessageEvent('message', { data, source }));
    window.removeEventListener('message', hear);

    return hear.mock.calls.length > 0;
  }

  it('SEC-23: is not taken from another window, whatever its origin', () => {
    setUp();

    expect(isHeard(answer, window)).toBe(false);
  });

  it('is taken when its window has closed meanwhile, and has no name any more', () => {
    setUp();

    expect(isHeard(answer, null)).toBe(true);
  });

  it('is all that is kept from anybody', () => {
    setUp();

    expect(isHeard({ kind: 'other' }, window)).toBe(true);
  });

  it('is kept from nobody once the window is abandoned', () => {
    setUp().patient?.abandon();

    expect(isHeard(answer, window)).toBe(true);
  });
});
