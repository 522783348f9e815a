/**
 * The key in `[@key]` and `\cite{key}`: the same for a source everywhere, and distinct from the keys of the document
 * itself.
 */
export function citationKey(id: string): string {
  return `migration-terms-${id}`;
}
