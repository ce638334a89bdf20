import type { ConfigFailure } from './config-failure';
import { loadConfig } from './load-config';

const file = {
  tenant: { domain: 'acme.example', clientId: 'c', audience: 'https://acme.example/api/v2/' },
  connections: [{ name: 'google-oauth2', strategy: 'google-oauth2', label: 'Google' }],
};
const own = `${window.location.origin}/config.json`;
const elsewhere = 'https://elsewhere.example/config.json';
const noon = Date.parse('2027-01-15T12:00:00Z');

interface Answer {
  readonly status?: number;
  readonly bytes?: readonly number[] | undefined;
  readonly url?: string;
  readonly type?: string;
  /** What the server says the time is. */
  readonly date?: string;
  /** How the body ends, where it does not do so by itself. */
  readonly end?: () => Promise<never>;
}

const bytesOf = (text: string): readonly number[] => [...Buffer.from(text, 'utf8')];
const written = JSON.stringify(file);

/** What the browser makes of an answer, as far as it is looked at. */
function answer({ status = 200, bytes = bytesOf(written), url = own, ...more }: Answer = {}) {
  const { type = 'basic', date, end = () => Promise.resolve({ done: true }) } = more;
  // In two pieces, as it may come.
  const chunks = [bytes.slice(0, 1), bytes.slice(1)].map((piece) => Uint8Array.from(piece));
  const read = () => {
    const value = chunks.shift();

    return value === undefined ? end() : Promise.resolve({ done: false, value });
  };

  return {
    ok: status === 200,
    status,
    url,
    type,
    headers: new Headers(date === undefined ? {} : { Date: date }),
    body: { getReader: () => ({ read, cancel: () => Promise.resolve() }) },
  };
}

type Asked = (path: string, init: { readonly signal: AbortSignal }) => Promise<object>;

/** Answers what is asked, one after the other; the last answer counts for all that follows. */
function setUp(...answers: Asked[]) {
  const fetched = jest.fn<Promise<object>, Parameters<Asked>>((...asked) => {
    const next = answers.length > 1 ? answers.shift() : answers[0];

    return next?.(...asked) ?? Promise.reject(new TypeError('Failed to fetch'));
  });
  globalThis.fetch = fetched as unknown as typeof fetch;

  return { fetched, loaded: loadConfig() };
}

const gives = (given?: Answer) => () => Promise.resolve(answer(given));
const breaksOff = () => Promise.reject(new TypeError('Failed to fetch'));
/** Rejects once the one who asks has waited long enough. */
const neverAnswers: Asked = (_path, { signal }) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
  });

const codeOf = async (...answers: Asked[]): Promise<ConfigFailure['code'] | undefined> => {
  const { loaded } = setUp(...answers);
  const { result } = await loaded;

  return result.ok ? undefined : result.failure.code;
};

beforeEach(() => jest.useFakeTimers({ now: noon }));
afterEach(() => jest.useRealTimers());

describe('loadConfig', () => {
  it('asks for the file beside the page, once, and never takes an old one', async () => {
    const { fetched, loaded } = setUp(gives());

    await expect(loaded).resolves.toMatchObject({ result: { ok: true }, clockSkewMs: 0 });
    expect(fetched).toHaveBeenCalledTimes(1);
    expect(fetched).toHaveBeenCalledWith(
      'config.json',
      expect.objectContaining({ cache: 'no-store' }),
    );
  });

  it.each<[string, readonly number[]]>([
    ['UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, ...bytesOf(written)]],
    ['UTF-16', [0xff, 0xfe, ...Buffer.from(written, 'utf16le')]],
    ['UTF-16, the other way round', [0xfe, 0xff, ...Buffer.from(written, 'utf16le').swap16()]],
  ])('reads %s, as editors write it', async (_case, bytes) => {
    expect(await codeOf(gives({ bytes }))).toBeUndefined();
  });

  it.each<[string, ConfigFailure['code'], readonly Asked[]]>([
    ['a broken connection', 'config-unreachable', [breaksOff]],
    ['a body that breaks off', 'config-unreachable', [gives({ end: breaksOff })]],
    [
      'a redirect to where this page may not go',
      'config-redirected',
      [breaksOff, gives({ type: 'opaqueredirect', status: 0 })],
    ],
    ['a redirect that was followed', 'config-redirected', [gives({ url: elsewhere })]],
    ['no such file', 'config-missing', [gives({ status: 404 })]],
    ['a file that is not given out', 'config-refused', [gives({ status: 403 })]],
    ['a sign-in before the file', 'config-refused', [gives({ status: 401 })]],
    ['a broken server', 'config-server-error', [gives({ status: 500 })]],
    ['a server that has too much to do', 'config-server-error', [gives({ status: 429 })]],
    ['a page', 'config-is-a-page', [gives({ bytes: bytesOf('\n<!doctype html>') })]],
    ['an empty file', 'config-empty', [gives({ bytes: [] })]],
    ['a file of blanks', 'config-empty', [gives({ bytes: bytesOf(' \n') })]],
    ['a file of nothing but its mark', 'config-empty', [gives({ bytes: [0xef, 0xbb, 0xbf] })]],
    [
      'a file without an end',
      'config-too-large',
      [gives({ bytes: bytesOf(' '.repeat(1_000_001)), end: breaksOff })],
    ],
    ['Latin-1', 'config-unreadable', [gives({ bytes: [0x7b, 0xfc, 0x7d] })]],
    ['half of JSON', 'config-invalid', [gives({ bytes: bytesOf('{ "tenant": ') })]],
  ])('calls %s what it is: %s', async (_case, code, answers) => {
    expect(await codeOf(...answers)).toBe(code);
  });

  it.each<[string, readonly Asked[]]>([
    ['answer', [neverAnswers]],
    ['finish', [(path, init) => gives({ end: () => neverAnswers(path, init) as never })()]],
    ['say why', [breaksOff, neverAnswers]],
  ])('waits ten seconds for a server that does not %s', async (_case, answers) => {
    const { loaded } = setUp(...answers);
    await jest.advanceTimersByTimeAsync(10_000);

    await expect(loaded).resolves.toMatchObject({
      result: { ok: false, failure: { code: 'config-timed-out' } },
    });
  });

  it.each([
    ['the file', 200],
    ['a refusal', 404],
  ])('REL-26: learns from %s how far this device’s clock is off', async (_case, status) => {
    const { loaded } = setUp(gives({ status, date: 'Fri, 15 Jan 2027 12:10:00 GMT' }));

    await expect(loaded).resolves.toMatchObject({ clockSkewMs: 600_000 });
  });
});
