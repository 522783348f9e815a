import { placeOfNote, type NoteCall, type NoteCalls } from '../surroundings/noteCalls';
import { into } from '../into';
import type { Block } from '../prose/prose';
import type { HeadingChain } from './headingChain';
import type { Part } from './part';

/** A block that calls a note, and its part. */
interface Call extends NoteCall {
  readonly home: Part;
}

/** The headings that govern the calls of notes, read on demand for the parts of one state of a document. */
export class NotePlaces {
  private readonly calls: Readonly<Record<keyof NoteCalls, ReadonlyMap<string, Call>>>;
  private readonly chains = new Map<Block, HeadingChain>();

  constructor(parts: readonly Part[]) {
    this.calls = { inText: firstCalls(parts, 'inText'), inNotes: firstCalls(parts, 'inNotes') };
  }

  /** The headings that govern the place of a note; `undefined` where nothing calls it. */
  headingsOf(label: string): HeadingChain | undefined {
    const place = placeOfNote(label, this.calls);
    return place && into(this.chains, place.block, () => place.home.headingsAbove(place.block));
  }
}

function firstCalls(parts: readonly Part[], where: keyof NoteCalls): ReadonlyMap<string, Call> {
  const first = new Map<string, Call>();
  for (const home of parts)
    for (const [label, call] of home.noteCalls[where]) into(first, label, () => ({ ...call, home }));
  return first;
}
