/** What a person sees of a second sign-in: a window, the whole page going there, or a message whose code or link is used here. */
export type SignInWay = 'window' | 'fullPage' | 'code' | 'link';

/** What a transport is to everybody but itself. */
export interface TransportKind {
  readonly way: SignInWay;
  /** Where its messages go, if it goes only with connections that send some. */
  readonly messagesTo?: readonly ('phone' | 'email')[];
}

/** By the name that `config.json` has for it: one row for each. */
const transportKinds = {
  popup: { way: 'window' },
  redirect: { way: 'fullPage' },
  embedded: { way: 'code', messagesTo: ['phone', 'email'] },
  'magic-link': { way: 'link', messagesTo: ['email'] },
  lock: { way: 'window' },
} as const satisfies Readonly<Record<string, TransportKind>>;

/** How a second sign-in travels. */
export type Transport = keyof typeof transportKinds;

/** All of them, in the order of the table. */
export const allTransports = Object.keys(transportKinds) as readonly Transport[];

/** Looks up what a transport is. */
export const transportKind = (transport: Transport): TransportKind => transportKinds[transport];
