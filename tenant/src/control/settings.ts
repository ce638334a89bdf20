import type { CheckedObject } from '../state/checked.ts';
import type { TenantState } from '../state/tenant-state.ts';
import { faultPresets, presetStatus, turnOff, turnOn } from './fault-presets.ts';

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
}

/** The settings as they are. */
export function adjustableSettings(state: TenantState): AdjustableSettings {
  const { burst, perSecond, exposeHeaders } = state.rateLimit;

  return {
    rateLimit: { burst, perSecond, exposeHeaders },
    cookiesBlocked:
      cookiePreset !== undefined && presetStatus(state.control.faults, cookiePreset).on,
    loopbackNeedsConsent: state.settings.loopbackNeedsConsent,
  };
}

/** Reads the settings that are named, checks all of them, and puts them in place. */
export function adjust(fields: CheckedObject, state: TenantState): void {
  const current = adjustableSettings(state);
  const limit = fields.object('rateLimit');
  const rateLimit = {
    burst: positive(limit, 'burst') ?? current.rateLimit.burst,
    perSecond: positive(limit, 'perSecond') ?? current.rateLimit.perSecond,
    exposeHeaders: limit.optionalFlag('exposeHeaders') ?? current.rateLimit.exposeHeaders,
  };
  limit.finish();
  const cookiesBlocked = fields.optionalFlag('cookiesBlocked') ?? current.cookiesBlocked;
  const loopbackNeedsConsent =
    fields.optionalFlag('loopbackNeedsConsent') ?? current.loopbackNeedsConsent;
  fields.finish();
  state.rateLimit = rateLimit;
  state.settings = { ...state.settings, loopbackNeedsConsent };
  if (cookiesBlocked !== current.cookiesBlocked) blockCookies(cookiesBlocked, state);
}

const cookiePreset = faultPresets.find(({ name }) => name === 'cookies-blocked');

function blockCookies(on: boolean, { control }: TenantState): void {
  if (cookiePreset === undefined) return;
  if (on) turnOn(control.faults, cookiePreset);
  else turnOff(control.faults, cookiePreset);
}

function positive(fields: CheckedObject, name: string): number | undefined {
  const value = fields.optionalNumber(name);
  if (value !== undefined && !(value > 0 && value <= 1_000_000)) {
    fields.fail(name, 'must be more than 0 and at most 1000000');
  }

  return value;
}
