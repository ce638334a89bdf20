import assert from 'node:assert/strict';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const tenantFolder = fileURLToPath(new URL('../..', import.meta.url));
// The name is known before the port is: a free one is taken.
const options = ['--origin', 'https://localhost', '--port', '0', '--app', 'http://localhost:4299'];

describe('the auth0 client for Node, as it is, once it trusts the certificate of the command', () => {
  let command: ChildProcess;
  let [domain, certFile] = ['', ''];

  before(async () => {
    const started = spawn(process.execPath, ['src/main.mjs', ...options], {
      cwd: tenantFolder,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    command = started;
    let said = '';
    for await (const chunk of started.stdout) {
      said += String(chunk);
      const found = /https:\/\/(\S+)[^]*certificate, (.+)\n/.exec(said);
      [, domain = '', certFile = ''] = found ?? [];
      if (found !== null) break;
    }
  });
  after(() => command.kill());

  /** What a process prints that has an `auth0` client for Node, which is told a domain and no address. */
  async function printed(clientId: string, clientSecret: string, script: string): Promise<string> {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `import { ManagementClient } from 'auth0';
      const client = new ManagementClient(${JSON.stringify({ domain, clientId, clientSecret })});
      ${script}`,
      ],
      { cwd: tenantFolder, env: { ...process.env, NODE_EXTRA_CA_CERTS: certFile } },
    );

    return stdout;
  }

  it('lists people', async () => {
    const script = `
    const { data } = await client.users.list({ q: 'name:"Ada Lovelace"' });
    console.log(data.map(({ email }) => email).join());`;

    assert.match(
      await printed('ligature-m2m', 'local-only-machine-secret', script),
      /ada@example\.com/,
    );
  });

  it('reads and writes settings, as the Deploy CLI does with it', async () => {
    const script = `
    const { data } = await client.connections.list({ strategy: ['google-oauth2'] });
    await client.connections.update(data[0].id, { display_name: 'Google at work' });
    const { display_name } = await client.connections.get(data[0].id);
    console.log(display_name);`;

    assert.equal(
      await printed('deploy-cli', 'local-only-deploy-secret', script),
      'Google at work\n',
    );
  });
});
