import { isEmailAddress } from '../people/attribute-limits.ts';
import type { Directory, Holding } from '../people/directory.ts';
import type { Profile } from '../people/user.ts';

export const channelNames = ['sms', 'email'] as const;

export type ChannelName = (typeof channelNames)[number];

/** By what a message reaches somebody, and what an account is known by there. */
export interface Channel {
  readonly name: ChannelName;
  readonly label: string;
  /** The attribute that holds the address. */
  readonly attribute: 'email' | 'phone_number';
  readonly carriesLinks: boolean;
  readonly profileOf: (address: string, isVerified: boolean) => Profile;
  /** Reads what was typed in the form that addresses are kept in; `undefined` if it is none. */
  readonly parse: (text: string) => string | undefined;
  readonly find: (users: Directory, connection: string, address: string) => Holding | undefined;
}

/** The ways of a code, each with its attribute (contract §4.1). */
export const channels: Readonly<Record<ChannelName, Channel>> = {
  sms: {
    name: 'sms',
    label: 'SMS',
    attribute: 'phone_number',
    carriesLinks: false,
    profileOf: (phone_number, phone_verified) => ({ phone_number, phone_verified }),
    parse: (text) => (/^\+[0-9]{1,15}$/.test(text) ? text : undefined),
    find: (users, connection, address) => users.findByPhone(connection, address),
  },
  email: {
    name: 'email',
    label: 'E-mail',
    attribute: 'email',
    carriesLinks: true,
    profileOf: (email, email_verified) => ({ email, email_verified }),
    parse: (text) => {
      const email = text.trim().toLowerCase();

      return isEmailAddress(email) ? email : undefined;
    },
    find: (users, connection, address) => users.findByEmail(connection, address),
  },
};
