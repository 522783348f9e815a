import acts from '../../../../data/relations/acts.json';
import { perLang, type Lang } from '../../document';
import type { OwnReferent } from '../../reading/naming';
import type { Range } from '../../reading/nodes';
import { claimAt, type Claim, text } from '../claim';
import { takenUp } from '../events/things';
import { isVerbOf } from '../field';
import type { Records } from '../records';
import { relationOf, type RelationFile } from '../relation';
import { modalityAt } from '../time';
import type { Utterance } from '../utterance';

/** A relation of an act and the resolution by which it was done. */
interface ActFile extends RelationFile {
  /** The fact whose value is the symbol of the resolution. */
  readonly fact: string;
  /** The words before a symbol. */
  readonly units: Readonly<Record<Lang, readonly string[]>>;
}

const [FILE] = acts.relations as unknown as readonly [ActFile];

/** The relation of the act in a language. */
export const actRelationOf = perLang((lang) => relationOf(FILE, lang, ['units']));

type ActRelation = ReturnType<typeof actRelationOf>;

/** "endorsed in resolution 73/151": another symbol than that of the act's resolution. */
export function actClaims(utterance: Utterance, records: Records): readonly Claim[] {
  const relation = actRelationOf(utterance.lang);
  const [symbol, ...more] = symbolsIn(utterance, relation);
  const right = /\d+\/\d+$/.exec(String(records.fact(FILE.fact)?.value))?.[0];
  if (!symbol || !right || symbol.text === right) return [];
  if (more.length > 0) return utterance.setAside('open-subject') ?? [];
  if (relation.unless.isIn(utterance.words)) return utterance.setAside('other-thing') ?? [];
  const subject = subjectOf(utterance, symbol, relation);
  if (!subject) return [];
  return [
    claimAt(utterance, symbol, subject, {
      facts: [FILE.fact],
      message: { template: FILE.messages.symbol!, values: { right: text(right), wrong: text(symbol.text) } },
      instead: [right],
    }),
  ];
}

type Symbol = Range & { readonly text: string };

/** "resolution 73/195", "A/RES/73/195": the symbols of resolutions, without the words before the numbers. */
export function symbolsIn({ reading, words }: Utterance, { units }: ActRelation): readonly Symbol[] {
  const { tokens } = reading.sentence;
  return tokens.flatMap((_, i) => {
    const written = tokens.slice(i, i + 3).map(({ folded }) => folded);
    const isSymbol = /^\d{2}\/\d{1,3}$/.test(written.join('')) && units.isIn(words.slice(Math.max(0, i - BEFORE), i));
    return isSymbol ? [{ first: i, next: i + 3, text: written.join('') }] : [];
  });
}

/** In words: "A/RES/". */
const BEFORE = 5;

/**
 * The subject of the act to which a symbol belongs. "In resolution 71/1 States decided to negotiate, and in 2018 the
 * Assembly endorsed …" has the resolution of another act: the verb of the act is in the same clause.
 */
function subjectOf(utterance: Utterance, symbol: Symbol, relation: ActRelation): OwnReferent | undefined {
  const { reading } = utterance;
  const around = reading.statements.filter(({ first, next }) => symbol.first >= first - 1 && symbol.first < next);
  const isSaid = [undefined, ...around].every(
    (each) => modalityAt(utterance, undefined, each) === 'asserted' && !each?.verb?.negated,
  );
  const act = around.find(({ verb }) => isVerbOf(relation.field.theme, verb, reading));
  if (!isSaid) return utterance.setAside('not-said');
  if (!act) return undefined;
  return utterance.ownOf([...act.subjects, ...act.objects], relation, act) ?? takenUp(utterance, act, relation);
}
