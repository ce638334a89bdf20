/**
 * Tells the application that another account has the same verified e-mail address, so that it can
 * suggest to link the two. Only the connections are told, no id and no address.
 *
 * This is the code of an Auth0 Action as it stands: paste it into a post-login Action, or deploy it
 * with the tenant's file. Its secrets: TENANT (the tenant's origin), CLIENT_ID and CLIENT_SECRET of
 * a machine with `read:users` at the Management API.
 */
const claim = 'https://ligature.example/suggestions';

exports.onExecutePostLogin = async (event, api) => {
  if (event.user.email_verified !== true || folded(event.user.email) === undefined) return;
  try {
    const others = await accountsWithEmail(event.user.email, event.secrets, api.cache);
    const suggestions = others
      .filter((user) => user.user_id !== event.user.user_id && user.email_verified === true)
      .map(({ identities: [{ connection, provider }] }) => ({ connection, strategy: provider }));
    if (suggestions.length > 0) api.idToken.setCustomClaim(claim, suggestions);
  } catch (error) {
    // A sign-in must not fail because nothing can be suggested.
    console.warn(`No suggestions: ${error instanceof Error ? error.message : String(error)}`);
  }
};

/**
 * Everybody whose address this is, however it is written: providers keep `Ada@Example.com` as it came, and a database
 * has it in small letters. One endpoint is up to date and compares letter by letter; the search does not mind capitals
 * and learns of new accounts a little later.
 */
async function accountsWithEmail(email, secrets, cache) {
  const authorization = `Bearer ${await managementToken(secrets, cache)}`;
  const ask = async (path, parameters) => {
    const url = new URL(path, secrets.TENANT);
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);

    return json(await fetch(url, { headers: { authorization } }));
  };
  const found = await Promise.all([
    ask('/api/v2/users-by-email', { email }),
    ...(email === folded(email) ? [] : [ask('/api/v2/users-by-email', { email: folded(email) })]),
    ask('/api/v2/users', { q: `email:${JSON.stringify(email)}`, search_engine: 'v3' }),
  ]);
  const theirs = found.flat().filter((user) => folded(user.email) === folded(email));

  return [...new Map(theirs.map((user) => [user.user_id, user])).values()];
}

/** An address as it is compared; nobody is told it. */
const folded = (email) => (typeof email === 'string' ? email.toLowerCase() : undefined);

async function managementToken({ TENANT, CLIENT_ID, CLIENT_SECRET }, cache) {
  const cached = cache.get('management-token');
  if (cached !== undefined) return cached.value;
  const response = await fetch(new URL('/oauth/token', TENANT), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      client_id: CLIENT_ID,
      client_secret: CLIENT_SECRET,
      audience: new URL('/api/v2/', TENANT).href,
    }),
  });
  const { access_token: token, expires_in: seconds } = await json(response);
  cache.set('management-token', token, { ttl: seconds * 500 });

  return token;
}

async function json(response) {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);

  return response.json();
}
