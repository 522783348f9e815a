import data from '../../../data/relations/bodies.json';
import type { Claim } from './claim';
import type { Records } from './records';
import { perLang } from '../document';
import { foldKey } from '../fold';
import type { OwnReferent } from '../reading/naming';
import { grammarOf } from '../reading/grammar';
import type { NounGroup, Range } from '../reading/nodes';
import { agentsOf, isPassive, themesOf, withOwners, type Statement } from '../reading/statement';
import { isVerbOf, nounPhrase, PhraseList } from './field';
import type { Entry } from './entries';
import { matchOf } from './labelMatch';
import type { BodyRelation } from './relation';
import type { Utterance } from './utterance';
import { text } from './claimMessage';
import { modalityAt } from './time';

/**
 * "The Network is coordinated by UNHCR", "its secretariat is hosted by the ILO": a body in a role that another body
 * has.
 */
export function bodyClaims(
  utterance: Utterance,
  relations: readonly BodyRelation[],
  records: Records,
): readonly Claim[] {
  const bodiesOf = bodiesIn(utterance);
  return relations.flatMap((relation) => {
    const others = bodiesOf(relation);
    if (others.length === 0) return [];
    const found = [
      ...utterance.reading.statements.flatMap((statement) => ofVerb(utterance, statement, relation)),
      ...utterance.reading.groups.flatMap((group) => ofNoun(utterance, group, relation)),
    ];
    return found
      .flatMap((each) => compareBody(utterance, each, others, relation, records))
      .filter((each, i, all) => all.findIndex(({ start }) => start === each.start) === i);
  });
}

/** "UN Network on Migration – secretariat: UNODC" */
export function labelledBodies(entry: Entry, relations: readonly BodyRelation[], records: Records): readonly Claim[] {
  const { utterance, from } = entry;
  // "Who coordinates the Network? UNHCR."
  if (entry.asks !== undefined && entry.asks.size > 0) return [];
  const bodiesOf = bodiesIn(utterance);
  return relations.flatMap((relation) => {
    const others = bodiesOf(relation).filter(({ first }) => first >= from);
    if (others.length === 0) return [];
    const match = matchOf(entry, relation);
    if (match?.how !== 'label') return [];
    const holders = utterance.reading.groups.filter(({ first }) => first >= from);
    return compareBody(
      utterance,
      { subject: match.subject, holders, statement: undefined, group: undefined },
      relation.file.each ? others : others.slice(0, 1),
      relation,
      records,
    );
  });
}

/** The body to which the text gives the role for a subject. */
interface FoundBody {
  readonly subject: OwnReferent;
  readonly holders: readonly NounGroup[];
  readonly statement: Statement | undefined;
  readonly group: NounGroup | undefined;
}

function ofVerb(utterance: Utterance, statement: Statement, relation: BodyRelation): readonly FoundBody[] {
  const { grammar } = utterance;
  const { verb } = statement;
  if (!verb || !isVerbOf(relation.field.theme, verb, utterance.reading)) return [];
  const themes = themesOf(statement, grammar);
  let subject = themes.map((group) => whole(utterance, group, relation)).find((each) => each !== undefined);
  // "que coordina la OIT": in French and Spanish, the subject of a relative clause may follow its verb.
  const antecedent =
    grammar.lang !== 'en' && statement.kind === 'relative' && !isPassive(statement, grammar)
      ? statement.subjects.map((group) => whole(utterance, group, relation)).find((each) => each !== undefined)
      : undefined;
  if (antecedent && statement.objects.length > 0)
    return [{ subject: antecedent, holders: statement.objects, statement, group: undefined }];
  if (!subject && verb.clitic) subject = utterance.antecedentAt(verb.clitic.first, relation);
  // "Está coordinada por la OIT"
  if (!subject && verb.passive === true && statement.omitsSubject && grammar.omitsSubjects)
    subject = utterance.antecedentAt(verb.first, relation);
  // "Coordinated by WHO, the Network brings together …"
  if (!subject && themes.length === 0 && statement.kind === 'participial' && isPassive(statement, grammar))
    subject = utterance.reading.statements
      .flatMap(({ first, subjects, objects }) => (first > statement.first ? [...subjects, ...objects] : []))
      .map((group) => whole(utterance, group, relation))
      .find((each) => each !== undefined);
  return subject ? [{ subject, holders: agentsOf(statement, grammar), statement, group: undefined }] : [];
}

/** The relation's subject as a whole, not its presence in one country. */
function whole(utterance: Utterance, group: NounGroup, relation: BodyRelation): OwnReferent | undefined {
  // "the CCCM cluster", "the work of the Network"
  const { lang } = utterance;
  const inner = group.named.length === 1 ? group.named[0] : undefined;
  const isCalled =
    inner &&
    relation.file.kinds?.[lang].some((kind) => group.words[group.words.length - 1] === foldKey(kind)) === true &&
    group.words.length - (inner.next - inner.first) === 1;
  const term = isCalled ? inner.mention.terms.find(({ entry }) => relation.concepts.has(entry.concept.id)) : undefined;
  const isWork = group.owners.length === 1 && group.words.length === 1 && wordsOf(lang).work.has(group.words[0]!);
  const own = term
    ? { kind: 'own' as const, concept: term.entry.concept.id, by: 'name' as const, mention: inner!.mention }
    : isWork
      ? utterance.own(group.owners[0], relation)
      : utterance.own(group, relation);
  return own &&
    !utterance
      .attachedTo(group)
      .some(({ roles, group: place }) => roles.has('in') && place.kind === 'noun' && place.isProper)
    ? own
    : undefined;
}

/**
 * "its coordinator is UNHCR", "the secretariat of the Network sits with …", "As coordinator of the Network, UNDP …".
 */
function ofNoun(utterance: Utterance, group: NounGroup, relation: BodyRelation): readonly FoundBody[] {
  const { grammar, reading } = utterance;
  if (!isTask(utterance, group, relation)) return [];
  const subject = ownerOf(utterance, group, relation);
  return utterance.argumentsOf(group).flatMap(({ statement, role, complement, top }): readonly FoundBody[] => {
    const owner =
      subject ??
      (role === 'object' && statement.verb?.lemmas.some((lemma) => grammar.isVerb(lemma, 'having'))
        ? statement.subjects.map((each) => whole(utterance, each, relation)).find((each) => each !== undefined)
        : undefined);
    // "one of the official languages"
    const isOne =
      top.owners.includes(group) &&
      (top.words.length === 0 || (relation.file.membership === true && top.words.length === 1)) &&
      role === 'object';
    const isTop =
      top === group || isOne || (top.owners.includes(group) && isVerbOf(relation.field.agent, statement.verb, reading));
    if (!owner || !isTop) return [];
    const found = (holders: readonly NounGroup[]): readonly FoundBody[] => [
      { subject: owner, holders: holders.filter((each) => each !== top), statement, group },
    ];
    const { verb, subjects, objects, complements } = statement;
    const placed = complements.flatMap(({ group: each, roles, first }) =>
      each.kind === 'noun' &&
      first >= group.first &&
      ['in', 'to', 'by', 'with', 'of', 'under', 'on'].some((kind) => roles.has(kind)) &&
      !roles.has('from')
        ? [each]
        : [],
    );
    const isCopula = verb?.lemmas.some((lemma) => grammar.isVerb(lemma, 'copula')) === true;
    const isHaving = verb?.lemmas.some((lemma) => grammar.isVerb(lemma, 'having')) === true;
    // "UNESCO sits on the Executive Committee", "the Executive Committee comprises UNESCO"
    if (relation.file.membership)
      return role === 'complement' || (isOne && isCopula)
        ? found(subjects)
        : role === 'subject' && isHaving
          ? found([...objects, ...placed])
          : [];
    if (role === 'complement')
      return complement && (complement.roles.has('as') || complement.roles.has('like')) ? found([...subjects]) : [];
    if (!verb) return statement.kind === 'apposition' ? found(role === 'subject' ? objects : subjects) : [];
    if (role === 'object') {
      if (isCopula) return found(subjects);
      if (!isVerbOf(relation.field.agent, verb, reading)) return [];
      return found(subjects.some((each) => utterance.own(each, relation)) ? placed : agentsOf(statement, grammar));
    }
    if (isCopula && objects.length > 0) return found(objects);
    return verb.clitic ? found(objects) : found(placed);
  });
}

/**
 * Whether a group denotes the task or the person responsible, and nothing more specific, such as the coordinator of a
 * country.
 */
function isTask(utterance: Utterance, group: NounGroup, { field }: BodyRelation): boolean {
  const own = new Set(
    group.named.flatMap(({ first, next }) => Array.from({ length: next - first }, (_, i) => first + i)),
  );
  const { plain } = wordsOf(utterance.lang);
  for (let k = 0; k < group.words.length; k++) {
    const length = field.nouns.lengthAt(group.words, k);
    if (length > 0)
      return own.size > 0 || group.words.every((word, i) => (i >= k && i < k + length) || plain.has(word));
  }
  return false;
}

/** The owner of the task, if it is the subject itself and not a group within it. */
function ownerOf(utterance: Utterance, group: NounGroup, relation: BodyRelation): OwnReferent | undefined {
  if (group.possessive === undefined) {
    const direct = group.owners.map((owner) => whole(utterance, owner, relation)).find((each) => each !== undefined);
    if (direct) return direct;
    // "dont l'OIM assure le secrétariat": the relative pronoun owns the noun through the noun's own owner.
    if (group.owners.length > 0 && !group.owners.some((owner) => isTask(utterance, owner, relation))) return undefined;
  }
  const owner = utterance.ownerOf(group, relation);
  // "The Network helps. The Coordinator is …"
  const isBare =
    owner === undefined && group.determiner === 'definite' && group.words.length === 1 && group.owners.length === 0;
  return owner === 'other'
    ? undefined
    : (owner ?? (isBare ? utterance.antecedentAt(group.first, relation) : undefined));
}

/** A known body of any kind, and where the text names it. */
interface Body extends Range {
  readonly names: readonly string[];
}

type NamesByFirst = ReadonlyMap<
  string,
  readonly { readonly words: readonly string[]; readonly written: string; readonly names: readonly string[] }[]
>;

interface Words {
  readonly plain: ReadonlySet<string>;
  readonly work: ReadonlySet<string>;
  readonly passing: PhraseList;
}

const wordsOf = perLang((lang): Words => {
  const grammar = grammarOf(lang);
  const asWords = (list: readonly string[]): ReadonlySet<string> =>
    new Set(list.flatMap((word) => nounPhrase(word, grammar)));
  return {
    plain: asWords(data.plain[lang]),
    work: asWords(data.work[lang]),
    passing: new PhraseList(data.passing[lang], (phrase) => nounPhrase(phrase, grammar)),
  };
});

const namesByFirst = new WeakMap<readonly string[], NamesByFirst>();

/** The names of bodies by their first words. Each line contains all names of one body. */
function namesOf(lines: readonly string[]): NamesByFirst {
  const known = namesByFirst.get(lines);
  if (known) return known;
  const byFirst = new Map<string, { words: string[]; written: string; names: string[] }[]>();
  for (const line of lines) {
    const all = line.split('|');
    for (const written of all) {
      const words = foldKey(written).replace(/['-]/g, ' ').split(' ').filter(Boolean);
      const same = byFirst.get(words[0]!);
      const entry = { words, written, names: all };
      if (same) same.push(entry);
      else byFirst.set(words[0]!, [entry]);
    }
  }
  for (const list of byFirst.values()) list.sort((x, y) => y.words.length - x.words.length);
  namesByFirst.set(lines, byFirst);
  return byFirst;
}

/** Finds the bodies that a sentence names for a relation. Most relations share one list of them. */
function bodiesIn(utterance: Utterance): (relation: BodyRelation) => readonly Body[] {
  const found = new Map<readonly string[], readonly Body[]>();
  return ({ file: { others = data.others } }) => {
    let bodies = found.get(others);
    if (!bodies) found.set(others, (bodies = findBodies(utterance, others)));
    return bodies;
  };
}

/** Longest names first. Abbreviations match in capitals only. */
function findBodies(
  {
    reading: {
      sentence: { tokens },
    },
  }: Utterance,
  others: readonly string[],
): readonly Body[] {
  const byFirst = namesOf(others);
  const found: Body[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (found.length > 0 && i < found[found.length - 1]!.next) continue;
    for (const { words, written, names } of byFirst.get(tokens[i]!.folded) ?? []) {
      let k = i;
      const isThere = words.every((word) => {
        while (tokens[k]?.kind === 'punctuation' && k > i && /^['-]$/.test(tokens[k]!.folded)) k++;
        return tokens[k++]?.folded === word;
      });
      if (
        !isThere ||
        (!/^\p{Lu}/u.test(tokens[i]!.written) && /^\p{Lu}/u.test(written)) ||
        (words.length === 1 && tokens[i]!.written.normalize('NFC') !== written)
      )
        continue;
      found.push({ first: i, next: k, names });
      break;
    }
  }
  return found;
}

function compareBody(
  utterance: Utterance,
  { subject, holders, statement, group }: FoundBody,
  others: readonly Body[],
  relation: BodyRelation,
  records: Records,
): readonly Claim[] {
  const fact = records.fact(relation.file.fact);
  // "Thailand is not the chair of the Bali Process": the verb says who has the role; "as its chair" presupposes it.
  const isSaid =
    statement?.verb !== undefined &&
    group !== undefined &&
    !statement.complements.some(({ group: each }) => each === group);
  if (!fact || group?.isDenied || modalityAt(utterance, isSaid ? undefined : group, statement!) !== 'asserted')
    return [];
  const rightNames = new Set(relation.file.rightNames ?? []);
  const isRight = (each: NounGroup): boolean =>
    each.named.some(({ mention }) => mention.terms.some((term) => relation.file.right.includes(term.entry.concept.id)));
  const wrong: Body[] = [];
  for (const holder of holders) {
    for (const each of withOwners(holder)) {
      const body = others.find(
        ({ first }) => first >= each.first && first < each.next && opens(utterance, each, first, relation),
      );
      if (body) {
        if (!body.names.some((name) => rightNames.has(name))) wrong.push(body);
        else if (!relation.file.each) return [];
        break;
      }
      if (isRight(each)) {
        if (!relation.file.each) return [];
        break;
      }
      // "in the hands of OHCHR"
      if (!wordsOf(utterance.lang).passing.isIn(each.words)) break;
    }
  }
  return wrong.slice(0, 1).map((body) => ({
    ...utterance.span(body),
    lang: utterance.lang,
    concept: subject.concept,
    facts: [fact.id],
    message: {
      template: relation.file.messages.body!,
      values: {
        ...(relation.file.instead ? { right: text(relation.file.instead[utterance.lang]) } : {}),
        wrong: text(withArticle(utterance, body)),
      },
    },
    rule: 'fact-mismatch' as const,
    certainty: subject.by === 'name' ? ('certain' as const) : ('likely' as const),
    severity: 'warning' as const,
    ...replacedBy(utterance, body, relation),
    safe: false,
    evidence: [],
  }));
}

/** The name of the right body with its article; empty where a contraction would have to be split. */
function replacedBy(utterance: Utterance, { first }: Body, { file }: BodyRelation): Pick<Claim, 'instead' | 'also'> {
  const { tokens } = utterance.reading.sentence;
  const { lang } = utterance;
  if (!file.instead || !file.article) return { instead: [] };
  const from = articleBefore(utterance, first);
  const before = tokens[first - 1];
  if (from === first)
    return {
      instead:
        before && (utterance.grammar.is(before, 'definite') || utterance.grammar.isContracted(before))
          ? []
          : [file.instead[lang]],
    };
  const article = file.article[lang];
  const isCapital = /^\p{Lu}/u.test(tokens[from]!.written);
  return {
    instead: [file.instead[lang]],
    also: [
      {
        start: tokens[from]!.start,
        end: tokens[first]!.start,
        newText: isCapital ? article.charAt(0).toUpperCase() + article.slice(1) : article,
      },
    ],
  };
}

/** The name of a body with the article before it, if the article is a separate word. */
function withArticle(utterance: Utterance, { first, next }: Body): string {
  const from = articleBefore(utterance, first);
  const written = utterance.textOf({ first: from, next });
  // "The Executive Committee" at the beginning of a sentence.
  return from < first ? written[0]!.toLowerCase() + written.slice(1) : written;
}

/** The start of the article before a name, if the article is a separate word; else the start of the name. */
function articleBefore(utterance: Utterance, first: number): number {
  const { tokens } = utterance.reading.sentence;
  const isArticle = (i: number): boolean =>
    tokens[i] !== undefined &&
    utterance.grammar.is(tokens[i], 'definite') &&
    utterance.grammar.rolesOf(tokens[i]) === undefined;
  return isArticle(first - 1)
    ? first - 1
    : tokens[first - 1]?.folded === "'" && isArticle(first - 2)
      ? first - 2
      : first;
}

/** Whether the name of a body opens a group, apart from its determiner. */
function opens(
  utterance: Utterance,
  { first, named }: NounGroup,
  at: number,
  { concepts, file }: BodyRelation,
): boolean {
  const { tokens } = utterance.reading.sentence;
  return (
    named.every(
      ({ mention }) =>
        !mention.terms.some(({ entry }) => concepts.has(entry.concept.id) || file.right.includes(entry.concept.id)),
    ) &&
    tokens
      .slice(first, at)
      .every(
        (token) =>
          utterance.grammar.is(token, 'definite') ||
          token.kind === 'punctuation' ||
          utterance.grammar.elided.has(token.folded),
      )
  );
}
