import type { PutBackRequest } from '../../identity/settings/set-aside';

/** What a second sign-in was begun for. Its answer is used for nothing else. */
export type SignInPurpose = LinkPurpose | PutBackPurpose;

/** The purpose of this kind. */
export type PurposeOf<Kind extends SignInPurpose['kind']> = Extract<SignInPurpose, { kind: Kind }>;

/** The account is linked with the first person's. */
export interface LinkPurpose {
  readonly kind: 'link';
  /** Where the person signs in. */
  readonly connection: string;
}

/** The account gets back what the first person's has set aside of it. */
export interface PutBackPurpose extends Pick<PutBackRequest, 'holder' | 'owner' | 'key'> {
  readonly kind: 'putBack';
  readonly connection: string;
}
