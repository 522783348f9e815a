import acts from '../../../../data/relations/acts.json';
import { perLang, type Lang } from '../../document';
import { grammarOf } from '../../reading/grammar';
import type { OwnReferent } from '../../reading/naming';
import type { Range } from '../../reading/nodes';
import type { Statement } from '../../reading/statement';
import { claimAt, type Claim } from '../claim';
import { text } from '../claimMessage';
import { Field, PhraseList, isNounOf, isVerbOf, nounPhrase, type FieldWords } from '../field';
import type { Records } from '../records';
import type { Relation, RelationFile } from '../relation';
import { modalityAt } from '../time';
import type { Utterance } from '../utterance';

type Words = Readonly<Record<Lang, readonly string[]>>;

/** A relation of an act and the resolution by which it was done. */
interface ActFile extends RelationFile {
  /** The fact whose value is the symbol of the resolution. */
  readonly fact: string;
  /** The words before a symbol. */
  readonly units: Words;
  /** Bodies that did not perform the act. */
  readonly rivals: Words;
}

interface ActRelation extends Relation<ActFile> {
  readonly units: PhraseList;
  readonly rivals: PhraseList;
}

const actRelationsOf = perLang((lang): readonly ActRelation[] => {
  const grammar = grammarOf(lang);
  const nouns = (words: Words | undefined): PhraseList =>
    new PhraseList(words?.[lang] ?? [], (phrase) => nounPhrase(phrase, grammar));
  return (acts.relations as unknown as readonly ActFile[]).map((file) => ({
    file,
    concepts: new Set(file.subjects),
    field: new Field(file.field[lang] as FieldWords, grammar),
    unless: nouns(file.unless),
    labels: nouns(file.labels),
    units: nouns(file.units),
    rivals: nouns(file.rivals),
  }));
});

/** "endorsed in resolution 73/151": another symbol than that of the act's resolution. */
export function actClaims(utterance: Utterance, records: Records): readonly Claim[] {
  const { reading, discourse, site, words, lang } = utterance;
  if (reading.modality !== 'asserted' || discourse.isRefuted(site)) return [];
  return actRelationsOf(lang).flatMap((relation): readonly Claim[] => {
    const [symbol, ...more] = symbolsIn(utterance, relation);
    const fact = records.fact(relation.file.fact);
    const right = /\d+\/\d+$/.exec(String(fact?.value))?.[0];
    if (!symbol || more.length > 0 || !fact || !right || symbol.text === right || relation.unless.isIn(words))
      return [];
    const subject = subjectOf(utterance, symbol, relation);
    if (!subject) return [];
    return [
      claimAt(utterance, symbol, subject, {
        facts: [fact.id],
        message: {
          template: relation.file.messages.symbol!,
          values: { right: text(right), wrong: text(symbol.text) },
        },
        instead: [right],
      }),
    ];
  });
}

interface Symbol extends Range {
  readonly text: string;
}

/** "resolution 73/195", "A/RES/73/195": the symbols of resolutions, without the words before the numbers. */
function symbolsIn({ reading, words }: Utterance, { units }: ActRelation): readonly Symbol[] {
  const { tokens } = reading.sentence;
  return tokens.flatMap(({ folded }, i) => {
    const [slash, number] = [tokens[i + 1]?.folded, tokens[i + 2]?.folded ?? ''];
    const isSymbol = /^\d{2}$/.test(folded) && slash === '/' && /^\d{1,3}$/.test(number);
    return isSymbol && units.isIn(words.slice(Math.max(0, i - BEFORE), i))
      ? [{ first: i, next: i + 3, text: `${folded}/${number}` }]
      : [];
  });
}

/** In words: "A/RES/". */
const BEFORE = 5;

/**
 * The subject of the act to which a symbol belongs: "In resolution 71/1 States decided to negotiate, and in 2018 the
 * Assembly endorsed …" has the resolution of another act.
 */
function subjectOf(utterance: Utterance, symbol: Symbol, relation: ActRelation): OwnReferent | undefined {
  const found = utterance.reading.statements.flatMap((statement) => {
    const subject = patientOf(utterance, statement, relation);
    return subject ? [{ statement, subject }] : [];
  });
  const isAsserted = utterance.reading.statements.every(
    ({ first, next, modality }) => symbol.first < first || symbol.first >= next || modality === 'asserted',
  );
  if (found.length === 0) return isAsserted ? ofNoun(utterance, relation) : undefined;
  const act = found.find(
    ({ statement }) => modalityAt(utterance, undefined, statement) === 'asserted' && !statement.verb?.negated,
  );
  if (!act) return undefined;
  const { first, next, subjects, complements } = act.statement;
  const agents = complements.flatMap(({ group, roles }) => (group.kind === 'noun' && roles.has('by') ? [group] : []));
  const isOthers = [...subjects, ...agents].some((group) =>
    relation.rivals.isIn(utterance.words.slice(group.first, group.end)),
  );
  return symbol.first >= first - 1 && symbol.first < next && !isOthers ? act.subject : undefined;
}

/** The patient of the statement's verb, if it is the subject of the relation. */
function patientOf(utterance: Utterance, statement: Statement, relation: ActRelation): OwnReferent | undefined {
  const { verb, subjects, objects } = statement;
  if (!verb || !isVerbOf(relation.field.theme, verb, utterance.reading)) return undefined;
  const own = [...subjects, ...objects].map((group) => utterance.own(group, relation, statement)).find(Boolean);
  // "l'a approuvé", "Fue respaldado por la resolución"
  const isOmitted = verb.passive === true && statement.omitsSubject && utterance.grammar.has('omitsSubjects');
  const at = verb.clitic?.first ?? (isOmitted ? verb.first : undefined);
  return own ?? (at === undefined ? undefined : utterance.antecedentAt(at, relation));
}

/** "the endorsement of the Compact", "el respaldo de la Asamblea al Pacto" */
function ofNoun(utterance: Utterance, relation: ActRelation): OwnReferent | undefined {
  const { groups } = utterance.reading;
  for (const group of groups.filter((each) => isNounOf(relation.field.nouns, each))) {
    const owner = utterance.ownerOf(group, relation);
    const next = groups.filter(({ first }) => first >= group.next && first <= group.end + NEAR);
    const own = owner === 'other' ? undefined : owner;
    const found = own ?? next.map((each) => utterance.own(each, relation)).find(Boolean);
    if (found) return found;
  }
  return undefined;
}

/** In tokens, from the noun to its complement. */
const NEAR = 6;
