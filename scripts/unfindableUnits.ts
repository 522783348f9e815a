// Finds the units of counts that no sentence can contain as one noun group.
import { nounPhrase } from '../src/core/claims/field';
import { PhraseList } from '../src/core/reading/phraseList';
import { relationsOf, type CountRelation } from '../src/core/claims/relation';
import { isUnit } from '../src/core/claims/counts/counts';
import { LANGS, type Lang } from '../src/core/document';
import { formatOf } from '../src/core/prose/languages';
import { Prose } from '../src/core/prose/prose';
import { grammarOf } from '../src/core/reading/grammar';
import { Reading } from '../src/core/reading/read';
import { readSentences } from '../src/core/reading/sentence';
import type { Problems } from '../src/core/termbase/problem';

/** Reports each unit and loose unit of each count that is not found after a number. */
export function checkUnits(problems: Problems): void {
  for (const lang of LANGS)
    for (const relation of relationsOf(lang).counts)
      for (const key of ['units', 'looseUnits'] as const)
        for (const unit of relation.file[key][lang])
          if (!isFindable(unit, relation, lang))
            problems.error(
              'relations/counts.json',
              `relations/${relation.file.id}/${key}/${lang}`,
              `“${unit}” is not read as one noun after a number. Add it to “compounds” in data/grammar/${lang}.json, or take it out.`,
            );
}

export function isFindable(unit: string, relation: CountRelation, lang: Lang): boolean {
  const grammar = grammarOf(lang);
  const prose = new Prose(`12 ${unit}.`, formatOf('plaintext')!);
  const units = new PhraseList([unit], (phrase) => nounPhrase(phrase, grammar));
  return prose.blocks
    .flatMap((block) => readSentences(prose, block))
    .flatMap((sentence) => new Reading(grammar, sentence, []).groups)
    .some((group) => group.quantity !== undefined && isUnit(group, { ...relation, units }, grammar));
}
