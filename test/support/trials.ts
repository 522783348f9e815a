import { check } from '../../src/core/check';
import { LANGS, type Lang } from '../../src/core/document';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { Inflection, type FormKind } from '../../src/core/reading/inflection';
import { grammarOf } from '../../src/core/reading/grammar';
import type { TermEntry, Termbase } from '../../src/core/termbase/termbase';
import { TEMPLATES, type TrialSet, type TrialTemplates } from './gridTemplates';
import { gridRelations, valuesOf, type GridRelation, type Values } from './gridValues';

/** A subject with a word of its relation, in plain sentences with a wrong value. */
export interface Trial {
  readonly relation: string;
  readonly subject: string;
  readonly lang: Lang;
  readonly word: string;
  /** Alternative wordings: the word is read if a finding is on the value in one of them. */
  readonly texts: readonly string[];
  readonly value: string;
}

/** The trials of every relation that has words of its own: each subject with each verb and noun. */
export function trialsOf(termbase: Termbase): readonly Trial[] {
  return LANGS.flatMap((lang) =>
    gridRelations()
      .filter(({ kind }) => KINDS.has(kind))
      .flatMap((relation) =>
        relation.subjects.flatMap((subject) => {
          const name = nameOf(subject, lang, termbase);
          return name ? new Wording(relation, subject, name, lang, termbase).all() : [];
        }),
      ),
  );
}

/** What keeps a trial silent: the conditions of its last wording; `undefined` where its value is found. */
export function silenceOf({ texts, lang, value }: Trial, termbase: Termbase): readonly string[] | undefined {
  let reasons: readonly string[] = [];
  for (const text of texts) {
    const start = text.indexOf(value);
    const isThere = (span: { readonly start: number; readonly end: number }): boolean =>
      span.start < start + value.length && start < span.end;
    const { findings, setAside } = check({ text, languageId: 'plaintext', lang }, termbase, DEFAULT_OPTIONS);
    if (findings.some((each) => each.severity !== 'hint' && isThere(each))) return undefined;
    reasons = [...new Set([...reasons, ...setAside.filter(isThere).map(({ reason }) => reason)])];
  }
  return reasons;
}

const KINDS: ReadonlySet<string> = new Set(['date', 'place', 'count', 'body']);

/** The right name that comes first, with its article. */
function nameOf(concept: string, lang: Lang, { terms }: Termbase): string | undefined {
  const own = terms.filter(({ entry, ...each }) => entry.concept.id === concept && each.lang === lang && !each.suffix);
  const isRight = ({ status, form }: TermEntry): boolean => status === 'preferred' && form !== 'abbreviation';
  const term = own.find(isRight) ?? own.find(({ status }) => status === 'preferred');
  return term && withArticle(term, lang);
}

function withArticle({ text, lang: _, gender, number, article, entry }: TermEntry, lang: Lang): string {
  if (entry.concept.kind === 'person') return text;
  if (lang === 'en') return article ? `the ${text}` : text;
  const [m, f, elided] = lang === 'fr' ? ['le ', 'la ', "l'"] : ['el ', 'la ', undefined];
  if (number === 'pl') return `${lang === 'fr' ? 'les' : gender === 'f' ? 'las' : 'los'} ${text}`;
  if (elided && /^[aeiouhéè]/i.test(text)) return elided + text;
  return `${gender === 'f' ? f : m}${text}`;
}

class Wording {
  private readonly values: Values;
  private readonly templates: TrialTemplates;
  private readonly inflection: Inflection;

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
    this.inflection = new Inflection(grammarOf(lang).file);
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
    const own = this.templates.forms[word];
    const { id, objects = EMPTY, of } = this.relation;
    const forObjects = objects[this.lang]?.length ? objects[this.lang] : [''];
    const texts = (own ?? this.templates[set]).flatMap((template) =>
      (template.includes('{object}') ? forObjects : ['']).map((object) => this.filled(template, word, set, object, of)),
    );
    return {
      relation: id,
      subject: this.subject,
      lang: this.lang,
      word,
      texts: [...new Set(texts)],
      value: this.values.wrong,
    };
  }

  private filled(template: string, word: string, set: string, object: string, of: GridRelation['of']): string {
    const { values, lang, templates } = this;
    const [lemma = '', ...rest] = word.split(' ');
    // Of the forms of the past, the simple past of the third person.
    const third = (kind: FormKind): string => {
      const all = this.inflection.formsOf(lemma).filter((each) => each.kind === kind);
      const simple =
        kind === 'past' && lang === 'es' ? all.find(({ written }) => /(?:ó|io|vo|so)$/.test(written)) : undefined;
      return (simple ?? all[0])?.written ?? lemma;
    };
    const form = (kind: FormKind): string => [third(kind), ...rest].join(' ');
    const noun = of?.[lang][0];
    const ofPart = noun && !template.includes('{of}') ? templates.of.replace('{of}', articled(noun, lang)) : '{S}';
    const presents = this.inflection
      .formsOf(lemma)
      .filter(({ kind }) => kind === 'present')
      .map(({ written }) => written);
    const slots: Record<string, string> = {
      S: this.name,
      v: values.wrong,
      at:
        TEMPLATES[lang].at[values.kind === 'yearly' ? 'day' : values.kind]?.replace('{v}', values.wrong) ??
        values.wrong,
      done: form('participle'),
      did: lang === 'fr' ? form('participle') : form('past'),
      does: [lang === 'en' ? (presents.find((each) => each.endsWith('s')) ?? lemma) : presents[0], ...rest].join(' '),
      do: [lang === 'en' ? lemma : (presents[1] ?? presents[0]), ...rest].join(' '),
      word: (set.includes('oun') || set === 'yearly') && set !== 'countNoun' ? articled(word, lang) : word,
      unit: set === 'countNoun' ? word : (this.relation.units?.[lang][0] ?? ''),
      object,
      of: noun ? articled(noun, lang) : '',
    };
    const text = template.replace('{S}', ofPart).replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? '');
    const joined = Object.entries(TEMPLATES[lang].joins).reduce(
      (all, [apart, near]) => all.replaceAll(apart, near),
      text,
    );
    const when = this.relation.dated ? ` ${TEMPLATES[lang].at.year!.replace('{v}', values.asOf!)}` : '';
    return `${joined.replace(/ +/g, ' ').replace(/^\p{Ll}/u, (first) => first.toUpperCase())}${when}.`;
  }
}

const EMPTY: Readonly<Record<Lang, readonly string[]>> = { en: [], fr: [], es: [] };

/** English templates have their article; in the other languages any article is read. */
function articled(noun: string, lang: Lang): string {
  if (lang === 'en') return noun;
  if (lang === 'fr') return /^[aeiouhéè]/i.test(noun) ? `l'${noun}` : `${/e$|ion$/.test(noun) ? 'la' : 'le'} ${noun}`;
  return `${/a$|ión$|ad$/.test(noun.split(' ')[0]!) ? 'la' : 'el'} ${noun}`;
}
