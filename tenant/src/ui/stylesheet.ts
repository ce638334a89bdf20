import { readFileSync } from 'node:fs';

import type { Reply } from '../protocol/http.ts';

const css = readFileSync(new URL('../../assets/tenant.css', import.meta.url), 'utf8');

/** Answers `GET /_tenant/assets/tenant.css`: how all pages look. */
export function stylesheet(): Reply {
  return { status: 200, headers: { 'content-type': 'text/css; charset=utf-8' }, body: css };
}
