import data from '../../../../data/relations/confusions.json';
import { claimAt, type Claim, text } from '../claim';
import type { Utterance } from '../utterance';

/** "International Organization for Migration (IMO)": the abbreviation of another body follows our name. */
export function confusionClaims(utterance: Utterance): readonly Claim[] {
  const { reading, lang } = utterance;
  const right = data.abbreviation[lang];
  const subject = { concept: data.organization, by: 'name' } as const;
  const named = reading.groups.flatMap((group) =>
    group.named.filter(({ mention }) => mention.terms.some(({ entry }) => entry.concept.id === data.organization)),
  );
  return named.flatMap(({ mention: { start, end, terms }, next }): readonly Claim[] => {
    const [open, wrong, close] = reading.sentence.tokens.slice(next);
    if (open?.folded !== '(' || close?.folded !== ')' || terms[0]!.form === 'abbreviation') return [];
    if (!data.wrongAbbreviations[lang].includes(wrong!.written)) return [];
    return [
      claimAt(utterance, { first: next + 1, next: next + 2 }, subject, {
        rule: 'confused-concept',
        facts: [],
        message: { template: data.message, values: { right: text(right), wrong: text(wrong!.written) } },
        instead: [right],
        safe: true,
        evidence: [{ start, end }],
      }),
    ];
  });
}
