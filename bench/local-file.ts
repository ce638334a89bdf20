import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { repository } from '../scripts/paths.ts';

/** The tenant's own `local.json`, without the limit that a measurement would run into. */
export function unlimitedLocalFile(): string {
  const own: unknown = JSON.parse(readFileSync(join(repository, 'tenant/local.json'), 'utf8'));
  const file = join(mkdtempSync(join(tmpdir(), 'bench-')), 'local.json');
  const rateLimit = { burst: 1_000_000, perSecond: 1_000_000, exposeHeaders: true };
  writeFileSync(file, JSON.stringify({ ...Object(own), rateLimit }));

  return file;
}
