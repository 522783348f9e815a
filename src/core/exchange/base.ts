/** What ids begin with where no base is given: the project has no address on the web that could hold them. */
export const DEFAULT_BASE = 'urn:x-migration-terms:';

/** Why a text cannot begin the ids of linked data, as a sentence with the repair; `undefined` where it can. */
export function whyNoBase(base: string): string | undefined {
  if (!/^(?:https?:\/\/[^/?#\s]|urn:[a-z0-9][a-z0-9-]{1,30}:)/i.test(base)) {
    return `"${base}" is no address that an id can begin with. Write one such as https://example.org/terms/.`;
  }
  if (/[\s\0-\x1f\x7f-\x9f<>{}"`|\\^]/.test(base)) {
    return `"${base}" has a character that no address may hold. Write it as %XX or leave it out.`;
  }
  // The id of a concept follows at once.
  if (!/[/#:=]$/.test(base)) return `"${base}" must end with / or #, as the id of a concept follows it.`;
  return undefined;
}
