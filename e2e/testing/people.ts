/** People of the tenant's seed that the journeys are about. */
export const ada = {
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  password: 'Analytical-1843',
  userId: 'auth0|1fd9e31003bc63f898467e36',
  googleId: 'google-oauth2|119230946235884572310',
};

export const grace = {
  name: 'Grace Hopper',
  email: 'grace@example.com',
  password: 'Compiler-1952',
};

/** Has a password account that Google and Facebook belong to already. */
export const margaret = {
  email: 'margaret@example.com',
  password: 'Apollo-1969!',
  userId: 'auth0|a0f79963b45b1036d126bf60',
  googleEmail: 'margaret.hamilton@example.org',
};

export const alan = { email: 'alan.turing@example.org' };

/** Has no settings. */
export const charles = {
  name: 'Charles Babbage',
  email: 'charles@example.com',
  password: 'Difference-1822',
  userId: 'auth0|0d39120d5ec2de8795071ed9',
};

/** Belong to a company, and sign in at its page. */
export const katherine = {
  name: 'Katherine Johnson',
  userId: 'samlp|acme-saml|katherine.johnson@acme.example',
};

export const mary = {
  name: 'Mary Jackson',
  userId: 'waad|7732a6ce0ed3fcd0723c6bd4755a14a3dba7cca306e',
};
