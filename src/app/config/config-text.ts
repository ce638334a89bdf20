/** More than any configuration has, in bytes. */
const limit = 1_000_000;

type ConfigText =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly code: 'config-empty' | 'config-is-a-page' | 'config-too-large' | 'config-unreadable';
    };

/** Reads the text of an answer that can be a configuration; throws when it breaks off. */
export async function textOf(response: Response): Promise<ConfigText> {
  const bytes = await bytesOf(response);
  if (bytes === undefined) return { ok: false, code: 'config-too-large' };
  const text = decoded(bytes);
  if (text === undefined) return { ok: false, code: 'config-unreadable' };
  if (text.trim() === '') return { ok: false, code: 'config-empty' };

  return /^\s*</.test(text) ? { ok: false, code: 'config-is-a-page' } : { ok: true, text };
}

/** All of it, or nothing when it is more than anybody would write. */
async function bytesOf({ body }: Response): Promise<Uint8Array | undefined> {
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) {
    chunks.push(read.value);
    size += read.value.length;
    if (size > limit) {
      await reader?.cancel();

      return undefined;
    }
  }

  return joined(chunks, size);
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }

  return bytes;
}

/** The text without its byte order mark, which also tells UTF-16, as some editors of Windows write it. */
function decoded(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
