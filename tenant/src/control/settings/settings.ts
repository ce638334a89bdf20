import type { JsonReader } from '../../protocol/json-reader.ts';
import { defined } from '../../protocol/json.ts';
import type { RateLimitSettings } from '../../state/config/seed.ts';
import { faultPresets, presetStatus, turnOff, turnOn } from '../../state/control/fault-presets.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** What is on or off while the tenant runs, in the words of the workbench. Blocked cookies are the fault of that name. */
export const switches = [
  ['cookiesBlocked', 'Silent calls come without cookies'],
  ['loopbackNeedsConsent', 'Ask for consent when the callback is on this machine'],
  [
    'allowsMagicLinkWithoutSession',
    'A magic link works in any browser, as in tenants made before 2023',
  ],
] as const;

type Switches = Readonly<Record<(typeof switches)[number][0], boolean>>;

/** What can be adjusted while the tenant runs. A reset puts it back to what the files say. */
export interface AdjustableSettings extends Switches {
  readonly rateLimit: RateLimitSettings;
}

/** The settings as they are. */
export function adjustableSettings({ config, control }: TenantState): AdjustableSettings {
  const { loopbackNeedsConsent, allowsMagicLinkWithoutSession } = config.settings;

  return {
    rateLimit: config.rateLimit,
    cookiesBlocked: cookiePreset !== undefined && presetStatus(control.faults, cookiePreset).on,
    loopbackNeedsConsent,
    allowsMagicLinkWithoutSession,
  };
}

/** Settings that a call names; the others stay as they are. */
export interface Adjustments extends Partial<Switches> {
  readonly rateLimit: Partial<RateLimitSettings>;
}

/** Reads the settings that are named and checks all of them. */
export function readAdjustments(settings: JsonReader): Adjustments {
  return settings.whole((fields) => ({
    rateLimit: fields.object('rateLimit').whole((limit) =>
      defined({
        burst: positive(limit, 'burst'),
        perSecond: positive(limit, 'perSecond'),
        exposeHeaders: limit.optionalFlag('exposeHeaders'),
      }),
    ),
    ...defined({
      cookiesBlocked: fields.optionalFlag('cookiesBlocked'),
      loopbackNeedsConsent: fields.optionalFlag('loopbackNeedsConsent'),
      allowsMagicLinkWithoutSession: fields.optionalFlag('allowsMagicLinkWithoutSession'),
    }),
  }));
}

/** Puts adjustments in place. */
export function adjust(changes: Adjustments, state: TenantState): void {
  const current = adjustableSettings(state);
  const { rateLimit, cookiesBlocked, ...settings } = { ...current, ...changes };
  state.config.rateLimit = { ...current.rateLimit, ...rateLimit };
  state.config.settings = { ...state.config.settings, ...settings };
  if (cookiesBlocked !== current.cookiesBlocked) blockCookies(cookiesBlocked, state);
}

const cookiePreset = faultPresets.find(({ name }) => name === 'cookies-blocked');

function blockCookies(on: boolean, { control }: TenantState): void {
  if (cookiePreset === undefined) return;
  if (on) turnOn(control.faults, cookiePreset);
  else turnOff(control.faults, cookiePreset);
}

function positive(fields: JsonReader, name: string): number | undefined {
  const value = fields.optionalNumber(name);
  if (value !== undefined && !(value > 0 && value <= 1_000_000)) {
    fields.fail(name, 'must be more than 0 and at most 1000000');
  }

  return value;
}
