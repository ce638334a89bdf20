import type { Type } from '@angular/core';

import type { Transport } from '../../../identity/transport-kinds';
import { EmbeddedTransport } from './embedded-transport';
import { LockTransport } from './lock-transport';
import { MagicLinkTransport } from './magic-link-transport';
import { PopupTransport } from './popup-transport';
import { RedirectTransport } from './redirect-transport';
import type { SecondaryTransport } from './secondary-transport';

/** Who carries a second sign-in, by the name of the transport. */
export const transportClasses: Readonly<Record<Transport, Type<SecondaryTransport>>> = {
  popup: PopupTransport,
  redirect: RedirectTransport,
  embedded: EmbeddedTransport,
  'magic-link': MagicLinkTransport,
  lock: LockTransport,
};
