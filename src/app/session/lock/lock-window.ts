import type { PatientWindow } from '../window/patient-window';
import { lockAddress } from './lock-request';

/**
 * The same window, which the SDK sends to the tenant, with Lock's page on the way. Lock goes on to the tenant
 * with the SDK's own request, so that its answer is the SDK's: PKCE, `state` and `nonce` never leave it.
 */
export const overLock = (popup: PatientWindow) => ({
  get closed(): boolean {
    return popup.closed;
  },
  close: (): void => popup.close(),
  location: {
    set href(authorizeUrl: string) {
      popup.location.href = lockAddress(authorizeUrl);
    },
  },
});
