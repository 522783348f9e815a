/** The prefix of ids if no base is given: the project has no web address to host them. */
export const DEFAULT_BASE = 'urn:x-migration-terms:';

/**
 * Explains why a text cannot be the prefix of linked-data ids, in a sentence that includes the repair; `undefined`
 * where it can.
 */
export function whyNoBase(base: string): string | undefined {
  if (!/^(?:https?:\/\/[^/?#\s]|urn:[a-z0-9][a-z0-9-]{1,30}:)/i.test(base)) {
    return `"${base}" is no address that an id can begin with. Write one such as https://example.org/terms/.`;
  }
  if (/[\s\0-\x1f\x7f-\x9f<>{}"`|\\^]/.test(base)) {
    return `"${base}" has a character that no address may hold. Write it as %XX or leave it out.`;
  }
  // The id of a concept follows immediately.
  if (!/[/#:=]$/.test(base)) return `"${base}" must end with / or #, as the id of a concept follows it.`;
  return undefined;
}
