import type { Lang } from '../document';
import type { AllowReason } from '../findings/finding';
import type { ConceptKind, Confidence, Section } from '../termbase/concept';

/** Every word that hovers, trees and the status speak, apart from what the termbase says itself. */
export interface Wording {
  /** Why a mention raises nothing; a whole sentence. */
  readonly allowed: Readonly<Record<AllowReason, string>>;
  readonly sections: Readonly<Record<Section, string>>;
  readonly kinds: Readonly<Record<ConceptKind, string>>;
  readonly confidence: Readonly<Record<Confidence, string>>;
  /** Labels of properties whose id does not read well by itself; {@link propertyLabel} makes the others. */
  readonly properties: Readonly<Record<string, string>>;
  readonly languages: Readonly<Record<Lang, string>>;
  readonly months: readonly string[];
  readonly since: (date: string) => string;
  readonly until: (date: string) => string;
  readonly asOf: (date: string) => string;
  readonly formerName: (period: string) => string;
  readonly currentName: (since: string) => string;
  readonly sources: string;
  readonly yearOutside: (year: string, name: string, period: string) => string;
  readonly yearCounted: (year: string) => string;
  readonly cueCounted: (text: string) => string;
  readonly othersSay: (value: string, who: string) => string;
  readonly counts: (findings: number, names: number) => string;
  readonly dataOf: (date: string) => string;
}

/** The wording in a language; English stands in for one that is not written yet. */
export function wordingIn(lang: Lang): Wording {
  return WORDINGS[lang] ?? ENGLISH;
}

const ENGLISH: Wording = {
  allowed: {
    current: 'No warning: this is a name in use today.',
    quotation: 'No warning: the words stand in quotation marks, and a quotation stays as it was said.',
    'block-quote': 'No warning: the words stand in a block quotation, which stays as it was written.',
    title: 'No warning: the name is part of a title.',
    citation: 'No warning: the name is part of a reference or citation.',
    history: 'No warning: the sentence speaks of it as a name of the past.',
    period: 'No warning: the sentence speaks of a time when this name was in use.',
    'period-nearby': 'No warning: the text around it speaks only of a time when this name was in use.',
    established: 'No warning: the name is part of an established one, such as that of a conference, a law or an archive.',
    'other-meaning': 'No warning: the abbreviation means something else here.',
    'no-anchor': 'No warning: nothing in this document shows that the abbreviation means this.',
    'term-discussed': 'No warning: the text speaks of the word itself.',
    'other-language': 'No warning: the passage is in another language.',
    ignored: 'No warning: a comment in the document says to ignore it.',
    'switched-off': 'No warning: the rule is switched off in the settings.',
  },
  sections: {
    'history-and-names': 'History and names',
    'un-integration': 'Place in the United Nations system',
    'structure-membership-leadership': 'Structure, membership and leadership',
    'mandate-and-operations': 'Mandate and operations',
    'members-and-engagement': 'Members and engagement',
    'criticism-and-debates': 'Criticism and debates',
    'contemporary-role': 'Role today',
    'global-compact': 'Global Compact for Migration',
    'un-network': 'UN Network on Migration',
    'programmes-and-tools': 'Programmes and tools',
  },
  kinds: {
    organization: 'organization', body: 'body', instrument: 'instrument', objective: 'objective', resolution: 'resolution',
    forum: 'forum', person: 'person', programme: 'programme', office: 'office', notion: 'notion',
  },
  confidence: {
    A: 'Confirmed by an official source or by two that are independent.',
    B: 'Seen in one good source; nothing seen against it.',
    C: 'Not verified: check it before you use it.',
  },
  properties: {
    'member-states': 'Member States',
    'observer-states': 'Observer States',
    head: 'Director General',
    'legal-force': 'Legal force',
    'un-status': 'Status in the UN system',
  },
  languages: { en: 'English', fr: 'French', es: 'Spanish' },
  months: [
    'January', 'February', 'March', 'April', 'May', 'June',
    'July', 'August', 'September', 'October', 'November', 'December',
  ],
  since: (date) => `since ${date}`,
  until: (date) => `until ${date}`,
  asOf: (date) => `as of ${date}`,
  formerName: (period) => `Former name, ${period}`,
  currentName: (since) => `Name in use ${since}`,
  sources: 'Sources',
  yearOutside: (year, name, period) => `${year} is outside the time of ${name} (${period})`,
  yearCounted: (year) => `${year} is the year this was judged by`,
  cueCounted: (text) => `“${text}” was counted here`,
  othersSay: (value, who) => `${who} says ${value}.`,
  counts: (findings, names) => `${plural(findings, 'finding')}, ${plural(names, 'name')}`,
  dataOf: (date) => `Data as of ${date}`,
};

const WORDINGS: Readonly<Partial<Record<Lang, Wording>>> = { en: ENGLISH };

function plural(count: number, noun: string): string {
  return `${count === 0 ? 'no' : count} ${noun}${count === 1 ? '' : 's'}`;
}
