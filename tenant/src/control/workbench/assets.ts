import { readFileSync } from 'node:fs';

import type { Reply } from '../../protocol/http.ts';

const css = read('workbench.css');
const script = read('workbench.js');

/** Answers `GET /_tenant/assets/workbench.css`: what the workbench has beside the tenant's own style. */
export function workbenchStyle(): Reply {
  return asset('text/css', css);
}

/** Answers `GET /_tenant/assets/workbench.js`: live updates and copying; every page works without it. */
export function workbenchScript(): Reply {
  return asset('text/javascript', script);
}

function asset(type: string, body: string): Reply {
  return {
    status: 200,
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    },
    body,
  };
}

function read(name: string): string {
  return readFileSync(new URL(`../../../assets/${name}`, import.meta.url), 'utf8');
}
