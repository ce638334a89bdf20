import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, extname, join } from 'node:path';
import {
  apiOrigin,
  type AppConfig,
  readAppConfig,
  showsLock,
  tenantOrigin,
} from '../lib/app-config.ts';
import { listenOnLoopback } from './listen-on-loopback.ts';
import { lockHeaders, lockPath } from './lock-headers.ts';
import { locateFile } from './locate-file.ts';
import { cacheControl, securityHeaders } from './security-headers.ts';

export interface ServeAppOptions {
  /** The folder that `ng build` wrote. */
  readonly root: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The folder of the origin that it is served in, `/portal/` for instance; the origin itself if left out. */
  readonly base?: string;
  /** Takes the place of `config.json`, so that one build can be tried with many tenants. */
  readonly config?: AppConfig;
  /** What is answered at other paths, in JSON. */
  readonly answers?: ReadonlyMap<string, Answering>;
}

/** Answers a request to a path, in JSON. */
export type Answering = (
  request: Pick<IncomingMessage, 'headers'>,
) => Promise<{ readonly status: number; readonly body: object }>;

export interface ServedApp {
  readonly origin: string;
  close(): Promise<void>;
}

const json = 'application/json; charset=utf-8';

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': json,
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Serves the built application to this machine, with the headers it has in production. */
export async function serveApp(options: ServeAppOptions): Promise<ServedApp> {
  const { root, port, base = '/', answers = new Map<string, Answering>() } = options;
  const config = options.config ?? readAppConfig(join(root, 'config.json'));
  const server = await listenOnLoopback(port, (request, response) => {
    answer({ root, config, base, answers }, request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  });

  return { origin: `http://localhost:${server.port}`, close: () => server.close() };
}

async function answer(
  {
    root,
    config,
    base,
    answers,
  }: {
    readonly root: string;
    readonly config: AppConfig;
    readonly base: string;
    readonly answers: ReadonlyMap<string, Answering>;
  },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const nonce = randomBytes(16).toString('base64url');
  const [asked = '/'] = (request.url ?? '/').split(/[?#]/);
  const path = pathBelow(base, asked);
  const headers = headersFor(path ?? asked, config, nonce);
  const refuse = (status: number, text: string, more: Record<string, string> = {}): void => {
    response.writeHead(status, { ...headers, 'Content-Type': 'text/plain', ...more }).end(text);
  };

  if (request.method !== 'GET' && request.method !== 'HEAD') {
    refuse(405, 'Only GET and HEAD.\n', { Allow: 'GET, HEAD' });
    return;
  }

  if (`${asked}/` === base) {
    refuse(308, `The application is at ${base}\n`, { Location: base });
    return;
  }

  const answering = answers.get(asked);
  if (answering !== undefined) {
    const { status, body } = await answering(request);
    response
      .writeHead(status, { ...headers, 'Cache-Control': 'no-store', 'Content-Type': json })
      .end(JSON.stringify(body));
    return;
  }

  const file = path === undefined ? undefined : locateFile(root, path);
  if (file === undefined) {
    refuse(404, path === undefined ? `The application is at ${base}\n` : 'No such file.\n');
    return;
  }

  const body = await bodyOf(file, { config, nonce, base });
  response.writeHead(200, {
    ...headers,
    'Cache-Control': cacheControl(file),
    'Content-Length': Buffer.byteLength(body),
    'Content-Type': contentTypes[extname(file)] ?? 'application/octet-stream',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The same path as a build sees it that knows of no folder; `undefined` outside of that. */
const pathBelow = (base: string, path: string): string | undefined =>
  path.startsWith(base) ? `/${path.slice(base.length)}` : undefined;

function headersFor(path: string, config: AppConfig, nonce: string): Record<string, string> {
  const headers = securityHeaders({
    tenantOrigin: tenantOrigin(config),
    apiOrigin: apiOrigin(config),
    nonce,
    https: false,
    logoUrl: config.branding?.logoUrl ?? null,
  });
  const isLock = path === lockPath && showsLock(config);

  return isLock
    ? lockHeaders(headers, { tenantOrigin: tenantOrigin(config), clientId: config.tenant.clientId })
    : headers;
}

async function bodyOf(
  file: string,
  {
    config,
    nonce,
    base,
  }: { readonly config: AppConfig; readonly nonce: string; readonly base: string },
): Promise<string | Buffer> {
  const content = await readFile(file);
  if (basename(file) === 'config.json') return JSON.stringify(config);
  if (extname(file) !== '.html') return content;

  return content
    .toString('utf8')
    .replaceAll(/\{\{\s*nonce\s*\}\}/g, nonce)
    .replace('<base href="/', `<base href="${base}`);
}
