import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

import {
  bits,
  der,
  integer,
  objectId,
  octets,
  sequence,
  set,
  text,
  time,
  yes,
} from '../../protocol/der.ts';

/** A certificate and the key to it, both as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

const dayMs = 86_400_000;
/** Browsers take no longer one. */
const lifetimeMs = 397 * dayMs;
const ecdsaWithSha256 = sequence(objectId('1.2.840.10045.4.3.2'));

/**
 * Makes a certificate for a host of this machine, signed with its own key (RFC 5280). Whoever trusts it
 * trusts this one server: it cannot vouch for others.
 */
export function makeCertificate(host: string, nowMs: number): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(set(sequence(objectId('2.5.4.3'), text(`Local tenant at ${host}`))));
  const content = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ecdsaWithSha256,
    name,
    // A clock that is a little behind shall find it good as well.
    sequence(time(new Date(nowMs - dayMs)), time(new Date(nowMs + lifetimeMs - dayMs))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensionsFor(host))),
  );
  const signed = sequence(content, ecdsaWithSha256, bits(sign('sha256', content, privateKey)));

  return {
    cert: pem(signed),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** What the certificate is for: this host, and this machine under its own names. */
function extensionsFor(host: string): readonly Buffer[] {
  const names = [...new Set([host, 'localhost'])].map((name) => der(0x82, Buffer.from(name)));
  const loopback = [
    der(0x87, Buffer.from([127, 0, 0, 1])),
    der(0x87, Buffer.from([...Array.from({ length: 15 }, () => 0), 1])),
  ];

  return [
    sequence(objectId('2.5.29.19'), yes, octets(sequence())),
    sequence(objectId('2.5.29.15'), yes, octets(bits(Buffer.from([0x80]), 7))),
    sequence(objectId('2.5.29.37'), octets(sequence(objectId('1.3.6.1.5.5.7.3.1')))),
    sequence(objectId('2.5.29.17'), octets(sequence(...names, ...loopback))),
  ];
}

function pem(content: Buffer): string {
  const lines = content.toString('base64').match(/.{1,64}/g) ?? [];

  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
