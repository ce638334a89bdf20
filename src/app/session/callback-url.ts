/** Where the tenant sends the browser back to after the first person's sign-in. */
export const callbackPath = '/callback';

/** Where it comes back to after a second one: an address of its own, so that neither can pass for the other. */
export const linkCallbackPath = '/link/callback';

/** Where Auth0's Lock is shown, in a window: a page of its own, with a policy of its own. */
export const lockPath = '/lock';

/** Both must be among the application's allowed callback URLs. */
export const callbackUrl = (): string => `${window.location.origin}${callbackPath}`;
export const linkCallbackUrl = (): string => `${window.location.origin}${linkCallbackPath}`;
