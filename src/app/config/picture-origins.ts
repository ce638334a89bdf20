/**
 * Where pictures of people may come from, beside the tenant itself: the hosts at which Auth0 and the providers
 * keep them. The same list is in the policy that a host sends, and a picture from anywhere else is not shown.
 */
export const pictureOrigins: readonly string[] = [
  'https://lh3.googleusercontent.com',
  'https://avatars.githubusercontent.com',
  'https://platform-lookaside.fbsbx.com',
  'https://media.licdn.com',
  'https://s.gravatar.com',
  'https://cdn.auth0.com',
];
