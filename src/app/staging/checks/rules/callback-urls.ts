import type { FrameRedirect } from '../../../session/probes/frame-answer';
import type { Check, CheckContext } from './check';
import {
  called,
  cannotBeSeen,
  failure,
  inTenantFile,
  ok,
  signInFailure,
  type Fix,
  type Verdict,
} from './verdict';

type CallbackPath = '/callback' | '/link/callback';

const setting = () =>
  $localize`Applications › your application › Settings › Application URIs › Allowed Callback URLs`;

/** Whether the tenant sends a silent request back to an address: by message if it can, or else by redirect. */
export async function callbackSeen(
  { silent, authorizeRedirects }: CheckContext,
  redirectUri: string,
): Promise<FrameRedirect> {
  const request = { redirectUri, withSession: false };
  const answer = await silent(request);
  if (answer.kind === 'blockedHere') return 'blockedHere';

  return answer.kind === 'answered' ? 'redirected' : authorizeRedirects(request);
}

function callbackVerdict(seen: FrameRedirect, redirectUri: string, path: CallbackPath): Verdict {
  const fix: Fix = inTenantFile(setting(), `callbacks:\n  - ${redirectUri}`, {
    page: 'application',
    value: redirectUri,
  });
  switch (seen) {
    case 'redirected':
      return ok($localize`The tenant sends browsers back to ${redirectUri}:address:.`);
    case 'stayed':
      // Only the first person's sign-in comes back to this one; without it nobody gets as far as the other.
      return (path === '/callback' ? signInFailure : failure)(
        $localize`The tenant does not send browsers back to ${redirectUri}:address:.`,
        fix,
      );
    case 'blockedHere':
      return called(
        $localize`This page keeps the tenant out of frames`,
        failure($localize`This page's own policy keeps the tenant out of frames.`, {
          setting: $localize`frame-src in the Content-Security-Policy of this page`,
        }),
      );
    case 'notSeen':
      return cannotBeSeen(
        $localize`This browser does not show where a frame was sent. Use a Chromium browser, or look at the setting yourself.`,
        fix,
      );
  }
}

export const callbackUrl = (path: CallbackPath): Check => ({
  id: `callback${path === '/callback' ? '' : '-link'}`,
  group: 'application',
  title: $localize`Callback URL ${path}:path:`,
  problem: $localize`Callback URL ${path}:path: is not allowed`,
  why:
    path === '/callback'
      ? $localize`After a sign-in the browser comes back to this address. If it is not listed, people end on an error page of the tenant.`
      : $localize`The sign-in to the second account comes back to an address of its own, so that neither sign-in can pass for the other.`,
  async run(context) {
    const redirectUri = `${context.appUrl}${path}`;

    return callbackVerdict(await callbackSeen(context, redirectUri), redirectUri, path);
  },
});
