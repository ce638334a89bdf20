import type { Jwt } from '../../../identity/sign-in/jwt';
import type { Check } from './check';
import { called, failure, inTenantFile, nobodySignedIn, ok, warning, type Fact } from './verdict';

/** A person reads a review in less than this, and an access token should not outlive a day. */
const [shortestSeconds, longestIdTokenSeconds, longestAccessTokenSeconds] = [300, 36_000, 86_400];

export const tokenLifetimes = (): Check => ({
  id: 'token-lifetimes',
  group: 'tokens',
  title: $localize`Token lifetimes`,
  problem: $localize`Tokens live too long`,
  why: $localize`The second ID token makes the link. If it lives too short, it ends while people read the review; if it lives too long, whoever finds one can use it for hours.`,
  async run({ tokens }) {
    const seen = await tokens();
    if (seen === undefined) return nobodySignedIn();
    const idSeconds = lifetimeOf(seen.idToken);
    const accessSeconds = seen.accessToken && lifetimeOf(seen.accessToken);
    const facts: Fact[] = [
      { name: $localize`ID token, in seconds`, value: idSeconds },
      { name: $localize`access token, in seconds`, value: accessSeconds ?? '–' },
    ];
    if (idSeconds < shortestSeconds || (accessSeconds ?? shortestSeconds) < shortestSeconds) {
      return called(
        $localize`Tokens do not live long enough`,
        failure(
          $localize`A token lives less than ${shortestSeconds}:seconds: seconds.`,
          fix(),
          facts,
        ),
      );
    }
    if (idSeconds > longestIdTokenSeconds || (accessSeconds ?? 0) > longestAccessTokenSeconds) {
      return warning($localize`A token lives longer than it needs to.`, fix(), facts);
    }

    return ok($localize`Tokens live long enough for a review, and not much longer.`, facts);
  },
});

const fix = () =>
  inTenantFile(
    $localize`Applications › your application › Settings › ID Token Expiration; APIs › Auth0 Management API › Token Expiration`,
    'jwt_configuration:\n  lifetime_in_seconds: 36000',
    { page: 'application', value: '36000' },
  );

const lifetimeOf = ({ claims }: Jwt): number =>
  Number(claims.get('exp')) - Number(claims.get('iat'));
