import { isJsonObject } from '../json';
import { shownText } from '../text/shown-text';
import type { Receipt, ReceiptAccount } from './receipt';

/** Reads a receipt that an earlier page has kept, perhaps of an earlier version; `undefined` where it is none. */
export function readReceipt(kept: unknown): Receipt | undefined {
  if (!isJsonObject(kept)) return undefined;
  const { what, at } = kept;
  const [mine, joined, left] = [kept['kept'], kept['joined'], kept['left']].map(readAccount);
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at)) || mine === undefined) {
    return undefined;
  }
  const common = { at, kept: mine, signInMethods: textsOf(kept['signInMethods']) };
  if (what === 'unlink') return left && { what, ...common, left };
  if (what !== 'link' || joined === undefined) return undefined;
  const settings = recordOf(kept['settings']);

  return {
    what,
    ...common,
    joined,
    settings: {
      moved: recordOf(settings['moved']),
      setAside: recordOf(settings['setAside']),
      lost: textsOf(settings['lost']),
    },
  };
}

function readAccount(value: unknown): ReceiptAccount | undefined {
  if (!isJsonObject(value)) return undefined;
  const { userId, label, provider, connection } = value;
  if (typeof userId !== 'string') return undefined;

  return {
    userId,
    label: shownText(label) ?? userId,
    provider: shownText(provider) ?? '',
    connection: shownText(connection) ?? '',
  };
}

const recordOf = (value: unknown) => (isJsonObject(value) ? value : {});

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
