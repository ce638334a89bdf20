import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { StartError } from '../../seed/start-error.ts';
import { type Certificate, makeCertificate } from './own-certificate.ts';

/** Where a certificate and its key lie. */
export interface CertificateFiles {
  readonly certFile: string;
  readonly keyFile: string;
}

/** A certificate, and where clients that shall trust it find it. */
export interface KeptCertificate extends Certificate {
  readonly certFile: string;
}

/** Reads a certificate that somebody else has made. */
export function readCertificate({ certFile, keyFile }: CertificateFiles): KeptCertificate {
  return { cert: readText(certFile), key: readText(keyFile), certFile };
}

/**
 * The tenant's own certificate for a host: the one of the last time, so that it has to be trusted but
 * once, or a new one when there is none or it has ended.
 */
export function ownCertificate(folder: string, host: string, nowMs: number): KeptCertificate {
  const certFile = join(folder, `${host}.pem`);
  const keyFile = join(folder, `${host}.key`);
  if (existsSync(certFile) && existsSync(keyFile)) {
    const kept = readCertificate({ certFile, keyFile });
    if (isGood(kept.cert, nowMs)) return kept;
  }
  const made = makeCertificate(host, nowMs);
  mkdirSync(folder, { recursive: true });
  writeFileSync(keyFile, made.key, { mode: 0o600 });
  writeFileSync(certFile, made.cert);

  return { ...made, certFile };
}

function isGood(cert: string, nowMs: number): boolean {
  try {
    return Date.parse(new X509Certificate(cert).validTo) > nowMs;
  } catch {
    return false;
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new StartError(`${file} cannot be read.`, { cause: error });
  }
}
