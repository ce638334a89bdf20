import type { Reply } from '../protocol/reply.ts';
import type { Exchange } from './exchange.ts';

/** One thing the tenant answers. It knows no framework, opens no port and reads no clock. */
export type Endpoint = (exchange: Exchange) => Reply | Promise<Reply>;

/** Endpoints by their method and path, such as `GET /clock`. */
export type Endpoints = Readonly<Record<string, Endpoint>>;
