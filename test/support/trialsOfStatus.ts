import status from '../../data/relations/status.json';
import type { Lang } from '../../src/core/document';
import { expandBraces } from '../../src/core/termbase/braces';
import type { TrialSet } from './gridTemplates';
import type { Slots } from './trialSentence';
import type { Trial } from './trials';
import type { TrialMaker } from './trialsOfKinds';

interface FormFile {
  readonly text: string;
  readonly instead?: readonly string[];
}

const SETS: Readonly<Record<string, readonly [wrong: TrialSet, right: TrialSet]>> = {
  is: ['statusIs', 'statusRight'],
  place: ['statusPlace', 'statusRight'],
  binding: ['statusBinding', 'statusRight'],
  denied: ['statusDenied', 'statusDenied'],
  done: ['statusDone', 'statusDoneRight'],
  nominal: ['statusNominal', 'statusNominalRight'],
};

/**
 * The trials of statuses: each wording is itself the value. Right are its replacements, and the wording where it is
 * denied.
 */
export function statusTrials(lang: Lang, makerOf: (subject: string) => TrialMaker): readonly Trial[] {
  return status.relations.flatMap((relation) =>
    relation.subjects.flatMap((subject) => {
      const maker = makerOf(subject);
      return Object.entries(SETS).flatMap(([kind, [wrong, denied]]) => {
        const files = (relation as unknown as Record<string, Record<Lang, readonly FormFile[]> | undefined>)[kind];
        return (files?.[lang] ?? []).flatMap(formsOf).map(({ text, instead = [] }): Trial => {
          const textsOf = (set: TrialSet, word: string): readonly string[] => maker.texts(set, slotsOf(maker, word));
          return {
            relation: relation.id,
            subject,
            lang,
            word: text,
            texts: textsOf(wrong, text),
            // A verb changes its form.
            value: VERBS.has(kind) ? undefined : text,
            right: [
              ...instead.flatMap((each) => textsOf(wrong, each)),
              ...(kind === 'place' || kind === 'denied' ? [] : textsOf(denied, text)),
            ],
          };
        });
      });
    }),
  );
}

const VERBS: ReadonlySet<string> = new Set(['denied', 'done']);

function slotsOf(maker: TrialMaker, word: string): Slots {
  const rest = word.split(' ').slice(1).join(' ');
  return { ...maker.verbs.slotsOf(word), v: word, word, rest, key: word };
}

function formsOf(form: FormFile): readonly FormFile[] {
  const expanded = expandBraces(form);
  return typeof expanded === 'string' ? [] : expanded;
}
