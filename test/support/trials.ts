import { check } from '../../src/core/check';
import { LANGS, type Lang, type Span } from '../../src/core/document';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import type { Termbase } from '../../src/core/termbase/termbase';
import { TEMPLATES, type TrialSet, type TrialTemplates } from './gridTemplates';
import { gridRelations, valuesOf, type GridRelation, type Values } from './gridValues';
import { VerbForms, articled, preferredName, sentenceOf, withArticle, type Slots } from './trialSentence';
import { trialsOfKinds } from './trialsOfKinds';
import { labelTrials, referenceTrials } from './trialsOfReferences';

/** A subject with a word of its relation, in plain sentences with a wrong value. */
export interface Trial {
  readonly relation: string;
  readonly subject: string;
  readonly lang: Lang;
  readonly word: string;
  /** Alternative wordings: the word is read if a finding is on the value in one of them. */
  readonly texts: readonly string[];
  /** `undefined` where any finding will do. */
  readonly value: string | undefined;
  /** The same wordings with the right value. */
  readonly right: readonly string[];
}

/** The trials of every relation that has words of its own: each subject with each verb and noun. */
export function trialsOf(termbase: Termbase): readonly Trial[] {
  return LANGS.flatMap((lang) => [
    ...gridRelations()
      .filter(({ kind }) => KINDS.has(kind))
      .flatMap((relation) =>
        relation.subjects.flatMap((subject) => {
          const name = preferredName(subject, lang, termbase);
          return name ? new Wording(relation, subject, withArticle(name, lang), lang, termbase).all() : [];
        }),
      ),
    ...gridRelations()
      .filter(({ kind }) => KINDS.has(kind))
      .flatMap((relation) => [...labelTrials(relation, lang, termbase), ...referenceTrials(relation, lang, termbase)]),
    ...trialsOfKinds(lang, termbase),
  ]);
}

/** What keeps a trial silent: the conditions of its last wording; `undefined` where its value is found. */
export function silenceOf({ texts, lang, value }: Trial, termbase: Termbase): readonly string[] | undefined {
  let reasons: readonly string[] = [];
  for (const text of texts) {
    const start = value === undefined ? 0 : text.toLowerCase().indexOf(value.toLowerCase());
    const end = start + (value ?? text).length;
    const isThere = (span: Span): boolean => span.start < end && start < span.end;
    const { findings, setAside } = check({ text, languageId: 'markdown', lang }, termbase, DEFAULT_OPTIONS);
    if (findings.some((each) => each.severity !== 'hint' && isThere(each))) return undefined;
    reasons = [
      ...new Set([
        ...reasons,
        ...setAside()
          .filter(isThere)
          .map(({ reason }) => reason),
      ]),
    ];
  }
  return reasons;
}

/**
 * Whether a text is reported for a fact; a hint does not count, nor does a word for what happened ("signed") in a trial
 * of another value.
 */
export function isMarked(text: string, { lang, value, word }: Trial, termbase: Termbase): boolean {
  const { findings } = check({ text, languageId: 'markdown', lang }, termbase, DEFAULT_OPTIONS);
  const isStatus = value === undefined || value === word;
  return findings.some(
    ({ rule, severity }) => severity !== 'hint' && (FACT_RULES.has(rule) || (rule === 'wrong-status' && isStatus)),
  );
}

const FACT_RULES: ReadonlySet<string> = new Set(['fact-mismatch', 'outdated-fact', 'confused-concept']);

const KINDS: ReadonlySet<string> = new Set(['date', 'place', 'count', 'body']);

class Wording {
  private readonly values: Values;
  private readonly templates: TrialTemplates;
  private readonly verbs: VerbForms;

  constructor(
    private readonly relation: GridRelation,
    private readonly subject: string,
    private readonly name: string,
    private readonly lang: Lang,
    termbase: Termbase,
  ) {
    const words = TEMPLATES[lang].relations[relation.id] ?? { set: '' };
    this.values = valuesOf(relation, words, TEMPLATES[lang], lang, subject, termbase);
    this.templates = TEMPLATES[lang].trials;
    this.verbs = new VerbForms(lang);
  }

  all(): readonly Trial[] {
    const { theme = [], agent = [], nouns = [] } = this.relation.field?.[this.lang] ?? {};
    const { kind } = this.relation;
    const isWith = this.relation.objects !== undefined;
    if (kind === 'count') {
      const verb = this.relation.recurring ? 'cycle' : 'countVerb';
      const units = this.relation.units![this.lang];
      return [
        ...[...theme, ...agent].map((word) => this.trial(word, verb)),
        ...(this.relation.recurring ? [] : units.map((unit) => this.trial(unit, 'countNoun'))),
      ];
    }
    if (kind === 'body')
      return [
        ...theme.map((word) => this.trial(word, 'bodyVerb')),
        ...nouns.map((word) => this.trial(word, 'bodyNoun')),
      ];
    if (this.values.kind === 'yearly') return [...theme, ...agent, ...nouns].map((word) => this.trial(word, 'yearly'));
    return [
      ...theme.map((word) => this.trial(word, isWith ? 'themeWith' : 'theme')),
      ...agent.map((word) => this.trial(word, isWith ? 'agentWith' : 'agent')),
      ...nouns.map((word) => this.trial(word, isWith ? 'nounWith' : 'noun')),
    ];
  }

  private trial(word: string, set: TrialSet): Trial {
    const { id, objects = EMPTY } = this.relation;
    const { wrong, right } = this.values;
    const forObjects = objects[this.lang]?.length ? objects[this.lang] : [''];
    const textsWith = (value: string): readonly string[] => {
      const texts = (this.templates.forms[word] ?? this.templates[set]).flatMap((template) =>
        (template.includes('{object}') ? forObjects : ['']).map((object) =>
          this.filled(template, word, set, object, value),
        ),
      );
      return [...new Set(texts)];
    };
    return {
      relation: id,
      subject: this.subject,
      lang: this.lang,
      word,
      texts: textsWith(wrong),
      value: wrong,
      right: right === '' ? [] : textsWith(right),
    };
  }

  private filled(template: string, word: string, set: string, object: string, value: string): string {
    const { values, lang, templates, relation } = this;
    const noun = relation.of?.[lang][0];
    const ofPart = noun && !template.includes('{of}') ? templates.of.replace('{of}', articled(noun, lang)) : '{S}';
    const slots: Slots = {
      ...this.verbs.slotsOf(word),
      S: this.name,
      v: value,
      at: TEMPLATES[lang].at[values.kind === 'yearly' ? 'day' : values.kind]?.replace('{v}', value) ?? value,
      word: (set.includes('oun') || set === 'yearly') && set !== 'countNoun' ? articled(word, lang) : word,
      unit: set === 'countNoun' ? word : (relation.units?.[lang][0] ?? ''),
      object,
      of: noun ? articled(noun, lang) : '',
    };
    const when = relation.dated ? ` ${TEMPLATES[lang].at.year!.replace('{v}', values.asOf!)}.` : '.';
    return sentenceOf(template.replace(/\{S\}/g, ofPart), slots, lang, when);
  }
}

const EMPTY: Readonly<Record<Lang, readonly string[]>> = { en: [], fr: [], es: [] };
