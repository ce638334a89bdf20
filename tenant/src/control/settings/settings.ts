import { defined } from '../../protocol/defined.ts';
import type { JsonReader } from '../../protocol/json-reader.ts';
import { faultPresets, presetStatus, turnOff, turnOn } from '../../state/control/fault-presets.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** What can be adjusted while the tenant runs. A reset puts it back to what the files say. */
export interface AdjustableSettings {
  /** How many Management calls the tenant takes: a bucket, and what flows into it each second. */
  readonly rateLimit: {
    readonly burst: number;
    readonly perSecond: number;
    readonly exposeHeaders: boolean;
  };
  /** Whether silent and cross-origin calls come without cookies; the fault of that name. */
  readonly cookiesBlocked: boolean;
  /** Whether people are asked for consent, as at a real tenant when the callback is on localhost. */
  readonly loopbackNeedsConsent: boolean;
  /** Whether a magic link works in any browser, as in tenants made before 2023. */
  readonly allowsMagicLinkWithoutSession: boolean;
}

/** The settings as they are. */
export function adjustableSettings(state: TenantState): AdjustableSettings {
  const { burst, perSecond, exposeHeaders } = state.config.rateLimit;

  return {
    rateLimit: { burst, perSecond, exposeHeaders },
    cookiesBlocked:
      cookiePreset !== undefined && presetStatus(state.control.faults, cookiePreset).on,
    loopbackNeedsConsent: state.config.settings.loopbackNeedsConsent,
    allowsMagicLinkWithoutSession: state.config.settings.allowsMagicLinkWithoutSession,
  };
}

/** Settings that a call names; the others stay as they are. */
export interface Adjustments {
  readonly rateLimit: Partial<AdjustableSettings['rateLimit']>;
  readonly cookiesBlocked?: boolean;
  readonly loopbackNeedsConsent?: boolean;
  readonly allowsMagicLinkWithoutSession?: boolean;
}

/** Reads the settings that are named and checks all of them. */
export function readAdjustments(fields: JsonReader): Adjustments {
  const limit = fields.object('rateLimit');
  const rateLimit = defined({
    burst: positive(limit, 'burst'),
    perSecond: positive(limit, 'perSecond'),
    exposeHeaders: limit.optionalFlag('exposeHeaders'),
  });
  limit.finish();
  const flags = defined({
    cookiesBlocked: fields.optionalFlag('cookiesBlocked'),
    loopbackNeedsConsent: fields.optionalFlag('loopbackNeedsConsent'),
    allowsMagicLinkWithoutSession: fields.optionalFlag('allowsMagicLinkWithoutSession'),
  });
  fields.finish();

  return { rateLimit, ...flags };
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
