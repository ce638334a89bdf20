import { isJsonObject } from '../identity/json';

/** What a value tells about a person. */
export type PersonalKind = 'id' | 'email' | 'phone' | 'text';

/** A value that tells who somebody is: kept apart from plain text, so that showing it is always a decision. */
export interface Personal {
  readonly personal: PersonalKind;
  readonly value: string;
}

/** What an event may hold: plain values, and personal ones. */
export type TraceValue = string | number | boolean | null | Personal | readonly TraceValue[];

export const personal = (kind: PersonalKind, value: string): Personal => ({
  personal: kind,
  value,
});

export const isPersonal = (value: unknown): value is Personal =>
  isJsonObject(value) && value['personal'] !== undefined && value['value'] !== undefined;
