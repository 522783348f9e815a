/** The name of the database to which an address belongs; the host for an unknown one. */
export function recordOf(address: string): string {
  const [, host, path] = /^https?:\/\/(?:www\.)?([^/?#]+)(.*)$/i.exec(address) ?? [];
  if (host === undefined) return address;
  return RECORDS.find(([domain, start]) => host.toLowerCase() === domain && path!.startsWith(start))?.[2] ?? host;
}

const RECORDS: readonly (readonly [host: string, path: string, name: string])[] = [
  ['wikidata.org', '/', 'Wikidata'],
  ['eurovoc.europa.eu', '/', 'EuroVoc'],
  ['metadata.un.org', '/thesaurus/', 'UNBIS Thesaurus'],
  ['unterm.un.org', '/', 'UNTERM'],
  ['iate.europa.eu', '/', 'IATE'],
];
