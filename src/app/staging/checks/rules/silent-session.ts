import type { Check, CheckContext } from './check';
import {
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
  why: $localize`Auth0 asks people for consent whenever the application is on localhost, because anybody can be there. What you see here is then not what people see in production.`,
  async run(context) {
    if (!isLoopback(context.origin)) {
      return notApplicable($localize`This page is not on localhost.`);
    }
    if ((await context.tokens()) === undefined) return nobodySignedIn();
    const answer = await askSilently(context, true);
    if (answer.kind !== 'answered' || answer.error === 'login_required') {
      return waits(
        ['callback', 'web-origin'],
        $localize`The tenant does not see its session in a frame; see the next check.`,
      );
    }
    if (answer.error === undefined) return ok($localize`The tenant does not ask for consent here.`);
    if (answer.error !== 'consent_required' && answer.error !== 'interaction_required') {
      return waits(
        ['application-requests'],
        $localize`The tenant objects to the request as such (${answer.error}:code:); mend that first.`,
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
  why: $localize`Browsers keep cookies from frames of another site. This application does not need them for the first person, but codes typed into this page do.`,
  async run(context) {
    if ((await context.tokens()) === undefined) return nobodySignedIn();
    const answer = await askSilently(context, true);
    if (answer.kind !== 'answered') return noMessage();
    if (answer.error !== 'login_required') {
      return ok($localize`The tenant recognises this browser in a frame.`);
    }

    return warning(
      $localize`The tenant does not recognise this browser in a frame, although you are signed in: the cookie is held back, or the tenant's session has ended.`,
      inConfigFile(
        $localize`Sign in again, then run this: after a drill, only the tenant's session has ended. If it warns still, Branding › Custom Domains: a domain on the same site as this application. Until then, no connection with the transport “embedded”.`,
        '"transport": "auto"',
        { page: 'customDomains' },
      ),
    );
  },
});
