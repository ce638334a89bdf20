import { InjectionToken } from '@angular/core';

import type { LigatureFeature } from './ligature-feature';

/** What a portal has given to `withReturn`, before it is checked. */
export const PORTAL_RETURN_ADDRESSES = new InjectionToken<readonly string[]>(
  'the pages that a link may lead back to',
  { factory: () => [] },
);

/**
 * Lets other applications send their people to a link page and have them back:
 * `…/account/link/{connection}?return={address}&state={state}`. The person comes back to the address with
 * `ligature=linked`, `cancelled` or `failed`, then with a `ligature_code`, and the `state` as it was given. Beside what is
 * allowed here, `returnAddresses` of the configuration is.
 *
 * @param allow Pages by origin and path, which have to be the same to the letter. `https`, unless on this machine.
 *
 * @example
 * provideLigature('ligature.json', withReturn({ allow: ['https://shop.example/linked'] }))
 */
export function withReturn({ allow }: { readonly allow: readonly string[] }): LigatureFeature {
  return { ɵproviders: [{ provide: PORTAL_RETURN_ADDRESSES, useValue: allow }] };
}
