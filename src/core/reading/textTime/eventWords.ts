import datedEvents from '../../../../data/words/datedEvents.json';
import { perLang } from '../../document';
import { foldKey } from '../../fold';
import { grammarOf } from '../grammar';
import type { UnitWords } from './eventUnits';

/** The words of the events that the record dates, by language. */
export const eventWords = perLang((lang) => {
  const { links, of, foundings, years } = datedEvents.words[lang];
  const { anniversaries } = grammarOf(lang).file.undatedEvents;
  const common = { links: setOf(links.split(' ')), of: setOf(of.split(' ')) };
  return {
    series: datedEvents.series.map(({ subject, alone, bodies, nouns, events }): Series => {
      const recorded = (events as readonly WrittenEvent[]).map((event) => ({
        ...event,
        places: foldAll(event.places ?? []),
      }));
      const places = recorded.flatMap((event) => event.places);
      const phrases = { nouns: foldAll(nouns[lang]), bodies: foldAll(bodies[lang]), places };
      const words = { ...common, ...phrases, foundings: setOf([]) };
      return { subject, alone, hasBody: bodies[lang].length > 0, events: recorded, words };
    }),
    anniversary: { ...common, nouns: foldAll(anniversaries), bodies: [], places: [], foundings: setOf(foundings) },
    years: setOf(years),
  };
});

type WrittenEvent = Omit<Recorded, 'places'> & Partial<Pick<Recorded, 'places'>>;

/** An event of a series, and the fact with its date. */
export interface Recorded {
  readonly fact: string;
  readonly number: number;
  readonly places: readonly string[];
}

/** A series of events of one kind. */
export interface Series {
  readonly subject: string;
  readonly alone: boolean;
  /** Whether it is that of an organ without a name of its own. */
  readonly hasBody: boolean;
  readonly events: readonly Recorded[];
  readonly words: UnitWords;
}

function foldAll(words: readonly string[]): readonly string[] {
  return words.map((word) =>
    word
      .split(' ')
      .map((each) => foldKey(each))
      .join(' '),
  );
}

function setOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map((word) => foldKey(word) || word));
}
