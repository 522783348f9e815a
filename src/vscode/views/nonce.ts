/** A value that cannot be guessed, by which a page recognizes its own script. */
export function nonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(24))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
