import publishers from '../../../data/words/publishers.json';
import type { Source } from '../termbase/concept';

/** The quality of a source: published by the body whose act it is, by others, or a copy, a wiki or a blog. */
export type Reliability = 'official' | 'other' | 'weak';

/**
 * The sources to cite for a fact: at most two, all of the best reliability among them. All of `sources` support the
 * fact, and a printed note needs no more.
 */
export function citable(sources: readonly Source[]): readonly Source[] {
  const best = ORDER.find((reliability) => sources.some((source) => reliabilityOf(source) === reliability));
  const good = sources.filter((source) => reliabilityOf(source) === best);
  // Sources with an address come first, because a reader can open them.
  return [
    ...good.filter((source) => source.URL !== undefined),
    ...good.filter((source) => source.URL === undefined),
  ].slice(0, MOST);
}

/**
 * The reliability of a source. A document with a symbol, such as A/RES/73/195, is published by the United Nations,
 * wherever the copy is.
 */
export function reliabilityOf({ URL: address, number, publisher = '' }: Source): Reliability {
  const host = address === undefined ? '' : hostOf(address);
  const isOf = (ends: readonly string[]): boolean => ends.some((end) => host === end || host.endsWith(`.${end}`));
  if (number !== undefined || isOf(publishers.official) || publishers.officialNames.includes(publisher))
    return 'official';
  // A reader cannot find a source that has neither an address nor a publisher.
  const isNowhere = host === '' && publisher === '';
  return isNowhere || isOf(publishers.weak) || publishers.weakNames.includes(publisher) ? 'weak' : 'other';
}

const ORDER: readonly Reliability[] = ['official', 'other', 'weak'];
const MOST = 2;

function hostOf(address: string): string {
  return /^https?:\/\/([^/?#:]+)/i.exec(address)?.[1]!.toLowerCase() ?? '';
}
