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
