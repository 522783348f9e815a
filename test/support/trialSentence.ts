import type { Lang } from '../../src/core/document';
import { grammarOf } from '../../src/core/reading/grammar';
import { Inflection, type FormKind } from '../../src/core/reading/inflection';
import type { TermEntry, Termbase } from '../../src/core/termbase/termbase';
import { TEMPLATES } from './gridTemplates';

/** The slots of a template, by name; one without text is left empty. */
export type Slots = Readonly<Record<string, string>>;

/** A sentence of a template: slots filled, contractions and elisions applied, a capital and a dot. */
export function sentenceOf(template: string, slots: Slots, lang: Lang, end = '.'): string {
  const text = template.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? '');
  const joined = Object.entries(TEMPLATES[lang].joins).reduce(
    (all, [apart, near]) => all.replaceAll(apart, near),
    text,
  );
  return joined.replace(/ +/g, ' ').replace(/(?:^|\n\n)\p{Ll}/gu, (first) => first.toUpperCase()) + end;
}

/** The right name that comes first. */
export function preferredName(concept: string, lang: Lang, { terms }: Termbase): TermEntry | undefined {
  const own = terms.filter(({ entry, ...each }) => entry.concept.id === concept && each.lang === lang && !each.suffix);
  const isRight = ({ status, form }: TermEntry): boolean => status === 'preferred' && form !== 'abbreviation';
  return own.find(isRight) ?? own.find(({ status }) => status === 'preferred');
}

export function withArticle({ text, gender, number, article, entry }: TermEntry, lang: Lang): string {
  if (entry.concept.kind === 'person') return text;
  if (lang === 'en') return article ? `the ${text}` : text;
  const [m, f, elided] = lang === 'fr' ? ['le ', 'la ', "l'"] : ['el ', 'la ', undefined];
  if (number === 'pl') return `${lang === 'fr' ? 'les' : gender === 'f' ? 'las' : 'los'} ${text}`;
  if (elided && /^[aeiouhéè]/i.test(text)) return elided + text;
  return `${gender === 'f' ? f : m}${text}`;
}

/** English templates have their article; in the other languages any article is read. */
export function articled(noun: string, lang: Lang): string {
  if (lang === 'en') return noun;
  if (lang === 'fr') return /^[aeiouhéè]/i.test(noun) ? `l'${noun}` : `${/e$|ion$/.test(noun) ? 'la' : 'le'} ${noun}`;
  return `${/a$|ión$|ad$/.test(noun.split(' ')[0]!) ? 'la' : 'el'} ${noun}`;
}

/** The forms of a verb phrase that templates use. */
export class VerbForms {
  private readonly inflection: Inflection;

  constructor(private readonly lang: Lang) {
    this.inflection = new Inflection(grammarOf(lang).file);
  }

  /** `{done}`, `{did}`, `{does}` and `{do}`. */
  slotsOf(phrase: string): Slots {
    const { lang, inflection } = this;
    const [lemma = '', ...rest] = phrase.split(' ');
    const forms = inflection.formsOf(lemma);
    const presents = forms.filter(({ kind }) => kind === 'present').map(({ written }) => written);
    // Of the forms of the past, the simple past of the third person.
    const third = (kind: FormKind): string => {
      const all = forms.filter((each) => each.kind === kind);
      const simple =
        kind === 'past' && lang === 'es' ? all.find(({ written }) => /(?:ó|io|vo|so)$/.test(written)) : undefined;
      return [(simple ?? all[0])?.written ?? lemma, ...rest].join(' ');
    };
    return {
      done: third('participle'),
      did: third(lang === 'fr' ? 'participle' : 'past'),
      does: [lang === 'en' ? (presents.find((each) => each.endsWith('s')) ?? lemma) : presents[0], ...rest].join(' '),
      do: [lang === 'en' ? lemma : (presents[1] ?? presents[0]), ...rest].join(' '),
    };
  }
}
