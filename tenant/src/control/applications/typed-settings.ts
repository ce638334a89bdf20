import type { Client } from '../../state/config/client.ts';
import type { FormFields } from '../workbench/form.ts';

/** A setting that is typed into the form, in the dashboard's words. */
export interface TypedSetting {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly isList: boolean;
  /** What the setting is at, as the field shows it. */
  readonly current: (client: Client) => string;
  /** What is wrong with what stands in the field, in words for whoever filled it in. */
  readonly problem: (text: string) => string | undefined;
}

const addressLists = [
  ['callbacks', 'Allowed Callback URLs', 'Where a sign-in may come back to. One per line.'],
  ['allowed_logout_urls', 'Allowed Logout URLs', 'Where people may land signed out. One per line.'],
  [
    'web_origins',
    'Allowed Web Origins',
    'Whose pages may sign in silently, and ask this tenant (CORS). One per line.',
  ],
] as const;

/** Everything that is typed; the rest of the form is ticked or chosen. */
export const typedSettings: readonly TypedSetting[] = [
  ...addressLists.map(([name, label, hint]) => ({
    ...{ name, label, hint, isList: true },
    current: (client: Client) => client[name].join('\n'),
    problem: addressProblem,
  })),
  {
    ...{ name: 'lifetime', label: 'ID Token Expiration', hint: 'In seconds.', isList: false },
    current: ({ jwt_configuration: jwt }) => `${jwt.lifetime_in_seconds}`,
    problem: secondsProblem,
  },
  {
    ...{ name: 'leeway', label: 'Rotation Overlap Period', hint: 'In seconds.', isList: false },
    current: ({ refresh_token: refresh }) => `${refresh.leeway}`,
    problem: secondsProblem,
  },
];

/** The labels of the fields in which something is wrong. */
export function wrongSettings(form: FormFields): readonly string[] {
  return typedSettings
    .filter(({ name, problem }) => problem(form[name] ?? '') !== undefined)
    .map(({ label }) => label);
}

/** What a form says of a client's own settings, as the control plane takes them. */
export function settingsIn(form: FormFields): Readonly<Record<string, unknown>> {
  return {
    ...Object.fromEntries(addressLists.map(([name]) => [name, linesOf(form[name])])),
    cross_origin_authentication: form['cross_origin_authentication'] === 'on',
    jwt_configuration: { lifetime_in_seconds: Number(form['lifetime']) },
    refresh_token: {
      rotation_type: form['rotating'] === 'on' ? 'rotating' : 'non-rotating',
      leeway: Number(form['leeway']),
    },
  };
}

/** Reads what stands in a field, one address to a line; empty lines count for nothing. */
function linesOf(text = ''): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** `localhost:4200` is an address to a parser, of a scheme called `localhost`; people mean something else by it. */
const inFull = /^(?:https?:\/\/|(?!https?:)[a-z][a-z\d+.-]*:\/)/i;

function addressProblem(text: string): string | undefined {
  const wrong = linesOf(text).find((line) => !inFull.test(line) || !URL.canParse(line));

  return wrong === undefined
    ? undefined
    : `“${wrong}” is not an address. Write it in full, such as http://localhost:4200.`;
}

function secondsProblem(text: string): string | undefined {
  return /^\d{1,9}$/.test(text) ? undefined : 'Write a whole number of seconds, such as 36000.';
}
