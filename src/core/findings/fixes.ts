import { joinLines } from '../citation/escapeText';
import type { Report } from '../verdicts/verdict';
import type { MentionSite, Surroundings } from '../surroundings/surroundings';
import { firstEndingAfter, type Lang } from '../document';
import type { NameEntry, TermEntry, Termbase } from '../termbase/termbase';
import { compareDates } from '../termbase/dates';
import { preferredTerm, rightTerm } from '../termbase/termbase';
import type { Mention } from '../mentions/findMentions';
import { fitArticle, type NewName } from './articles';
import { likeWritten } from './capitals';
import { followsInBrackets } from './brackets';
import type { Edit, Fix } from '../finding';
import { escapeAt } from '../prose/escapeAt';
import { mayAutoFixName, nameFits } from './autoFix';
import { WORDING } from './wording';

/** The replacements for a reported mention, best first, in its own language and form. */
export function replacementsOf(report: Report, termbase: Termbase): readonly NewName[] {
  const { term } = report;
  if (report.rule === 'near-miss-name') return [newName(term)];
  if (report.rule === 'undefined-abbreviation' || report.rule === 'inconsistent-name')
    return consistentReplacements(report, termbase);
  if (term.status === 'deprecated' || isForeign(report))
    return [...deprecatedReplacements(term, termbase), nameOfToday(report, termbase) ?? []].flat();
  const target = targetName(report, termbase);
  if (!target) return [];
  const right = preferredTerm(termbase, target.name.id, term.lang, term.form);
  return right ? [newName(right)] : [];
}

/** Whether a report is about an abbreviation of another language, which is right but for that. */
export function isForeign({ rule, term }: Report): boolean {
  return rule === 'deprecated-name' && term.status !== 'deprecated';
}

/** A report with the abbreviation of another language as a term of its passage's language, if that has its own. */
export function inLanguage(report: Report, lang: Lang, termbase: Termbase): Report {
  const { term } = report;
  if (term.lang === lang || term.form !== 'abbreviation' || report.rule === 'undefined-abbreviation') return report;
  const own = preferredTerm(termbase, term.entry.name.id, lang, 'abbreviation');
  return own?.form === 'abbreviation' ? { ...report, term: { ...own, text: term.text, suffix: term.suffix } } : report;
}

/** The current name, for a wrong form of a former one; `undefined` for any other report. */
export function nameOfToday(report: Report, termbase: Termbase): NewName | undefined {
  const { term } = report;
  const isOfFormer = term.status === 'deprecated' && term.instead.length === 0 && term.entry.name.to !== undefined;
  const target = isOfFormer ? targetName(report, termbase) : undefined;
  const right = target && preferredTerm(termbase, target.name.id, term.lang, term.form);
  return right && newName(right);
}

/** The name to use: that of the year in the text where the year decided, otherwise the current one. */
export function targetName(report: Report, termbase: Termbase): NameEntry | undefined {
  const { concept } = report.term.entry;
  const { year } = report;
  const line = lineOf(concept.id, termbase);
  if (year !== undefined) {
    const then =
      line.find((entry) => entry !== report.term.entry && strictlyCovers(entry, year)) ??
      line.find((entry) => entry !== report.term.entry && entry.firstYear <= year && year <= entry.lastYear);
    if (then || (report.rule === 'anachronistic-name' && report.term.status !== 'superseded')) return then;
    // There is no name to offer for a time before the first of them.
    if (year < Math.min(...line.map((entry) => entry.firstYear))) return undefined;
  }
  const last = line[line.length - 1];
  return last === report.term.entry ? undefined : last;
}

/** All fixes of a report with titles in a language, best first; {@link Fix} defines when the first may be applied. */
export function fixesOf(
  report: Report,
  site: MentionSite,
  lang: Lang,
  surroundings: Surroundings,
  termbase: Termbase,
): readonly Fix[] {
  const { term, mention } = report;
  const { text } = surroundings.prose;
  const wording = WORDING[lang];
  const fixes: Fix[] = [];
  for (const [rank, name] of replacementsOf(report, termbase).entries()) {
    const { edits, agrees, shown } = replacement(surroundings, site, term, name);
    const pair = pairedEdit(report, site, surroundings, termbase, name);
    const fits =
      rank === 0 &&
      agrees &&
      report.certainty === 'certain' &&
      report.rule !== 'preferred-terminology' &&
      nameFits(report, site, surroundings, {
        name,
        target: entryOf(report, name, termbase),
        isAbbreviation: term.form === 'abbreviation',
        edits,
      });
    fixes.push({
      title: wording.replace(joinLines(shown)),
      fits,
      preferred: fits && mayAutoFixName(report, site, surroundings),
      edits: [...edits, ...pair].sort((a, b) => a.start - b.start),
    });
  }
  const first = replacementsOf(report, termbase)[0];
  // For a year in which it was not the name, "then" would be as wrong as the name.
  if (first && report.rule === 'superseded-name' && term.status === 'superseded') {
    const old = text.slice(mention.start, mention.end);
    const now = explained(term.lang, 'now', escapeAt(surroundings.prose, mention.start, first.text));
    const keep: Edit = { start: mention.end, end: mention.end, newText: now };
    const then = replacement(surroundings, site, term, first, explained(term.lang, 'then', old));
    fixes.push(
      { title: joinLines(wording.nowCalled(old, first.text)), ...EXPLAINING, edits: [keep] },
      { title: joinLines(wording.thenCalled(first.text, old)), ...EXPLAINING, edits: then.edits },
    );
  }
  return fixes;
}

const EXPLAINING = { fits: false, preferred: false, explains: true } as const;

/** The name to which a replacement belongs. */
function entryOf(report: Report, { text }: NewName, termbase: Termbase): NameEntry | undefined {
  if (report.rule === 'superseded-name' || report.rule === 'anachronistic-name') return targetName(report, termbase);
  return report.rule === 'near-miss-name'
    ? report.term.entry
    : (rightTerm(termbase, text, report.term.lang)?.entry ?? report.term.entry);
}

/** An abbreviation is introduced by its full form; a minor form is replaced by the preferred one. */
function consistentReplacements({ rule, term }: Report, termbase: Termbase): readonly NewName[] {
  const right = preferredTerm(
    termbase,
    term.entry.name.id,
    term.lang,
    rule === 'undefined-abbreviation' ? 'full' : term.form,
  );
  if (!right || right.text === term.text) return [];
  return [
    rule === 'undefined-abbreviation' ? { ...newName(right), text: `${right.text} (${term.text})` } : newName(right),
  ];
}

function deprecatedReplacements(term: TermEntry, termbase: Termbase): readonly NewName[] {
  if (term.instead.length > 0) {
    return term.instead.map((text) => {
      const known = rightTerm(termbase, text, term.lang);
      return known ? newName(known) : { text, gender: term.gender, article: term.article };
    });
  }
  const right = preferredTerm(termbase, term.entry.name.id, term.lang, term.form);
  return right ? [newName(right)] : [];
}

function newName(term: TermEntry): NewName {
  return { text: term.text, gender: term.gender, article: term.article };
}

const lines = new WeakMap<Termbase, Map<string, readonly NameEntry[]>>();

/** The names of a concept, its predecessors and its successors, oldest first. */
function lineOf(conceptId: string, termbase: Termbase): readonly NameEntry[] {
  let known = lines.get(termbase);
  if (!known) lines.set(termbase, (known = new Map()));
  let line = known.get(conceptId);
  if (!line) known.set(conceptId, (line = readLine(conceptId, termbase)));
  return line;
}

function readLine(conceptId: string, termbase: Termbase): readonly NameEntry[] {
  const line: NameEntry[] = [];
  const seen = new Set<string>();
  let first = conceptId;
  for (let previous: string | undefined = conceptId; previous !== undefined;) {
    first = previous;
    seen.add(previous);
    previous = [...termbase.concepts.values()].find(
      (concept) => concept.successor === first && !seen.has(concept.id),
    )?.id;
  }
  const walked = new Set<string>();
  for (let id: string | undefined = first; id !== undefined && !walked.has(id);) {
    walked.add(id);
    const concept = termbase.concepts.get(id);
    for (const name of concept?.names ?? []) line.push(termbase.names.get(name.id)!);
    id = concept?.successor;
  }
  return line.filter((entry) => entry !== undefined).sort((a, b) => compareDates(a.name.from ?? '', b.name.from ?? ''));
}

/** Uses the dates themselves, without slack: the year of a change belongs to the new name. */
function strictlyCovers({ name }: NameEntry, year: number): boolean {
  const from = name.from === undefined ? -Infinity : Number(name.from.slice(0, 4));
  const to = name.to === undefined ? Infinity : Number(name.to.slice(0, 4));
  return from <= year && year < to;
}

function replacement(
  surroundings: Surroundings,
  { mention, block, first }: MentionSite,
  old: TermEntry,
  name: NewName,
  after = '',
): { edits: Edit[]; agrees: boolean; shown: string } {
  const written = surroundings.prose.text.slice(mention.start, mention.end);
  const cased: NewName = {
    ...name,
    text: (old.form === 'abbreviation' ? name.text : likeWritten(name.text, written, first === 0)) + old.suffix,
  };
  const newText = escapeAt(surroundings.prose, mention.start, cased.text) + after;
  const before = surroundings.textWithin(block, mention.start - LONGEST_MARKS, mention.start);
  const marks = OPENING_MARKS.exec(before)?.[0] ?? '';
  const fitted = fitArticle(
    old.lang,
    before.slice(0, before.length - marks.length),
    old,
    cased,
    surroundings.textWithin(block, mention.end, mention.end + 80),
  );
  const open = mention.start - marks.length;
  const article: Edit = { start: open - fitted.extend, end: open, newText: fitted.article };
  const own: Edit = { start: mention.start, end: mention.end, newText };
  const isArticleChanged = fitted.extend > 0 || fitted.article !== '';
  const edits: Edit[] = !isArticleChanged
    ? [own]
    : marks === ''
      ? [{ ...own, start: article.start, newText: article.newText + newText }]
      : surroundings.prose.text.slice(article.start, article.end) === article.newText
        ? [own]
        : [article, own];
  const { agreement } = fitted;
  if (agreement)
    edits.push({ start: mention.end + agreement.from, end: mention.end + agreement.to, newText: agreement.newText });
  // The title shows an article that is inserted; one that is changed is that of the sentence.
  return { edits, agrees: fitted.agrees, shown: (fitted.extend === 0 ? fitted.article : '') + cased.text };
}

/** What opens between the article and the name: `the **ICEM**`, `\\emph{`, `<b>`, the text of a link. */
const OPENING_MARKS = /(?:\[|\*{1,3}|_{1,3}|<[a-z]+(?:\s[^<>]*)?>|\\[a-z]+\{)+$/i;
/** In code units. */
const LONGEST_MARKS = 240;

/** "Intergovernmental Committee for European Migration (ICEM)": the full name and the abbreviation change together. */
function pairedEdit(
  { term, mention }: Report,
  site: MentionSite,
  surroundings: Surroundings,
  termbase: Termbase,
  name: NewName,
): readonly Edit[] {
  if (term.form === 'abbreviation') return [];
  const { text } = surroundings.prose;
  const mentions = surroundings.mentionsIn(site.sentence);
  const pair: Mention | undefined = mentions[firstEndingAfter(mentions, mention.end)];
  const right = rightTerm(termbase, name.text, term.lang);
  if (
    !pair ||
    !followsInBrackets(mention, pair, text) ||
    !right ||
    !pair.terms.some((other) => other.form === 'abbreviation' && other.entry.concept === term.entry.concept)
  )
    return [];
  const abbreviation = preferredTerm(termbase, right.entry.name.id, term.lang, 'abbreviation');
  if (!abbreviation || abbreviation.form !== 'abbreviation' || text.slice(pair.start, pair.end) === abbreviation.text)
    return [];
  return [{ start: pair.start, end: pair.end, newText: escapeAt(surroundings.prose, pair.start, abbreviation.text) }];
}

function explained(lang: Lang, when: 'now' | 'then', name: string): string {
  const word = {
    en: { now: 'now', then: 'then' },
    fr: { now: "aujourd'hui", then: 'alors' },
    es: { now: 'hoy', then: 'entonces' },
  }[lang][when];
  return ` (${word} ${name})`;
}
