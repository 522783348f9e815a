import { check } from '../../src/core/check';
import { LANGS, type Lang } from '../../src/core/document';
import type { Finding } from '../../src/core/finding';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import {
  BLOCK_SHAPES,
  MAIN_SHAPES,
  MODALITIES,
  SHAPES,
  SIDE_SHAPES,
  TEMPLATES,
  type Modality,
  type RelationWords,
  type Shape,
  type Template,
  type Templates,
} from './gridTemplates';
import { gridRelations, valuesOf, type GridRelation, type Values } from './gridValues';
import { recordOfTests } from './recordOfTests';

/** `foreign` is the wrong value said of another body, with the subject of the relation named beside it. */
export type Utterance = 'right' | 'wrong' | 'foreign';

/** One text of the grid. */
export interface Cell {
  readonly relation: string;
  readonly lang: Lang;
  readonly shape: Shape;
  readonly modality: Modality;
  readonly utterance: Utterance;
  readonly text: string;
  /** Where the value stands, half-open. */
  readonly start: number;
  readonly end: number;
}

const FACT_RULES: ReadonlySet<string> = new Set(['fact-mismatch', 'outdated-fact', 'wrong-status', 'confused-concept']);

/** What people put into quotation marks, refute or ask in a quiz may have any shape of a sentence. */
const WHOLE: readonly Modality[] = ['quoted', 'refuted', 'quiz'];

/** What is right is wrong when it is denied, so that a finding on it is no false alarm. */
const UNTRUE: readonly Modality[] = ['denied', 'refuted'];

/** All cells in a language, made from the relations of the data. Throws on a slot that the templates leave empty. */
export function gridCells(lang: Lang): readonly Cell[] {
  const templates = TEMPLATES[lang];
  return gridRelations().flatMap((relation) => {
    const words = templates.relations[relation.id];
    return words ? new RelationCells(relation, words, templates, lang).all() : [];
  });
}

/**
 * Relations that the grid of a language neither words nor leaves out, and what it words without there being such a
 * relation.
 */
export function ungriddedRelations(lang: Lang): readonly string[] {
  const { relations, left } = TEMPLATES[lang];
  const named = new Set([...Object.keys(relations), ...Object.keys(left)]);
  const ids = gridRelations().map(({ id }) => id);
  return [...ids.filter((id) => !named.has(id)), ...[...named].filter((id) => !ids.includes(id))];
}

/**
 * What a check says of a cell: findings on its value (or on the number of an objective, which may be what is wrong as
 * well), and for what is right or foreign on any fact. Hints do not count.
 */
export function reportedIn({ text, lang, start, end, utterance }: Cell): readonly Finding[] {
  const { findings } = check({ text, languageId: 'markdown', lang }, recordOfTests(), DEFAULT_OPTIONS);
  const touches = (finding: Finding): boolean =>
    (finding.start < end && start < finding.end) || finding.rule === 'confused-concept';
  return findings.filter(
    (each) => each.severity !== 'hint' && (utterance === 'wrong' ? touches(each) : FACT_RULES.has(each.rule)),
  );
}

export { LANGS, MODALITIES, SHAPES };

/** Marks the value while a text is put together. */
const OPEN = '\u{E000}';
const CLOSE = '\u{E001}';

class RelationCells {
  private readonly values: Values;

  constructor(
    private readonly relation: GridRelation,
    private readonly words: RelationWords,
    private readonly templates: Templates,
    private readonly lang: Lang,
  ) {
    this.values = valuesOf(relation, words, templates, lang);
  }

  all(): readonly Cell[] {
    return (['right', 'wrong', 'foreign'] as const).flatMap((utterance) => [
      ...SHAPES.flatMap((shape) => this.shaped(utterance, shape, 'asserted', '{Clause}.')),
      ...MODALITIES.filter((modality) => utterance !== 'right' || !UNTRUE.includes(modality)).flatMap((modality) => [
        ...this.framed(utterance, modality),
        ...this.own(utterance, modality),
      ]),
    ]);
  }

  /** The shapes within the frames of a modality: “It is not true that …”. */
  private framed(utterance: Utterance, modality: Modality): readonly Cell[] {
    const shapes = WHOLE.includes(modality) ? [...MAIN_SHAPES, ...SIDE_SHAPES] : MAIN_SHAPES;
    return (this.templates.modalities[modality] ?? []).flatMap((frame) =>
      shapes.flatMap((shape) => this.shaped(utterance, shape, modality, frame)),
    );
  }

  /** The forms that the verb itself has in a modality: “was not founded in …”. */
  private own(utterance: Utterance, modality: Modality): readonly Cell[] {
    if (modality === 'planned' && this.relation.planned) return [];
    const forms = this.words.own?.[modality] ?? this.templates.own[this.words.set]?.[modality] ?? [];
    return forms.map((form) =>
      this.cell(utterance, 'active', modality, form.endsWith('?') ? '{Clause}' : '{Clause}.', form),
    );
  }

  private shaped(utterance: Utterance, shape: Shape, modality: Modality, frame: string): readonly Cell[] {
    const template = this.templateOf(shape);
    // A relation with a wording of its own for what happens has no question in that of the set.
    const { shapes } = this.words;
    const isAsked = shape === 'question' || shape === 'taken';
    if (
      isAsked &&
      shapes?.[shape] === undefined &&
      (shapes?.nominalization !== undefined ||
        shapes?.pronoun !== undefined ||
        (String(template).includes('{asks}') && this.templates.asks[this.values.kind] === undefined))
    )
      return [];
    return template ? [this.cell(utterance, shape, modality, frame, template)] : [];
  }

  private templateOf(shape: Shape): Template | null | undefined {
    const { shapes, set } = this.words;
    if (shape !== 'later') return shapes?.[shape] === undefined ? this.templates.sets[set]?.[shape] : shapes[shape];
    const near = this.templateOf('pronoun');
    return near && typeof near !== 'string' ? [`${near[0]}. ${this.templates.later}`, near[1]] : near;
  }

  private cell(utterance: Utterance, shape: Shape, modality: Modality, frame: string, template: Template): Cell {
    const [before, sentence] = typeof template === 'string' ? ['', template] : template;
    const fill = (text: string): string => this.joined(this.filled(text, utterance));
    const isBlock = (BLOCK_SHAPES as readonly string[]).includes(shape);
    const body = isBlock
      ? fill(sentence).replace(/(?:^|^#+ |\| |¿)\p{Ll}/gmu, (start) => start.toUpperCase())
      : framedIn(frame, fill(sentence), (text) => this.joined(text));
    const parts = [
      utterance === 'foreign' ? `${capital(fill(this.templates.adjacent))}.` : '',
      before && `${capital(fill(before))}.`,
      body,
    ];
    const marked = parts.filter(Boolean).join(isBlock || frame.includes('\n') ? '\n\n' : ' ');
    const start = marked.indexOf(OPEN);
    const end = marked.indexOf(CLOSE) - 1;
    const text = marked.replaceAll(OPEN, '').replaceAll(CLOSE, '');
    return { relation: this.relation.id, lang: this.lang, shape, modality, utterance, text, start, end };
  }

  private filled(template: string, utterance: Utterance): string {
    const { values, words, templates, relation } = this;
    const subject = templates.subjects[words.subject ?? relation.subjects[0]!]!;
    const value = `${OPEN}${utterance === 'right' ? values.right : values.wrong}${CLOSE}`;
    const slots: Record<string, string | undefined> = {
      ...(subject as unknown as Record<string, string>),
      ...(words as unknown as Record<string, string>),
      S: utterance === 'foreign' ? subject.foreign : subject.name,
      R: subject.name,
      v: value,
      table: templates.table,
      at: templates.at[values.kind]?.replace('{v}', value),
      when: templates.when?.[values.kind],
      asks: templates.asks[values.kind],
      label: capital(words.label ?? relation.labels?.[this.lang][0] ?? ''),
      title: utterance === 'right' ? (words.titleOfRight ?? words.title) : words.title,
    };
    return template.replace(/\{(\w+)\}/g, (_, slot: string) => {
      const text = slots[slot];
      if (!text) throw new Error(`templates.${this.lang}.json: ${relation.id} has no “${slot}” for “${template}”`);
      return text;
    });
  }

  private joined(text: string): string {
    return Object.entries(this.templates.joins).reduce(
      (joined, [apart, together]) => joined.replaceAll(apart, together),
      text,
    );
  }
}

function framedIn(frame: string, clause: string, joined: (text: string) => string): string {
  return capital(joined(frame.replace('{clause}', clause)).replace('{Clause}', capital(clause)));
}

/** The first letter as a capital, behind a mark, `¿` or a heading's signs. */
function capital(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]*\p{Ll}/u, (start) => start.toUpperCase());
}
