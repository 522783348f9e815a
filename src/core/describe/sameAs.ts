/** The record that an address belongs to, by the name it has for itself; the host of any other. */
export function recordOf(address: string): string {
  const [, host, path] = /^https?:\/\/(?:www\.)?([^/?#]+)(.*)$/i.exec(address) ?? [];
  if (host === undefined) return address;
  return RECORDS.find(([domain, start]) => host.toLowerCase() === domain && path.startsWith(start))?.[2] ?? host;
}

const RECORDS: readonly (readonly [host: string, path: string, name: string])[] = [
  ['wikidata.org', '/', 'Wikidata'],
  ['eurovoc.europa.eu', '/', 'EuroVoc'],
  ['metadata.un.org', '/thesaurus/', 'UNBIS Thesaurus'],
  ['unterm.un.org', '/', 'UNTERM'],
  ['iate.europa.eu', '/', 'IATE'],
];
