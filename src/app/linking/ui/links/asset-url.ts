import { InjectionToken } from '@angular/core';

/** Gives the address of a file that is delivered beside the scripts, such as a provider's mark: an element's lie elsewhere than its page. */
export const ASSET_URL = new InjectionToken<(path: string) => string>('where assets lie', {
  factory: () => (path) => path,
});
