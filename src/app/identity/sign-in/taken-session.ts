/**
 * How the tenant's own session has come to be another account's: somebody has signed in to one, perhaps because they were
 * asked to; or a sign-in to one has begun, and nobody sees here how it has ended.
 */
export type Taken = 'surely' | 'asked' | 'perhaps';
