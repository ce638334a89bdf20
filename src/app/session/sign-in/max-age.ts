/** Asks the tenant to say when the person last proved who they are (`auth_time`), however long ago; seconds. */
export const maxAgeSeconds = 30 * 24 * 60 * 60;
