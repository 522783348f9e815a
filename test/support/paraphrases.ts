import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../src/core/check';
import { LANGS, type Lang } from '../../src/core/document';
import type { Finding } from '../../src/core/finding';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { recordOfTests } from './recordOfTests';

const FOLDER = join(__dirname, '../paraphrases');

/** The rules that speak of facts; what others say of a name is no matter of a bank. */
const FACT_RULES: ReadonlySet<string> = new Set(['fact-mismatch', 'outdated-fact', 'wrong-status', 'confused-concept']);

/** `learn` may be read to widen the fields; `held` is read as a figure only. */
export type Part = 'learn' | 'held';

export type Kind = 'right' | 'wrong' | 'other';

/** One way to say a property. */
export interface Paraphrase {
  readonly property: string;
  readonly lang: Lang;
  readonly kind: Kind;
  readonly part: Part;
  readonly text: string;
  /** Where the wrong value stands in the text, half-open; empty in a sentence without one. */
  readonly start: number;
  readonly end: number;
}

/** What a check says of a paraphrase. */
export interface Outcome {
  readonly paraphrase: Paraphrase;
  /** A finding touches the wrong value. */
  readonly found: boolean;
  /** Findings on facts anywhere else. */
  readonly alarms: readonly Finding[];
}

/** Counts of outcomes, all of sentences. */
export interface Tally {
  wrong: number;
  found: number;
  right: number;
  alarmsOnRight: number;
  other: number;
  alarmsOnOther: number;
  /** Wrong sentences with a finding beside the wrong value. */
  alarmsOnWrong: number;
}

/**
 * All banks in the order of their names, each a file `<property>.<lang>.txt`.
 * Throws on a line without its kind, or on a wrong sentence whose value is not marked, naming file and line.
 */
export function paraphrases(): readonly Paraphrase[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap(bank);
}

/** Checks a sentence as a paragraph under a heading that names the subject of its property. */
export function outcomeOf(paraphrase: Paraphrase): Outcome {
  const before = `# ${headingOf(paraphrase)}\n\n`;
  const document = { text: before + paraphrase.text, languageId: 'markdown', lang: paraphrase.lang };
  const findings = check(document, recordOfTests(), DEFAULT_OPTIONS).findings.filter(
    ({ severity }) => severity !== 'hint',
  );
  const isHit = ({ start, end }: Finding): boolean =>
    paraphrase.kind === 'wrong' && start < before.length + paraphrase.end && before.length + paraphrase.start < end;
  return {
    paraphrase,
    found: findings.some(isHit),
    alarms: findings.filter((each) => !isHit(each) && FACT_RULES.has(each.rule)),
  };
}

export function tally(outcomes: readonly Outcome[]): Tally {
  const counts: Tally = {
    wrong: 0,
    found: 0,
    right: 0,
    alarmsOnRight: 0,
    other: 0,
    alarmsOnOther: 0,
    alarmsOnWrong: 0,
  };
  for (const { paraphrase, found, alarms } of outcomes) {
    counts[paraphrase.kind]++;
    if (found) counts.found++;
    if (alarms.length > 0) counts[ALARMS_ON[paraphrase.kind]]++;
  }
  return counts;
}

const ALARMS_ON = { right: 'alarmsOnRight', wrong: 'alarmsOnWrong', other: 'alarmsOnOther' } as const;

function bank(name: string): readonly Paraphrase[] {
  const [property, lang] = name.split('.') as [string, Lang];
  if (!LANGS.includes(lang))
    throw new Error(`${name}: a bank is named <property>.<lang>.txt, with lang one of ${LANGS.join(', ')}`);
  return readFileSync(join(FOLDER, name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line, i) => {
      const [, kind, marked] = /^(right|wrong|other)\t(.+)$/.exec(line) ?? [];
      if (!marked) throw new Error(`${name}:${i + 1}: a line is right, wrong or other, a tab, and a sentence`);
      const [before, value, after] = marked.split(/\[\[|\]\]/);
      if (kind === 'wrong' && after === undefined)
        throw new Error(`${name}:${i + 1}: the wrong value stands in [[ and ]]`);
      const start = before!.length;
      return {
        property,
        lang,
        kind: kind as Kind,
        part: i % 3 === 2 ? 'held' : 'learn',
        text: before + (value ?? '') + (after ?? ''),
        start,
        end: start + (value ?? '').length,
      };
    });
}

function headingOf({ property, lang }: Paraphrase): string {
  return HEADINGS[SUBJECTS[property] ?? 'iom'][lang];
}

/** The subjects of properties; any other is one of IOM. */
const SUBJECTS: Readonly<Record<string, keyof typeof HEADINGS>> = {
  adopted: 'gcm',
  'adopted-in': 'gcm',
  endorsed: 'gcm',
  objectives: 'gcm',
  'guiding-principles': 'gcm',
  'legal-force': 'gcm',
  'objective-topics': 'gcm',
  votes: 'gcm',
  'network-established': 'network',
  coordinator: 'network',
  'network-members': 'network',
  'group-members': 'gmg',
  'forum-rounds': 'imrf',
  'refugee-compact': 'gcr',
  'compact-negotiations': 'gcm',
  'review-forum': 'imrf',
  'review-forum-place': 'imrf',
  gmdac: 'gmdac',
  gmg: 'gmg',
};

const HEADINGS = {
  iom: {
    en: 'The International Organization for Migration (IOM)',
    fr: "L'Organisation internationale pour les migrations (OIM)",
    es: 'La Organización Internacional para las Migraciones (OIM)',
  },
  gcm: {
    en: 'The Global Compact for Safe, Orderly and Regular Migration',
    fr: 'Le Pacte mondial pour des migrations sûres, ordonnées et régulières',
    es: 'El Pacto Mundial para la Migración Segura, Ordenada y Regular',
  },
  gcr: {
    en: 'The Global Compact on Refugees',
    fr: 'Le Pacte mondial sur les réfugiés',
    es: 'El Pacto Mundial sobre los Refugiados',
  },
  network: {
    en: 'The United Nations Network on Migration',
    fr: 'Le Réseau des Nations Unies sur les migrations',
    es: 'La Red de las Naciones Unidas sobre la Migración',
  },
  imrf: {
    en: 'The International Migration Review Forum',
    fr: "Le Forum d'examen des migrations internationales",
    es: 'El Foro de Examen de la Migración Internacional',
  },
  gmg: {
    en: 'The Global Migration Group',
    fr: 'Le Groupe mondial sur la migration',
    es: 'El Grupo Mundial sobre Migración',
  },
  gmdac: {
    en: 'The Global Migration Data Analysis Centre',
    fr: "Le Centre mondial d'analyse des données sur la migration",
    es: 'El Centro Mundial de Análisis de Datos sobre la Migración',
  },
} as const;
