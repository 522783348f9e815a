import publishers from '../../../data/context/publishers.json';
import type { Source } from '../termbase/concept';

/** How good a source is to cite: published by those whose act it is, by others, or a copy, a wiki or a blog. */
export type Standing = 'official' | 'other' | 'weak';

/**
 * The sources to cite for a fact, at most two, the official ones first; none that is weaker than the best there is. All of
 * `sources` support the fact, and a note in print needs no more.
 */
export function citable(sources: readonly Source[]): readonly Source[] {
  const best = ORDER.find((standing) => sources.some((source) => standingOf(source) === standing));
  const good = sources.filter((source) => standingOf(source) === best);
  // A reader can open what has an address.
  return [...good.filter((source) => source.URL !== undefined), ...good.filter((source) => source.URL === undefined)].slice(0, MOST);
}

/** Of a document with a symbol, such as A/RES/73/195, the United Nations are the publisher, wherever the copy is. */
export function standingOf({ URL: address, number, publisher = '' }: Source): Standing {
  const host = address === undefined ? '' : hostOf(address);
  const isOf = (ends: readonly string[]): boolean => ends.some((end) => host === end || host.endsWith(`.${end}`));
  if (number !== undefined || isOf(publishers.official) || publishers.officialNames.includes(publisher)) return 'official';
  // What has neither an address nor a publisher cannot be found by a reader.
  const isNowhere = host === '' && publisher === '';
  return isNowhere || isOf(publishers.weak) || publishers.weakNames.includes(publisher) ? 'weak' : 'other';
}

const ORDER: readonly Standing[] = ['official', 'other', 'weak'];
const MOST = 2;

function hostOf(address: string): string {
  return /^https?:\/\/([^/?#:]+)/i.exec(address)?.[1].toLowerCase() ?? '';
}
