import type { Routes } from '@angular/router';

import { entering } from '../ligature-routes';

/** Finds the path at which a portal has mounted `ligatureRoutes()`. What is loaded later is not looked into. */
export function mountIn(routes: Routes, before = ''): string | undefined {
  for (const { path = '', canMatch, children = [] } of routes) {
    if (canMatch?.includes(entering) === true) return before;
    if (path.startsWith(':') || path.includes('/:')) continue;
    const found = mountIn(children, path === '' ? before : `${before}/${path}`);
    if (found !== undefined) return found;
  }

  return undefined;
}
