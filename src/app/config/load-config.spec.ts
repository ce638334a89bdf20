import { loadConfig } from './load-config';

const file = {
  tenant: { domain: 'acme.example', clientId: 'c', audience: 'https://acme.example/api/v2/' },
  connections: [],
};

const noon = Date.parse('2027-01-15T12:00:00Z');

interface Answer {
  readonly status?: number;
  readonly body?: string;
  /** What the server says the time is. */
  readonly date?: string;
}

function setUp({ status = 200, body = JSON.stringify(file), date }: Answer = {}) {
  const fetched = jest.fn().mockResolvedValue({
    ok: status === 200,
    status,
    headers: new Headers(date === undefined ? {} : { Date: date }),
    text: () => Promise.resolve(body),
  });
  globalThis.fetch = fetched;

  return { fetched, loaded: loadConfig() };
}

beforeEach(() => jest.useFakeTimers({ now: noon }));
afterEach(() => jest.useRealTimers());

describe('loadConfig', () => {
  it('asks for the file beside the page, and never takes an old one', async () => {
    const { fetched, loaded } = setUp();

    await expect(loaded).resolves.toMatchObject({ result: { ok: true }, clockSkew: 0 });
    expect(fetched).toHaveBeenCalledWith('config.json', { cache: 'no-store' });
  });

  it('names the status when there is no such file', async () => {
    const { loaded } = setUp({ status: 404 });

    await expect(loaded).resolves.toMatchObject({
      result: { ok: false, problems: [{ path: '', message: 'HTTP 404' }] },
    });
  });

  it('finds a mistake in a page that a server sends instead', async () => {
    const { loaded } = setUp({ body: '<!doctype html>' });

    await expect(loaded).resolves.toMatchObject({
      result: { ok: false, problems: [{ path: '' }] },
    });
  });

  it.each([
    ['the file', 200],
    ['a refusal', 404],
  ])('REL-26: learns from %s how far this device’s clock is off', async (_case, status) => {
    const { loaded } = setUp({ status, date: 'Fri, 15 Jan 2027 12:10:00 GMT' });

    await expect(loaded).resolves.toMatchObject({ clockSkew: 600_000 });
  });
});
