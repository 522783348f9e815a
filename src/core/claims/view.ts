import type { Lang } from '../document';
import { foldKey } from '../mentions/fold';
import type { Mention } from '../mentions/findMentions';
import type { ConceptKind } from '../termbase/concept';
import { clauseOf } from '../context/clauses';
import { TIME_WORDS } from '../reading/cues';
import { Phrases, type Phrase } from '../reading/phraseList';
import { phraseAt, type TokenRange } from '../context/phrases';
import type { Sentence, Token } from '../reading/sentence';
import type { Surroundings } from '../context/surroundings';
import type { Time } from '../reading/times';

/** A mention in token indexes. */
export interface Subject extends TokenRange {
  readonly mention: Mention;
}

/** A sentence as claims see it: its words, its mentions by concept, its times. */
export class SentenceView {
  readonly tokens: readonly Token[];
  private readonly subjects: readonly Subject[];

  /**
   * `foreign` are mentions of something else that is written alike: nothing is claimed of them. `taken` are words that take
   * up a mention of a sentence before.
   */
  constructor(readonly sentence: Sentence, readonly lang: Lang, readonly surroundings: Surroundings, foreign: ReadonlySet<Mention>, taken: readonly Subject[] = []) {
    this.tokens = sentence.tokens;
    // A footnote's names stand amid the sentence that it is put to, and belong to its own.
    const subjects: Subject[] = [];
    for (const mention of surroundings.mentionsIn(sentence)) {
      const place = foreign.has(mention) ? undefined : surroundings.placeOf(mention);
      if (place?.sentence === sentence) subjects.push(place);
    }
    for (const subject of taken) subjects.push(subject);
    this.subjects = subjects;
  }

  /** The mentions of things of a kind. */
  ofKind(kind: ConceptKind): readonly Subject[] {
    return this.subjects.filter(({ mention }) => mention.terms.some((term) => term.entry.concept.kind === kind));
  }

  get times(): readonly Time[] {
    return this.sentence.times;
  }

  /** "Founded in 1951, …": the year of the body's beginning, not of what the sentence goes on to tell. */
  datesFounding(time: Time): boolean {
    for (let i = Math.max(0, time.first - 4); i < time.first; i++) if (phraseAt(this.tokens, i, TIME_WORDS.founding) && !TIME_WORDS.since.has(this.tokens[i].folded)) return true;
    return false;
  }

  /** Whether a mention of something of a kind begins at a token. */
  isNamedAt(index: number, kind: ConceptKind): boolean {
    return this.ofKind(kind).some(({ first }) => first === index);
  }

  /** The mentions of a concept, misnomers included. */
  subjectsOf(concept: string): readonly Subject[] {
    let found: Subject[] | undefined;
    for (const subject of this.subjects) if (isMentionOf(subject.mention, concept)) (found ??= []).push(subject);
    return found ?? NONE;
  }

  hasSubject(concept: string): boolean {
    return this.subjects.some(({ mention }) => isMentionOf(mention, concept));
  }

  /** The subject of the concept in the same clause that is nearest to the range. */
  subjectNear(concept: string, range: TokenRange): Subject | undefined {
    const subjects = this.subjectsOf(concept);
    if (subjects.length === 0) return undefined;
    const clause = clauseOf(this.tokens, range);
    let nearest: Subject | undefined;
    for (const subject of subjects) {
      if (subject.first >= clause.first && subject.next <= clause.next && (nearest === undefined || distance(subject, range) < distance(nearest, range))) nearest = subject;
    }
    return nearest;
  }

  /** The mention that ends last before a token. */
  lastBefore(index: number): Subject | undefined {
    return this.subjects.filter(({ next }) => next <= index).sort((a, b) => b.next - a.next)[0];
  }

  /** Whether some other concept's mention stands between two ranges. */
  hasOtherBetween(a: TokenRange, b: TokenRange, concept: string): boolean {
    const from = Math.min(a.next, b.next);
    const to = Math.max(a.first, b.first);
    return this.subjects.some((subject) => subject.first >= from && subject.next <= to && !isMentionOf(subject.mention, concept));
  }

  span({ first, next }: TokenRange): { start: number; end: number } {
    return { start: this.tokens[first].start, end: this.tokens[next - 1].end };
  }
}

const NONE: readonly Subject[] = [];

export function isMentionOf({ terms }: Mention, concept: string): boolean {
  for (const term of terms) if (term.entry.concept.id === concept) return true;
  return false;
}

/** "the plan of action on the Compact", "la stratégie pour le Pacte": what is told behind the name is told of the plan. */
export function isOfAnother(tokens: readonly Token[], subject: TokenRange): boolean {
  let i = subject.first - 1;
  while (i >= 0 && /^(?:the|le|la|l|el|'|first|second|next|premier|deuxieme|prochain|primer|segundo|proximo)$/.test(tokens[i].folded)) i--;
  return i >= 1 && FOR.test(tokens[i].folded) && !/^[,;:(]$/.test(tokens[i - 1].folded);
}

const FOR = /^(?:on|for|about|under|towards?|implementing|sur|pour|concernant|para|sobre|aplicar|implementar|appliquer)$/;

/** "le plan national du Pacte a été adopté", "la loi qui traduit le Pacte a été adoptée": what happened did not happen to the name, which is told of beside the subject. */
export function isBesideSubject(tokens: readonly Token[], subject: TokenRange): boolean {
  if (tokens.slice(Math.max(0, subject.first - 2), subject.first).some(({ folded }) => OF.test(folded))) return true;
  const { first } = clauseOf(tokens, subject);
  const relative = tokens.findLastIndex(({ folded }, i) => i >= first && i < subject.first && /^(?:qui|which|that|who)$/.test(folded));
  return relative > first && !tokens.slice(relative + 1, subject.first).every(({ folded }) => /^(?:the|le|la|l|el|')$/.test(folded)) && !tokens.slice(relative, subject.first).some(({ folded }) => folded === ',');
}

const OF = /^(?:of|at|by|within|with|de|du|del|des|d|au|par|chez|avec|por|con)$/;

export function distance(a: TokenRange, b: TokenRange): number {
  return a.first >= b.next ? a.first - b.next : b.first >= a.next ? b.first - a.next : 0;
}

/** Phrases of `data/claims`, folded as tokens are. */
export function foldPhrases(list: readonly string[]): Phrases {
  return new Phrases(list.map(foldPhrase));
}

export function foldPhrase(phrase: string): Phrase {
  return foldKey(phrase).replace(/'/g, " ' ").replace(/-/g, ' - ').split(' ');
}

/** The words that the phrases begin with. */
export function firstWords(...lists: readonly Phrases[]): ReadonlySet<string> {
  return new Set(lists.flatMap(({ list }) => list.map(([first]) => first)));
}

export function foldWords(list: readonly string[]): ReadonlySet<string> {
  return new Set(list.map(foldKey));
}
