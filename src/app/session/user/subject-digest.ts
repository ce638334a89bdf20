/**
 * Makes the digest of a subject, for where the subject itself must not be readable: in this browser's storage, and in
 * the messages between tabs. `undefined` where the browser has no Web Crypto.
 */
export async function subjectDigest(subject: string): Promise<string | undefined> {
  // Absent outside secure contexts, whatever its type says.
  const subtle = (crypto as { readonly subtle?: SubtleCrypto }).subtle;
  if (subtle === undefined) return undefined;

  const bytes = await subtle.digest('SHA-256', new TextEncoder().encode(`ligature ${subject}`));

  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
