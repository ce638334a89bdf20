import { readFileSync } from 'node:fs';

import type { Reply } from '../../protocol/http.ts';
import { asset } from '../../ui/page-assets.ts';

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

function read(name: string): string {
  return readFileSync(new URL(`../../../assets/${name}`, import.meta.url), 'utf8');
}
