const ivLength = 12;

/** Encrypts a text with AES-GCM under a fresh random IV, as base64 of IV and ciphertext. */
export async function seal(key: CryptoKey, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(ivLength));
  const cipher = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    key,
    new TextEncoder().encode(text),
  );

  return base64Of(new Uint8Array([...iv, ...new Uint8Array(cipher)]));
}

/** Reverses {@link seal}; `undefined` when the text was sealed with another key or is damaged. */
export async function unseal(key: CryptoKey, sealed: string): Promise<string | undefined> {
  // Decryption fails by throwing, and a wrong key cannot be told beforehand.
  try {
    const bytes = Uint8Array.from(atob(sealed), (char) => char.charCodeAt(0));
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: bytes.subarray(0, ivLength) },
      key,
      bytes.subarray(ivLength),
    );

    return new TextDecoder().decode(plain);
  } catch {
    return undefined;
  }
}

const base64Of = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
