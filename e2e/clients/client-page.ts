import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { build } from 'esbuild';
import type { Page } from '@playwright/test';

import { clientOrigin, clientPort, clientTenantOrigin } from '../testing/addresses.ts';

/** What every client is set up with; the pages read it as `settings`. */
const settings = {
  tenant: clientTenantOrigin,
  clientId: 'ligature-spa',
  redirectUri: `${clientOrigin}/callback`,
  audience: `${clientTenantOrigin}/api/v2/`,
  scope: 'openid profile email read:current_user',
};

const require = createRequire(import.meta.url);

/** A client's own file as it is shipped. */
export const shipped = (path: string): Promise<string> => readFile(require.resolve(path), 'utf8');

/** Lock is shipped as modules only, so it is put together here; its own code stays as it is. */
export async function bundledLock(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents:
        "import { Auth0Lock, Auth0LockPasswordless } from 'auth0-lock'; Object.assign(window, { Auth0Lock, Auth0LockPasswordless });",
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    bundle: true,
    mainFields: ['browser', 'module', 'main'],
    write: false,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
    logLevel: 'error',
  });

  return outputFiles[0]?.text ?? '';
}

/**
 * Serves one page at every address of an origin: the client's script, and the page's own that sets
 * it up, over https with a certificate. The result stops it.
 */
export async function serveClient(
  client: string,
  setUp: string,
  certificate?: { readonly cert: string; readonly key: string },
): Promise<() => Promise<void>> {
  const html = `<!doctype html><title>Client</title><body><script src="/client.js"></script>
    <script>const settings = ${JSON.stringify(settings)}; ${setUp}</script></body>`;
  const answer: RequestListener = ({ url }, response) => {
    const isScript = url === '/client.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? client : html);
  };
  const server =
    certificate === undefined ? createServer(answer) : createSecureServer(certificate, answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(clientPort, 'localhost', resolve);
  });

  return async () => {
    server.closeAllConnections();
    await promisify(server.close.bind(server))();
  };
}

/** What an expression means on the page, once its promise is kept. */
export const onPage = (page: Page, expression: string): Promise<unknown> =>
  page.evaluate<unknown>(expression);
