import type { JWK } from 'jose';

import type { JsonReader } from '../../protocol/json-reader.ts';
import { defined } from '../../protocol/json.ts';
import { channelNames } from '../../state/config/channels.ts';
import { parseFaultRule } from '../../state/control/fault-rule.ts';
import type { Message } from '../../state/inbox.ts';
import { readSigningKey, type SigningKey } from '../../state/keys/signing-key.ts';
import { adjust, adjustableSettings, readAdjustments } from '../settings/settings.ts';
import { formatTimeMs, mapPart, readTimeMs, type SnapshotPart } from './snapshot-part.ts';

/** What was sent, newest first. */
export const inboxPart: SnapshotPart = {
  name: 'inbox',
  take: ({ state: { inbox } }) => inbox.messages(undefined),
  read: (snapshot) => {
    const messages = snapshot.optionalObjects('inbox').map((message) => message.whole(readMessage));

    return ({ state: { inbox } }) => {
      inbox.clear();
      for (const message of messages.toReversed()) inbox.deliver(message);
    };
  },
};

function readMessage(fields: JsonReader): Message {
  return {
    to: fields.text('to'),
    channel: fields.optionalChoice('channel', channelNames) ?? fields.fail('channel', 'is missing'),
    at: formatTimeMs(readTimeMs(fields, 'at')),
    ...defined({
      code: fields.optionalText('code'),
      link: fields.optionalText('link'),
      body: fields.optionalText('body'),
    }),
  };
}

/** The addresses whose code is always the same. */
export const fixedCodesPart = mapPart({
  name: 'fixedCodes',
  of: ({ signIns: { fixedCodes } }) => fixedCodes,
  read: (fields, to) => fields.text(to),
});

/** The rules that make requests fail, and how often they have. */
export const faultsPart: SnapshotPart = {
  name: 'faults',
  take: ({ state: { control } }) =>
    control.faults
      .list()
      .map(({ preset, rule, fired }) => ({ ...defined({ preset }), fired, rule })),
  read: (snapshot) => {
    const faults = snapshot.optionalObjects('faults').map((fault) =>
      fault.whole((fields) => ({
        ...defined({ preset: fields.optionalText('preset') }),
        fired: fields.optionalNumber('fired') ?? 0,
        rule: parseFaultRule(fields.optionalValue('rule'), fields.pathOf('rule')),
      })),
    );
    return ({ state: { control } }) => control.faults.restore(faults);
  },
};

/** How far the clock was moved. */
export const clockPart: SnapshotPart = {
  name: 'clock',
  take: ({ state: { control } }) => ({ offsetSeconds: control.clock.offsetMs / 1000 }),
  read: (snapshot) => {
    const seconds = snapshot
      .object('clock')
      .whole((clock) => clock.optionalNumber('offsetSeconds'));

    return ({ state: { control } }) => {
      control.clock.offsetMs = (seconds ?? 0) * 1000;
    };
  },
};

/** The adjusted settings. Blocked cookies are a fault, and so among the faults. */
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

/** The signing keys, so that tokens which were given out before still count. */
export const keysPart: SnapshotPart = {
  name: 'keys',
  take: ({ state: { signer } }) => signer.exportKeys(),
  read: async (snapshot) => {
    const [first, ...others] = await Promise.all(
      snapshot.optionalObjects('keys').map((key, index) => readKey(key, index, snapshot)),
    );

    return ({ state: { signer } }) => {
      if (first !== undefined) signer.replaceKeys([first, ...others]);
    };
  },
};

async function readKey(
  fields: JsonReader,
  index: number,
  snapshot: JsonReader,
): Promise<SigningKey> {
  const jwk: JWK = Object.fromEntries(fields.names().map((name) => [name, fields.text(name)]));

  return (
    (await readSigningKey(jwk)) ??
    snapshot.fail(`keys[${index}]`, 'must be a private RSA key with a kid')
  );
}
