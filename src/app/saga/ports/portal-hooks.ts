import { InjectionToken } from '@angular/core';

import type { LinkPlan } from '../../identity/link/link-plan';
import type { UnlinkPlan } from '../../identity/link/unlink-plan';
import type { PortalTask } from '../../identity/settings/portal-task';

/** What a portal says to what somebody has agreed to; nothing has been written by then. */
export type PortalAnswer =
  | { readonly kind: 'go' }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'failed'; readonly code: 'portal-failed' | 'portal-silent' };

/** What a portal has to say and to do when its people link and unlink. Nothing here throws. */
export interface PortalHooks {
  /** Whether it is told of what has happened, so that the account has to have that on record. */
  readonly isTold: boolean;
  beforeLink(plan: LinkPlan): Promise<PortalAnswer>;
  beforeUnlink(plan: UnlinkPlan): Promise<PortalAnswer>;
  /** Tells of what has happened; `false` where it has to be told again. */
  after(task: PortalTask): Promise<boolean>;
}

/** The hooks that a portal has given. The application has none. */
export const PORTAL_HOOKS = new InjectionToken<PortalHooks>('the hooks of the portal');
