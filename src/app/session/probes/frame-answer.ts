/** What came of a silent request: the tenant's error, or none where it gave a code; or no answer at all. */
export type FrameAnswer =
  | { readonly kind: 'answered'; readonly error: string | undefined; readonly description: string }
  | { readonly kind: 'silent' }
  | { readonly kind: 'blockedHere' };

/** Whether a page of the tenant sent a frame on to this application, as far as it can be seen. */
export type FrameRedirect = 'redirected' | 'stayed' | 'blockedHere' | 'notSeen';
