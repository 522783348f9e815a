import type { Block } from '../prose/prose';
import type { Readings } from './readings';
import { nameOf, sortOf, sortOfKind, type OwnReferent, type Referent, type Sort } from './naming';
import type { NounGroup } from './nodes';
import type { Reading } from './read';
import { withOwners } from './statement';
import type { SentenceSite, Text, Wanted } from './text';

/**
 * The topic of a table, a list or a labelled line: the referent of its caption, of the line that opens it, or of the
 * nearest heading. `other` where that is something else of the same sort.
 */
export function topicOf(
  block: Block,
  wanted: Wanted,
  discourse: Referents,
  text: Text,
): OwnReferent | 'other' | undefined {
  for (const title of titlesOf(block, discourse, text)) {
    const topic = topicIn(title.block, wanted, discourse, title.text);
    if (topic) return topic;
  }
  return undefined;
}

/** The readings of a text, and the referents of its words. */
interface Referents extends Readings {
  refer(group: NounGroup, site: SentenceSite, wanted: Wanted): Referent;
}

/** The captions, opening lines and headings of a table, a list or a labelled line, nearest first. */
export function* titlesOf(
  block: Block,
  readings: Readings,
  home?: Text,
): Generator<{ readonly text: Text; readonly block: Block }> {
  let level = Infinity;
  let isNear = true;
  for (const { text, block: current, isFirst } of readings.blocksBefore(block, home)) {
    const isTitle = isFirst || current.kind === 'metadata';
    if (current.kind === 'heading') {
      isNear = false;
      if (current.level >= level) continue;
      // "## How many countries belong to it?" continues from the preceding question.
      if (isNamelessQuestion(current, text, readings)) {
        level = current.level + 1;
        continue;
      }
      level = current.level;
    } else if (current.kind === 'caption') {
      if (!isNear) continue;
    } else if (current.kind === block.kind && current.kind !== 'paragraph') continue;
    else if (!(isTitle || (isNear && current.kind === 'paragraph')) || !opensList(current, isTitle, text)) {
      if (current.kind !== 'paragraph' || !isLabelled(current, text)) isNear = false;
      continue;
    }
    yield { text, block: current };
  }
}

/** The question that a block answers, if the preceding block consists of a question. */
export function questionAbove(block: Block, readings: Readings): Reading | undefined {
  const [above] = readings.blocksBefore(block);
  const [only, ...others] = above ? above.text.sentencesOf(above.block) : [];
  const reading = only && others.length === 0 ? readings.readingIn(above!.text, only) : undefined;
  return reading?.modality === 'asked' ? reading : undefined;
}

/**
 * Whether a heading asks about something that it does not name: "How many members has it?", "Does it belong to the UN?"
 */
export function isNamelessQuestion(heading: Block, text: Text, readings: Pick<Readings, 'readingIn'>): boolean {
  const isNamed = text.firstMentionIn(heading) !== undefined;
  return text.sentencesOf(heading).some((sentence) => {
    const {
      groups,
      nodes,
      modality,
      grammar,
      statements: [main],
    } = readings.readingIn(text, sentence);
    if (modality !== 'asked') return false;
    const first = nodes.find((node): node is NounGroup => node.kind === 'noun');
    if (first?.pronoun === 'thing' || (main?.omitsSubject && grammar.omitsSubjects && main.objects.length === 0))
      return true;
    const opens = (at: number): boolean => sentence.tokens.slice(0, at).every(({ kind }) => kind !== 'word');
    // "États" and "the Director General" are capitalized, and so is the first word of the question; they are not names.
    return (
      !isNamed &&
      groups.every(
        ({ isProper, pronoun, head, first: at, words }) =>
          !isProper ||
          opens(at) ||
          pronoun !== undefined ||
          head < 0 ||
          grammar.isPlural(sentence.tokens[head]!) ||
          words.some((word) => grammar.isNoun(word, 'person')),
      )
    );
  });
}

/** In tokens: the maximal length of the head of an entry. */
const MOST_HEAD = 16;

/** The name that is the whole first sentence of an entry: "**IOM.** Founded in 1951." */
export function headOfEntry(opening: Reading, wanted: Wanted): OwnReferent | undefined {
  const [only, ...rest] = opening.nodes.filter(({ kind }) => kind === 'noun' || kind === 'verb');
  const head =
    only?.kind === 'noun' && rest.length === 0 && opening.sentence.tokens.length <= MOST_HEAD
      ? nameOf(only, opening)
      : undefined;
  return head && wanted.concepts.has(head.concept) ? { ...head, by: 'reference' } : undefined;
}

/**
 * The same as {@link topicOf}, where the topic is one of the wanted subjects; for a paragraph only if its own heading
 * names it.
 */
export function ownTopicOf(block: Block, wanted: Wanted, discourse: Referents, text: Text): OwnReferent | undefined {
  if (block.kind === 'paragraph') {
    const above = [...discourse.blocksBefore(block, text)].find(({ block: { kind } }) => kind === 'heading');
    if (
      !above?.text
        .mentionsIn(above.block)
        .some(({ terms }) => terms.some(({ entry }) => wanted.concepts.has(entry.concept.id)))
    )
      return undefined;
  }
  const topic = topicOf(block, wanted, discourse, text);
  return topic === 'other' ? undefined : topic;
}

function topicIn(block: Block, wanted: Wanted, discourse: Referents, text: Text): OwnReferent | 'other' | undefined {
  const others = new Set<Sort>();
  for (const sentence of text.sentencesOf(block)) {
    const reading = discourse.readingIn(text, sentence);
    const site: SentenceSite = { block, index: 0, reading, text };
    const tops = reading.nodes.flatMap((node) => (node.kind === 'noun' ? [node] : []));
    const asked = reading.modality === 'asked' ? subjectAsked(reading, site, wanted, discourse) : undefined;
    if (asked) return asked;
    let found: OwnReferent | undefined;
    for (const top of tops) {
      for (const group of withOwners(top)) {
        const referent = discourse.refer(group, site, wanted);
        if (referent.kind === 'own') {
          // "the Cairo office of IOM" is a part of the body.
          if (group !== top && isPart(top, reading)) return 'other';
          found ??= referent;
        } else if (referent.kind === 'other' && !isGeneric(group, reading)) {
          const name = nameOf(group, reading);
          others.add(name ? sortOfKind(name.mention.terms[0]!.entry.concept.kind) : sortOf(group, reading));
        }
      }
      if (
        top.named.length > 0 &&
        nameOf(top, reading) === undefined &&
        top.named.some(({ mention }) => wanted.concepts.has(mention.terms[0]!.entry.concept.id))
      ) {
        if (isPart(top, reading) || reading.grammar.lang !== 'en') return 'other';
        const { mention } = top.named[0]!;
        found ??= { kind: 'own', concept: mention.terms[0]!.entry.concept.id, by: 'name', mention };
      }
    }
    if (found)
      return others.has(sortOfKind(found.mention.terms[0]!.entry.concept.kind))
        ? 'other'
        : { ...found, by: 'reference' };
  }
  others.delete('thing');
  return others.size > 0 ? 'other' : undefined;
}

/** "Fact sheet of an agency: IOM": a common noun for the name next to it. */
function isGeneric({ isProper, named, determiner, head }: NounGroup, { grammar, sentence }: Reading): boolean {
  return (
    !isProper &&
    named.length === 0 &&
    (determiner === 'none' || determiner === 'indefinite') &&
    head >= 0 &&
    grammar.nounClassesOf(sentence.tokens[head]!)?.has('organization') === true
  );
}

/** "When did IOM join the UN system?": the subject of a question. */
function subjectAsked(
  reading: Reading,
  site: SentenceSite,
  wanted: Wanted,
  discourse: Referents,
): OwnReferent | undefined {
  const subjects = reading.statements.flatMap((statement) =>
    statement.kind === 'main' && statement.subjects.length === 1 ? statement.subjects : [],
  );
  const named = subjects.filter(({ named: names, isProper }) => names.length > 0 || isProper);
  const own = named.length === 1 ? discourse.refer(named[0]!, site, wanted) : undefined;
  return own?.kind === 'own' && own.by === 'name' ? { ...own, by: 'reference' } : undefined;
}

function isPart({ head, words }: NounGroup, { grammar, sentence }: Reading): boolean {
  if (head < 0) return false;
  const classes = grammar.nounClassesOf(sentence.tokens[head]!);
  return (
    classes !== undefined &&
    (['office', 'part', 'plan', 'draft', 'otherOrganization', 'otherInstrument'] as const).some((kind) =>
      classes.has(kind),
    ) &&
    words.length > 0
  );
}

/** Whether a block is a short line before a list, or a title. */
function opensList({ start, end }: Block, isTitle: boolean, { prose }: Text): boolean {
  const text = prose.text.slice(start, end).trimEnd();
  return text.length < 160 && (isTitle ? !text.endsWith('.') : text.endsWith(':'));
}

function isLabelled(block: Block, text: Text): boolean {
  return (
    text
      .sentencesOf(block)[0]
      ?.tokens.slice(0, 12)
      .some(({ folded }) => folded === ':') === true
  );
}
