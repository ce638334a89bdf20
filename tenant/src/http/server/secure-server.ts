import type { Server } from 'node:http';
import { createServer } from 'node:https';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { fileURLToPath } from 'node:url';

import { StartError } from '../../seed/start-error.ts';
import { type CertificateFiles, ownCertificate, readCertificate } from './certificate-files.ts';

const ownFolder = fileURLToPath(new URL('../../../.certificates', import.meta.url));

/** Servers with the certificate in these files, or with the tenant's own. */
export function secureServer(host: string, files: CertificateFiles | undefined) {
  const { cert, key, certFile } =
    files === undefined ? ownCertificate(ownFolder, host, Date.now()) : readCertificate(files);

  return {
    certFile,
    newServer: (): Server => {
      try {
        const server = createServer({ cert, key });
        trustOwn(cert);

        return server;
      } catch (error) {
        throw new StartError(`${certFile} and its key are no certificate.`, { cause: error });
      }
    },
  };
}

/** Lets Actions call the tenant they run in, as the shipped one does: nobody else vouches for it. */
function trustOwn(cert: string): void {
  const trusted = getCACertificates('default');
  if (!trusted.includes(cert)) setDefaultCACertificates([...trusted, cert]);
}
