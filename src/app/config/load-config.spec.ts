import { loadConfig } from './load-config';

const file = {
  tenant: { domain: 'acme.example', clientId: 'c', audience: 'https://acme.example/api/v2/' },
  connections: [],
};

function setUp(answer: { ok: boolean; status: number; body: string }) {
  const { ok, status, body } = answer;
  const fetched = jest.fn().mockResolvedValue({ ok, status, text: () => Promise.resolve(body) });
  globalThis.fetch = fetched;

  return { fetched, loaded: loadConfig() };
}

describe('loadConfig', () => {
  it('asks for the file beside the page, and never takes an old one', async () => {
    const { fetched, loaded } = setUp({ ok: true, status: 200, body: JSON.stringify(file) });

    await expect(loaded).resolves.toMatchObject({ ok: true });
    expect(fetched).toHaveBeenCalledWith('config.json', { cache: 'no-store' });
  });

  it('names the status when there is no such file', async () => {
    const { loaded } = setUp({ ok: false, status: 404, body: JSON.stringify(file) });

    await expect(loaded).resolves.toEqual({
      ok: false,
      problems: [{ path: '', message: 'HTTP 404' }],
    });
  });

  it('finds a mistake in a page that a server sends instead', async () => {
    const { loaded } = setUp({ ok: true, status: 200, body: '<!doctype html>' });

    await expect(loaded).resolves.toMatchObject({ ok: false, problems: [{ path: '' }] });
  });
});
