import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listenOnLoopback } from './listen-on-loopback.ts';
import { runNode } from '../lib/run-node.ts';

const start = (...args: string[]): ReturnType<typeof runNode> =>
  runNode(['scripts/serve/start.ts', ...args]);

describe('npm start', () => {
  it('says in one line which port is in use, before it builds anything', async () => {
    const other = await listenOnLoopback(0, () => undefined);
    const { exitCode, output } = await start('--port', String(other.port));
    await other.close();

    assert.equal(exitCode, 1);
    assert.match(
      output,
      new RegExp(
        `^Port ${other.port} is in use\\. Stop what listens there, or choose another: ` +
          'npm start -- --port \\d+\n$',
      ),
    );
  });

  it('says the same of the port of the tenant', async () => {
    const other = await listenOnLoopback(0, () => undefined);
    const free = await listenOnLoopback(0, () => undefined);
    await free.close();
    const { exitCode, output } = await start(
      ...['--port', String(free.port), '--tenant-port', String(other.port)],
    );
    await other.close();

    assert.equal(exitCode, 1);
    assert.match(output, /^Port \d+ is in use\..* npm start -- --tenant-port \d+\n$/);
  });

  it('says which options it knows', async () => {
    const { exitCode, output } = await start('--prot', '4300');

    assert.equal(exitCode, 1);
    assert.match(output, /^Unknown option '--prot'\. Known options: .*\n$/);
  });
});
