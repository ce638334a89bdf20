/** What a person sees of a second sign-in: a window, the full page, or a message with a code or a link. */
export type SignInWay = 'window' | 'fullPage' | 'code' | 'link';

/** What the rest of the application knows of a transport. */
export interface TransportKind {
  readonly way: SignInWay;
  /** Where its messages go, if it goes only with connections that send some. */
  readonly messagesTo?: readonly ('phone' | 'email')[];
}

/** One row for each transport, by its name in `config.json`. */
const transportKinds = {
  popup: { way: 'window' },
  redirect: { way: 'fullPage' },
  embedded: { way: 'code', messagesTo: ['phone', 'email'] },
  'magic-link': { way: 'link', messagesTo: ['email'] },
  lock: { way: 'window' },
} as const satisfies Readonly<Record<string, TransportKind>>;

/** How a second sign-in travels. */
export type Transport = keyof typeof transportKinds;

/** All transports, in the order of the table. */
export const allTransports = Object.keys(transportKinds) as readonly Transport[];

/** Looks up what a transport is. */
export const transportKind = (transport: Transport): TransportKind => transportKinds[transport];
