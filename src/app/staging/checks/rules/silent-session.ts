import type { Check, CheckContext } from './check';
import {
  cannotBeSeen,
  inConfigFile,
  nobodySignedIn,
  noMessage,
  notApplicable,
  ok,
  waits,
  warning,
} from './verdict';

/** Asks the tenant in a frame what silent sign-in asks: who is signed in there, or whether it would ask them. */
export const askSilently = ({ silent, appUrl, config }: CheckContext, withSession: boolean) =>
  silent({ redirectUri: `${appUrl}/callback`, audience: config.tenant.audience, withSession });

const isLoopback = (origin: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(origin).hostname);

export const consent = (): Check => ({
  id: 'consent',
  group: 'application',
  title: $localize`Consent on localhost`,
  problem: $localize`The tenant asks for consent on localhost`,
  why: $localize`Auth0 asks for consent whenever the application is on localhost, because any program can be there. What you see here is then not what people see in production.`,
  async run(context) {
    if (!isLoopback(context.origin)) {
      return notApplicable($localize`This page is not on localhost.`);
    }
    if ((await context.tokens()) === undefined) return nobodySignedIn();
    const answer = await askSilently(context, true);
    if (answer.kind !== 'answered' || answer.error === 'login_required') {
      return waits(
        ['callback', 'web-origin'],
        $localize`The tenant does not see its session in a frame. See the check “Third-party cookies and the silent frame”.`,
      );
    }
    if (answer.error === undefined) return ok($localize`The tenant does not ask for consent here.`);
    if (answer.error !== 'consent_required' && answer.error !== 'interaction_required') {
      return waits(
        ['application-requests'],
        $localize`The tenant refuses every request of this application (${answer.error}:code:). Fix that first.`,
      );
    }

    return warning($localize`The tenant asks for consent here (${answer.error}:code:).`, {
      setting: $localize`Test on a host name of your own with https, for instance through an entry in the hosts file. There is no setting that turns it off for localhost.`,
    });
  },
});

export const silentFrame = (): Check => ({
  id: 'silent-frame',
  group: 'browser',
  title: $localize`Third-party cookies and the silent frame`,
  problem: $localize`Third-party cookies are blocked`,
  why: $localize`Browsers keep cookies from frames of another site. Signing in to this application does not need them, but codes typed into this page do.`,
  async run(context) {
    const facts = await context.tokens();
    if (facts === undefined) return nobodySignedIn();
    const answer = await askSilently(context, true);
    if (answer.kind !== 'answered') return noMessage();
    if (answer.error !== 'login_required') {
      return ok($localize`The tenant recognises this browser in a frame.`);
    }
    const signedInAt = facts.idToken.claims.get('auth_time');
    if (context.endedByDrills(typeof signedInAt === 'number' ? signedInAt * 1000 : undefined)) {
      return cannotBeSeen(
        $localize`A drill has ended the tenant's session in this browser, so its cookie cannot be looked for. Sign out and in again, then run this check again.`,
      );
    }

    return warning(
      $localize`The tenant does not recognise this browser in a frame, although you are signed in: the browser holds back the cookie, or the tenant's session has ended.`,
      inConfigFile(
        $localize`Sign in again, then run this check again. If the warning stays: Branding › Custom Domains, a domain on the same site as this application. Until then, use no connection with the transport “embedded”.`,
        '"transport": "auto"',
        { page: 'customDomains' },
      ),
    );
  },
});
