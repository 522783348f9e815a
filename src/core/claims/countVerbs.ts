import type { NounGroup } from '../reading/nodes';
import type { Complement, Statement } from '../reading/statement';
import { isNounOf, isVerbOf } from './field';
import type { CountRelation } from './relation';
import type { Utterance } from './utterance';
import type { FoundCount } from './compareCount';

/** A bare number or a loose unit: another word of the statement must be evidence for the relation. */
export function countOfVerb(utterance: Utterance, group: NounGroup, relation: CountRelation): FoundCount | undefined {
  for (const argument of utterance.argumentsOf(group)) {
    const { statement, role, complement, top } = argument;
    // "Ses objectifs sont au nombre de 23"
    const isNumber =
      complement?.roles.has('in') === true &&
      top.words.length === 1 &&
      utterance.grammar.isNoun(top.words[0]!, 'number') &&
      top.owners.includes(group);
    if (top !== group && !isNumber) continue;
    if (!statement.verb) {
      // "Active in 186 countries, IOM …"
      const subject =
        relation.file.within &&
        statement.kind === 'apposition' &&
        complement?.roles.has('in') &&
        statement.objects.some((each) => isNounOf(relation.field.nouns, each))
          ? utterance.subjectOf(statement, relation)
          : undefined;
      if (subject && subject !== 'other') return { subject, statement };
      continue;
    }
    if (
      complement &&
      ['from', 'for', 'against', 'between', 'by', 'since', 'during'].some((role2) => complement.roles.has(role2))
    )
      continue;
    const { verb } = statement;
    if (isVerbOf(relation.field.theme, verb, utterance.reading) && group.words.length > 0) {
      const other = [
        ...statement.subjects,
        ...statement.objects,
        ...statement.complements.map((each) => each.group),
      ].filter((each) => each !== group);
      for (const each of other)
        if (each.kind === 'noun') {
          const own = utterance.own(each, relation);
          if (own) return { subject: own, statement };
        }
    }
    // "agrupa a 172 Estados"
    const isMarked =
      utterance.grammar.omitsSubjects && complement?.roles.has('in') === true && statement.objects.length === 0;
    const isWithin = relation.file.within === true && complement?.roles.has('in') === true;
    if (
      isVerbOf(relation.field.agent, verb, utterance.reading) &&
      (role === 'object' || isMarked || isWithin) &&
      group.words.length > 0
    ) {
      const subject = utterance.subjectOf(statement, relation);
      const isLoose = relation.file.within !== true && !relation.file.rounded;
      if (subject && subject !== 'other' && !(isLoose && isOccasion(statement, complement)))
        return { subject, statement, isLoose };
    }
    // "ce qui porte à 132 le nombre des États membres"
    const counted =
      role === 'complement'
        ? statement.objects.find(
            (each) =>
              each.words.some((word) => utterance.grammar.isNoun(word, 'number')) &&
              each.owners.some(({ words }) => relation.units.lengthAt(words, 0) > 0),
          )
        : undefined;
    const stated = counted && (utterance.ownerOf(counted, relation) ?? utterance.antecedentAt(counted.first, relation));
    if (counted && stated && stated !== 'other') return { subject: stated, statement };
    const isReaching =
      verb.lemmas.some(
        (lemma) =>
          utterance.grammar.isVerb(lemma, 'having') ||
          utterance.grammar.isVerb(lemma, 'intransitive') ||
          utterance.grammar.isVerb(lemma, 'copula'),
      ) ||
      (role === 'complement' && complement?.roles.has('to') === true);
    if (!isReaching && group.words.length === 0) continue;
    // "Its membership stands at 174", "the number of Member States rose to 174".
    if (role !== 'subject')
      for (const each of [
        ...statement.subjects,
        ...(complement?.roles.has('to') ||
        complement?.roles.has('in') ||
        verb.lemmas.some((lemma) => utterance.grammar.isVerb(lemma, 'copula'))
          ? statement.objects.filter(
              (other) => other.first === group.next || other.end === group.first || complement !== undefined,
            )
          : []),
      ]) {
        // "the number of employees of IOM"
        const isNumbered =
          each.words.some((word) => utterance.grammar.isNoun(word, 'number')) &&
          each.owners.some(({ words }) => relation.units.lengthAt(words, 0) > 0);
        if (
          !isNumbered &&
          !isNounOf(relation.field.nouns, each) &&
          !each.owners.some((owner) => isNounOf(relation.field.nouns, owner))
        )
          continue;
        // "Since then, membership has grown to 174": the members belong to the topic of the text.
        const owner =
          utterance.ownerOf(each, relation) ??
          (each.words.length === 1 ? utterance.antecedentAt(each.first, relation) : undefined);
        if (owner && owner !== 'other') return { subject: owner, statement };
      }
    // "counts 173 States among its members", "173 countries are members of IOM"; not "nine became members".
    const isStanding = verb.lemmas.some(
      (lemma) => utterance.grammar.isBe(lemma) || utterance.grammar.isVerb(lemma, 'having'),
    );
    if (group.words.length > 0 && (isStanding || isVerbOf(relation.field.agent, verb, utterance.reading))) {
      for (const each of [...statement.objects, ...statement.complements.map((other) => other.group)]) {
        if (
          each.kind !== 'noun' ||
          each === group ||
          each.quantity !== undefined ||
          !isNounOf(relation.field.nouns, each)
        )
          continue;
        const owner = utterance.ownerOf(each, relation);
        if (owner && owner !== 'other') return { subject: owner, statement };
        const subject = utterance.subjectOf(statement, relation);
        if (owner === undefined && subject && subject !== 'other') return { subject, statement };
        // "173 States hold observer status with IOM"
        for (const other of statement.complements)
          if (other.group.kind === 'noun') {
            const own = utterance.own(other.group, relation);
            if (own) return { subject: own, statement };
          }
      }
    }
  }
  return undefined;
}

/** "brings together 150 States in Geneva in November": the number of attendees of an event. */
function isOccasion({ complements }: Statement, own: Complement | undefined): boolean {
  return complements.some(
    (each) =>
      each !== own &&
      (each.group.kind === 'noun'
        ? ['in', 'on', 'for', 'to'].some((role) => each.roles.has(role))
        : each.group.from.month !== undefined),
  );
}
