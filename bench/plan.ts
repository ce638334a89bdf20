import { appModule } from '../scripts/lib/app-module.ts';
import { printFigures } from './figures.ts';
import { quantile, timedEach } from './measure.ts';

const rounds = 500;
/** As much as a profile may hold, in bytes. */
const fullProfile = 10_240;
const limit = 2;

interface LinkPlanModule {
  readonly planLink: (proposal: object) => {
    readonly merge: { readonly changes: ReadonlyMap<string, unknown> };
  };
}

/** Measures how long the plan of a link takes that a person waits for at every choice they make. */
export async function benchPlan(): Promise<void> {
  const { planLink } = await appModule<LinkPlanModule>('identity/link/link-plan');
  if (planLink(proposal).merge.changes.size === 0) throw new Error('There is nothing to merge.');
  const durations = await timedEach(rounds, () => {
    planLink(proposal);

    return Promise.resolve();
  });
  const [median, slow] = [quantile(durations), quantile(durations, 0.95)];
  printFigures([
    {
      name: `plan of two accounts with ${fullProfile} bytes of settings, median of ${rounds}`,
      value: `${median.toFixed(2)} ms`,
      limit: `${limit} ms`,
      isWithin: median <= limit,
    },
    { name: '… slowest but for a twentieth', value: `${slow.toFixed(2)} ms` },
  ]);
}

/** Settings of about so many bytes: texts, lists and objects under as many root keys as it takes. */
function settingsOf(bytes: number, value: string): ReadonlyMap<string, unknown> {
  const settings = new Map<string, unknown>();
  for (let size = 2, at = 0; size < bytes - 200; at += 1) {
    const key = `setting ${at}`;
    const setting = [value.repeat(30), Array.from({ length: 40 }, (_, item) => at + item), { at }][
      at % 3
    ];
    settings.set(key, setting);
    size += JSON.stringify({ [key]: setting }).length - 1;
  }

  return settings;
}

const accountOf = (
  provider: string,
  userId: string,
  settings: ReadonlyMap<string, unknown>,
): object => ({
  userId: `${provider}|${userId}`,
  profile: { email: `${userId}@example.com` },
  identities: [{ provider, userId, connection: provider, profile: {} }],
  settings,
  hasAppMetadata: false,
});

const now = Date.UTC(2027, 0, 15, 8);
const proposal = {
  first: accountOf('auth0', 'ada', settingsOf(fullProfile, 'mine')),
  second: accountOf('google-oauth2', '115', settingsOf(fullProfile, 'theirs')),
  connection: { name: 'google', strategy: 'google-oauth2', label: 'Google', transport: 'auto' },
  policy: {
    allowSwap: true,
    enterpriseMustBePrimary: false,
    reservedMetadata: ['roles'],
    metadataPresets: new Map(),
  },
  nowMs: now,
  proofExpiresAtMs: now + 36_000_000,
};
