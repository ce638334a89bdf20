import type { Account } from '../../identity/account';
import type { Connection } from '../../identity/connection';
import type { Json } from '../../identity/json';
import type { Direction } from '../../identity/link/link-direction';
import { planLink } from '../../identity/link/link-plan';
import type { Decision } from '../../identity/settings/settings-comparison';
import { accountWith } from '../../identity/testing/accounts';
import { usualPolicy } from '../../identity/testing/link-policy';

export const google: Connection = {
  name: 'google',
  strategy: 'google',
  label: 'Google',
  transport: 'auto',
};

const accountOf = (provider: string, settings: Record<string, Json>, name?: string): Account =>
  accountWith(`${provider}|1`, new Map(Object.entries(settings)), {
    profile:
      name === undefined
        ? { email: 'ada@example.com' }
        : { name, email: `${provider}@example.com` },
  });

/** Two accounts with these settings, and what is decided about them. */
export interface SettingsArranged {
  readonly kept?: Record<string, Json>;
  readonly absorbed?: Record<string, Json>;
  readonly decisions?: Record<string, Decision>;
  readonly allowSwap?: boolean;
  readonly direction?: Direction;
  /** What the two people are called, who have addresses of their own then. */
  readonly names?: readonly [string, string];
}

/** The plan for an account with a phone that absorbs a Google account. */
export const settingsPlan = ({
  kept = {},
  absorbed = {},
  decisions = {},
  allowSwap = true,
  direction = 'keepFirst',
  names,
}: SettingsArranged) =>
  planLink(
    {
      first: accountOf('sms', kept, names?.[0]),
      second: accountOf('google', absorbed, names?.[1]),
      connection: google,
      policy: { ...usualPolicy, allowSwap },
      nowMs: 0,
      proofExpiresAtMs: 1,
    },
    { direction, decisions: new Map(Object.entries(decisions)) },
  );
