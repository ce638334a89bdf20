import { defined } from '../../protocol/defined.ts';
import type { JsonReader } from '../../protocol/json-reader.ts';
import { parseFaultRule } from '../../state/control/fault-rule.ts';
import { adjust, adjustableSettings, readAdjustments } from '../settings/settings.ts';
import type { SnapshotPart } from './snapshot-part.ts';

/** The rules that make requests fail, and how often they have. */
export const faultsPart: SnapshotPart = {
  name: 'faults',
  take: ({ state: { control } }) =>
    control.faults
      .list()
      .map(({ preset, rule, fired }) => ({ ...defined({ preset }), fired, rule })),
  read: (snapshot) => {
    const faults = snapshot.optionalObjects('faults').map((fields, index) => {
      const fault = {
        ...defined({ preset: fields.optionalText('preset') }),
        fired: fields.optionalNumber('fired') ?? 0,
        rule: parseFaultRule(fields.optionalValue('rule'), `snapshot.faults[${index}].rule`),
      };
      fields.finish();

      return fault;
    });

    return ({ state: { control } }) => control.faults.restore(faults);
  },
};

/** How far the clock was moved. */
export const clockPart: SnapshotPart = {
  name: 'clock',
  take: ({ state: { control } }) => ({ offsetSeconds: control.clock.offsetMs / 1000 }),
  read: (snapshot) => {
    const clock = snapshot.object('clock');
    const offsetMs = (clock.optionalNumber('offsetSeconds') ?? 0) * 1000;
    clock.finish();

    return ({ state: { control } }) => control.clock.moveTo(offsetMs);
  },
};

/** The addresses whose code is always the same. */
export const fixedCodesPart: SnapshotPart = {
  name: 'fixedCodes',
  take: ({
    state: {
      signIns: { fixedCodes },
    },
  }) => Object.fromEntries(fixedCodes),
  read: (snapshot) => {
    const codes = textsOf(snapshot.object('fixedCodes'));

    return ({
      state: {
        signIns: { fixedCodes },
      },
    }) => {
      fixedCodes.clear();
      for (const [to, code] of codes) fixedCodes.set(to, code);
    };
  },
};

/** What was adjusted. Blocked cookies are a fault, and so among the faults. */
export const settingsPart: SnapshotPart = {
  name: 'settings',
  take: ({ state }) => {
    const { rateLimit, loopbackNeedsConsent, allowsMagicLinkWithoutSession } =
      adjustableSettings(state);

    return { rateLimit, loopbackNeedsConsent, allowsMagicLinkWithoutSession };
  },
  read: (snapshot) => {
    const changes = readAdjustments(snapshot.object('settings'));

    return ({ state }) => adjust(changes, state);
  },
};

function textsOf(fields: JsonReader): readonly (readonly [string, string])[] {
  return fields.names().map((name) => [name, fields.text(name)]);
}
