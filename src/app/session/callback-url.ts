/** The path of the address to which the tenant sends the browser back. */
export const callbackPath = '/callback';

/** That address; it must be among the application's allowed callback URLs. */
export const callbackUrl = (): string => `${window.location.origin}${callbackPath}`;
