import { buildExample } from '../../scripts/examples/build-example.ts';
import { serveExample, type ServedExample } from '../../scripts/examples/serve-example.ts';
import { portalOrigin, portalPorts } from '../testing/addresses.ts';
import { test } from '../testing/test.ts';

/** Has every test of a group find an example served, with a tenant that begins anew. They share its port, so they wait for each other. */
export function withExample(name: string): void {
  let served: ServedExample | undefined;

  test.describe.configure({ mode: 'serial' });
  test.use({ baseURL: portalOrigin });
  test.beforeAll(async () => {
    test.setTimeout(300_000);
    await buildExample(name);
  });
  test.beforeEach(async () => {
    served = await serveExample(name, portalPorts);
  });
  test.afterEach(() => served?.close());
}
