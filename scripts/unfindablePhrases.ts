// Finds the phrases of relations that no sentence can contain as they are compared.
import { isVerbOf, nounPhrase, verbPhrase } from '../src/core/claims/field';
import { PhraseList } from '../src/core/reading/phraseList';
import { LANGS, type Lang } from '../src/core/document';
import { formatOf } from '../src/core/prose/languages';
import { Prose } from '../src/core/prose/prose';
import { grammarOf } from '../src/core/reading/grammar';
import { Reading } from '../src/core/reading/read';
import { readSentences, type Sentence } from '../src/core/reading/sentence';
import type { Problems } from '../src/core/termbase/problem';

/** Their relations compare phrases with verbs, and with the words of noun groups, labels and sentences. */
const FILES = ['acts', 'bodies', 'counts', 'events', 'objectives', 'places'];
const VERBS: ReadonlySet<string> = new Set(['theme', 'agent']);

/** Each verb is tried in these sentences, each other phrase after a number and on its own. */
const TEMPLATES: Readonly<Record<Lang, readonly string[]>> = {
  en: ['It {} it in 1951.', 'IOM is {} by it in 1951.', 'It will {} it.'],
  fr: ["L'OIM {} en 1951.", "L'OIM est {} en 1951."],
  es: ['La OIM {} en 1951.', 'La OIM fue {} en 1951.', 'La OIM se {} en 1951.'],
};

/** Reports each phrase of a file of `data/relations` that is not found in any of the sentences made from it. */
export function checkPhrases(parsed: unknown, file: string, problems: Problems): void {
  if (!FILES.some((name) => file.endsWith(`/${name}.json`))) return;
  for (const relation of (parsed as { readonly relations?: readonly Readonly<Record<string, unknown>>[] }).relations ??
    [])
    for (const { key, place, lang, phrase } of phrasesIn(relation, `relations/${String(relation.id)}`))
      if (!(VERBS.has(key) ? isVerbFound(phrase, lang) : areWordsFound(phrase, lang)))
        problems.error(
          file,
          place,
          `No sentence can have “${phrase}”. Write a blank for a hyphen, leave out other marks, or take it out.`,
        );
}

export function isVerbFound(phrase: string, lang: Lang): boolean {
  const grammar = grammarOf(lang);
  const list = new PhraseList([phrase], verbPhrase);
  const [lemma, ...rest] = phrase.split(' ');
  return grammar.formsOf(lemma!).some(({ written }) =>
    TEMPLATES[lang]
      .flatMap((template) => sentencesIn(template.replace('{}', [written, ...rest].join(' '))))
      .map((sentence) => new Reading(grammar, sentence, []))
      .some((reading) => reading.statements.some(({ verb }) => isVerbOf(list, verb, reading))),
  );
}

/** Whether the words of a phrase follow each other in a sentence, with the marks between them or without. */
export function areWordsFound(phrase: string, lang: Lang): boolean {
  const grammar = grammarOf(lang);
  const list = new PhraseList([phrase], (each) => nounPhrase(each, grammar));
  return sentencesIn(`12 ${phrase}.`).some(({ tokens }) =>
    [tokens, tokens.filter(({ kind }) => kind === 'word')].some((some) =>
      list.isIn(some.map((token) => grammar.singularOf(token))),
    ),
  );
}

function sentencesIn(text: string): readonly Sentence[] {
  const prose = new Prose(text, formatOf('plaintext')!);
  return prose.blocks.flatMap((block) => readSentences(prose, block));
}

interface Phrase {
  readonly key: string;
  readonly place: string;
  readonly lang: Lang;
  readonly phrase: string;
}

/** The phrases that are listed by language, with the key of their list. */
function phrasesIn(value: unknown, place: string, key = '', lang?: Lang): readonly Phrase[] {
  if (typeof value === 'string') return lang ? [{ key, place, lang, phrase: value }] : [];
  if (Array.isArray(value)) return value.flatMap((each) => phrasesIn(each, place, key, lang));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => {
    const own = LANGS.find((other) => other === name);
    // A text in a language is a message or a name, not a list of phrases.
    if (own && typeof each === 'string') return [];
    return own ? phrasesIn(each, `${place}/${name}`, key, own) : phrasesIn(each, `${place}/${name}`, name, lang);
  });
}
