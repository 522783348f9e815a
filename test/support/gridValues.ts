import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FieldWords } from '../../src/core/claims/field';
import { roundingOf } from '../../src/core/claims/relation';
import { LANGS, type Lang } from '../../src/core/document';
import type { Fact } from '../../src/core/termbase/concept';
import type { RelationWords, Templates } from './gridTemplates';
import { recordOfTests } from './recordOfTests';

/** A relation as `data/relations` has it, as far as the grid needs it. */
export interface GridRelation {
  readonly id: string;
  readonly kind: string;
  readonly property: string;
  readonly subjects: readonly string[];
  readonly precision?: 'day' | 'year';
  /** Plans for it are checked as well. */
  readonly planned?: boolean;
  readonly labels?: Readonly<Record<Lang, readonly string[]>>;
  readonly field?: Readonly<Record<Lang, FieldWords>>;
  readonly units?: Readonly<Record<Lang, readonly string[]>>;
  readonly objects?: Readonly<Record<Lang, readonly string[]>>;
  readonly of?: Readonly<Record<Lang, readonly string[]>>;
  readonly recurring?: boolean;
  readonly dated?: boolean;
  readonly series?: boolean;
  readonly others?: readonly string[];
  readonly lists?: readonly string[];
  readonly rightNames?: readonly string[];
  readonly instead?: Readonly<Record<Lang, string>>;
}

/** A right and a wrong value, as text, and the kind that chooses their preposition. */
export interface Values {
  readonly kind: string;
  readonly right: string;
  readonly wrong: string;
  /** The year of the right value. */
  readonly asOf?: string;
}

const FOLDER = join(__dirname, '../../data/relations');

/** Every relation of the data; a file that is one relation itself goes by its subject and property. */
export function gridRelations(): readonly GridRelation[] {
  return readdirSync(FOLDER)
    .sort()
    .flatMap((name) => {
      const file = JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
      if (file.relations) return file.relations as readonly GridRelation[];
      if (!file.property) return [];
      const subjects: readonly string[] = file.subjects ?? [file.subject];
      return [{ id: `${subjects[0]}-${file.property}`, kind: file.property, property: file.property, subjects }];
    });
}

/** Throws where neither the record nor the templates give a value. */
export function valuesOf(
  relation: GridRelation,
  words: RelationWords,
  templates: Templates,
  lang: Lang,
  subject = relation.subjects[0],
  termbase = recordOfTests(),
): Values {
  if (words.right && words.wrong) return { kind: relation.kind, right: words.right, wrong: words.wrong };
  const known = [...termbase.facts.values()]
    .filter((fact) => fact.subject === subject && fact.property === relation.property)
    .sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : 1));
  const verified = known.filter(({ confidence }) => confidence !== 'C');
  const facts = verified.length > 0 ? verified : known;
  const newest = facts.at(-1);
  if (!newest)
    throw new Error(
      `${relation.id}: the record has no ${relation.property} of ${subject}, and the templates no values`,
    );
  const spoken = (template: string, ...parts: readonly string[]): string =>
    parts.reduce((text, part, i) => text.replace(`{${i}}`, part), template);
  switch (relation.kind) {
    case 'count': {
      const right = Number(newest.value);
      return {
        kind: 'count',
        asOf: dateOf(newest).slice(0, 4),
        right: numeral(right, lang),
        wrong: numeral(roundingOf(newest) > 0 ? right * 1.5 : right + Math.max(4, Math.round(right / 20)), lang),
      };
    }
    case 'date':
    case 'renamed': {
      const yearly = /^--(\d\d)-(\d\d)$/.exec(String(newest.value));
      if (yearly) {
        const day = (add: number): string =>
          dayText(2024, Number(yearly[1]), Number(yearly[2]) + add, lang).replace(/ (?:de )?2024$/, '');
        return { kind: 'yearly', right: day(0), wrong: day(1) };
      }
      // Of a series, a year next to the first: one that is far from all may have no event.
      const date = dateOf(relation.series ? facts[0]! : newest).split('/')[0]!;
      const [year, month, day] = date.split('-').map(Number) as [number, number?, number?];
      if (relation.precision !== 'day' || !day)
        return { kind: 'year', right: String(year), wrong: String(year - (relation.series ? 1 : 7)) };
      return { kind: 'day', right: dayText(year, month!, day, lang), wrong: dayText(year - 1, month!, day, lang) };
    }
    case 'place': {
      const right = placeName(String(newest.value), lang);
      return { kind: 'place', right, wrong: placeName('Nairobi', lang) };
    }
    case 'body': {
      const own = relation.others ?? (relation.lists ?? []).flatMap((list) => BODIES.lists[list]!);
      const names = (own.length > 0 ? own : BODIES.others).map((line) => line.split('|'));
      const isRight = (name: string): boolean =>
        relation.rightNames?.includes(name) === true || JSON.stringify(relation.instead ?? '').includes(name);
      const wrong = names.find((each) => !each.some(isRight))!;
      return { kind: 'body', right: '', wrong: nameIn(wrong, lang) };
    }
    case 'head':
      return { kind: 'head', right: String(newest.value), wrong: String(facts.at(-2)!.value) };
    case 'vote': {
      const [yes, no] = String(newest.value).split('-') as [string, string];
      return {
        kind: 'vote',
        right: spoken(templates.values.vote, yes, no),
        wrong: spoken(templates.values.vote, String(Number(yes) + 9), no),
      };
    }
    case 'act': {
      const template = typeof newest.value === 'number' ? templates.values.governments : templates.values.resolution;
      const right = String(newest.value).replace('A/RES/', '');
      const wrong = right.replace(/\d+$/, (last) => String(Number(last) + 9));
      return { kind: 'act', right: spoken(template, right), wrong: spoken(template, wrong) };
    }
    default:
      throw new Error(`${relation.id}: the templates need a right and a wrong value`);
  }
}

const BODIES = JSON.parse(readFileSync(join(FOLDER, 'bodies.json'), 'utf8')) as {
  readonly others: readonly string[];
  readonly lists: Readonly<Record<string, readonly string[]>>;
};

/** A name of a body in the language: of three, each language has its own. */
function nameIn(names: readonly string[], lang: Lang): string {
  return names.length === LANGS.length ? names[LANGS.indexOf(lang)]! : names[0]!;
}

function dateOf(fact: Fact): string {
  return fact.from ?? fact.asOf ?? String(fact.value);
}

function numeral(value: number, lang: Lang): string {
  return value < 10_000
    ? String(value)
    : new Intl.NumberFormat(lang === 'en' ? 'en-GB' : lang, { useGrouping: true }).format(value);
}

function dayText(year: number, month: number, day: number, lang: Lang): string {
  const date = new Date(Date.UTC(year, month - 1, day));
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(date);
}

function placeName(english: string, lang: Lang): string {
  const { gazetteer } = JSON.parse(readFileSync(join(FOLDER, 'places.json'), 'utf8')) as {
    gazetteer: readonly string[];
  };
  const row = gazetteer.map((line) => line.split('|')).find(([name]) => name === english);
  return row?.[LANGS.indexOf(lang)] ?? english;
}
