import type { Claim } from '../claims/claim';
import { readingIn } from '../reading/readings';
import { isOtherNumber } from '../verdicts/nearMiss';
import { innermost } from '../reading/phrases';
import { Use } from '../verdicts/use';
import { settingOf } from '../surroundings/setting';
import { quotedOrDiscussed } from '../verdicts/quotedOrDiscussed';
import { indexOfSentence } from '../reading/sentence';
import type { MentionSite, Surroundings } from '../surroundings/surroundings';
import type { Report } from '../verdicts/verdict';
import type { Span } from '../document';
import type { Block } from '../prose/prose';
import { grammarOf } from '../reading/grammar';
import type { NounGroup } from '../reading/nodes';
import { withOwners, type Statement } from '../reading/statement';
import type { RuleId } from '../rules';
import type { NameEntry } from '../termbase/termbase';
import type { NewName } from './articles';
import { followsInBrackets } from './brackets';
import type { Edit } from '../finding';
import { isProposed, isUnmistakable } from './unmistakable';

/** A replacement to examine. */
export interface Replacement {
  readonly name: NewName;
  /** The name to which the replacement belongs, if known. */
  readonly target: NameEntry | undefined;
  readonly isAbbreviation: boolean;
  readonly edits: readonly Edit[];
}

/**
 * Whether a replacement leaves the text grammatical, and true if the text describes the present. It must not be in a
 * title, a reference or the key of a row; the new name must not occur there already, and must have been the name at
 * that time; an abbreviation must not denote another body than the one named; and no other word may have to follow a
 * change of gender.
 */
export function nameFits(
  report: Report,
  site: MentionSite,
  surroundings: Surroundings,
  replacement: Replacement,
): boolean {
  const { block, mention } = site;
  const { rule, term } = report;
  const { target } = replacement;
  const isSure = isCorrection(report, site, surroundings) && isUnmistakable(report, site, surroundings);
  if (!isPlainSite(mention, block, surroundings, isSure) || alreadyOccurs(site, surroundings, replacement, report))
    return false;
  if (target && !wasNameThen(report, site, surroundings, target)) return false;
  const isFormer = term.status === 'superseded' && DATED_NAMES.has(rule);
  if (isFormer && target && replacement.isAbbreviation && target.concept.id !== term.entry.concept.id) return false;
  if (rule === 'near-miss-name' && continuesAsName(mention, block, surroundings.prose.text)) return false;
  return term.gender === replacement.name.gender || !isFollowedInGender(report, site, surroundings, replacement);
}

/**
 * Whether a fix that fits may be applied without confirmation: only that of a form that was never anybody's name, or of
 * a misspelling. A sentence may be right with every other name or value that is reported, at its own time or about it.
 */
export function mayAutoFixName(report: Report, site: MentionSite, surroundings: Surroundings): boolean {
  if (breaksOff(site, surroundings) || !isCorrection(report, site, surroundings)) return false;
  if (report.rule === 'near-miss-name') return true;
  const use = new Use(site, report.term, surroundings);
  return (isStated(site, surroundings) && !isProposed(use)) || isUnmistakable(report, site, surroundings);
}

/** Whether a report is of a form that was never anybody's name, or of a misspelling. */
function isCorrection({ rule, term }: Report, { mention }: MentionSite, { prose }: Surroundings): boolean {
  return rule === 'near-miss-name'
    ? !isOtherNumber(prose.text.slice(mention.start, mention.end), term)
    : rule === 'deprecated-name' && !term.loose;
}

/** The rules that replace one correct name of a body by another, according to the time that the sentence describes. */
export const DATED_NAMES: ReadonlySet<RuleId> = new Set(['superseded-name', 'anachronistic-name']);

/** Whether a value in running text may be replaced by that of the record; see {@link Claim.safe}. */
export function valueFits(claim: Claim, surroundings: Surroundings): boolean {
  const block = surroundings.prose.blockAt(claim.start);
  return claim.safe && claim.certainty === 'certain' && block !== undefined && isPlainSite(claim, block, surroundings);
}

function isStated(site: MentionSite, surroundings: Surroundings): boolean {
  return statedAt(site, surroundings) !== undefined;
}

/** The innermost statement around a place, if it asserts or denies something by a finite verb. */
function statedAt(site: MentionSite, surroundings: Surroundings): Statement | undefined {
  const statement = innermost(readingIn(surroundings, site.sentence).statements, site);
  return statement?.verb?.form === 'finite' && (statement.modality === 'asserted' || statement.modality === 'denied')
    ? statement
    : undefined;
}

/**
 * "IOM has been a specialized agency since 1951 …": the writer may be about to contradict a sentence that breaks off.
 */
function breaksOff({ sentence }: MentionSite, { prose: { text } }: Surroundings): boolean {
  return /(?:…|\.\.\.)["”»)]*$/.test(text.slice(Math.max(sentence.start, sentence.end - ENDING), sentence.end));
}

/** In code units. */
const ENDING = 8;

/** "Pacto Mundial para una Migración Segura, …": the intended name is longer than the recognized one. */
function continuesAsName({ end }: Span, block: Block, text: string): boolean {
  return /^[ \t\r\n]{1,2}\p{Lu}\p{Ll}/u.test(text.slice(end, Math.min(end + 4, block.end)));
}

/**
 * True in running text: not in a reference or the key of a row or entry, nor, unless the words are unmistakable, in a
 * title or caption.
 */
function isPlainSite(span: Span, block: Block, surroundings: Surroundings, isUnmistaken = false): boolean {
  const isTitle = block.kind === 'heading' || block.kind === 'metadata' || block.kind === 'caption';
  if (block.kind === 'reference' || (isTitle && !isUnmistaken)) return false;
  if (settingOf(block, surroundings) !== 'none') return false;
  const site = surroundings.siteAt(span);
  if (site && quotedOrDiscussed(site, surroundings)) return false;
  const { text } = surroundings.prose;
  if (
    block.kind === 'table-row' &&
    !/[|&\t]|<t[dh]\b/.test(
      text
        .slice(block.start, span.start)
        .replace(/^[\s|]+/, '')
        .replace(/^(?:<[^<>]*>\s*)+/, ''),
    )
  )
    return false;
  return isTitle || !isKey(text, span, block, isUnmistaken);
}

/** "**ICEM**: …", "<dt>ICEM</dt>": the name that the remaining text of its entry explains, or a name alone. */
function isKey(text: string, { start, end }: Span, block: Block, mayBeAlone: boolean): boolean {
  if (/<dt\b[^<>]*>[^<>]*$/i.test(text.slice(Math.max(0, start - 200), start))) return true;
  return (
    !/[\p{L}\d]/u.test(text.slice(block.start, start)) &&
    (mayBeAlone ? KEY : KEY_OR_ALONE).test(text.slice(end, block.end))
  );
}

const KEY = /^[*_`]{0,3}(?:\s*\([^()]{1,40}\))?[*_`]{0,3}\s*(?::|\s[–—]\s|\.\*\*)/;
const KEY_OR_ALONE = new RegExp(`${KEY.source.slice(0, -1)}|$)`);

/**
 * Whether the new name already occurs in the sentence, in any form, except for an abbreviation that belongs to the
 * old one.
 */
function alreadyOccurs(
  { sentence, mention }: MentionSite,
  surroundings: Surroundings,
  { name, target }: Replacement,
  { rule }: Report,
): boolean {
  const { text } = surroundings.prose;
  const around = `${text.slice(sentence.start, mention.start)}\n${text.slice(mention.end, sentence.end)}`.toLowerCase();
  const words = name.text.toLowerCase();
  const at = around.indexOf(words);
  if (at >= 0 && !/[\p{L}\d]/u.test((around[at - 1] ?? ' ') + (around[at + words.length] ?? ' '))) return true;
  if (!target || !DATED_NAMES.has(rule)) return false;
  return surroundings
    .mentionsIn(sentence)
    .some(
      (other) =>
        other !== mention &&
        !followsInBrackets(mention, other, text) &&
        other.terms.some(({ entry }) => entry === target),
    );
}

/**
 * Whether the new name was valid at every time in the sentence, if it states none in the last one before it in its
 * paragraph that does, else in its heading, else at the date of the text.
 */
function wasNameThen(
  { year, rule }: Report,
  { sentence, block }: MentionSite,
  surroundings: Surroundings,
  target: NameEntry,
): boolean {
  const own = sentence.times;
  const before = surroundings
    .sentencesOf(block)
    .findLast(({ start, times }) => start <= sentence.start && times.length > 0);
  const times =
    before?.times ?? surroundings.headingsOf(block).find((heading) => heading.times.length > 0)?.times ?? [];
  // A misspelt former name without a time may be an error for a current name.
  if (!DATED_NAMES.has(rule) && Number.isFinite(target.lastYear) && own.length === 0) return false;
  if (year !== undefined && (year < target.firstYear || year > target.lastYear)) return false;
  const text = surroundings.rest.textTime();
  if (times.length === 0 && text.kind === 'dated' && text.until < target.firstYear) return false;
  return times.every(({ from, to }) => from <= target.lastYear && to >= target.firstYear);
}

/** Whether another word in the sentence, or a pronoun in the next one, shows the gender of the name to replace. */
function isFollowedInGender(
  { term }: Report,
  site: MentionSite,
  surroundings: Surroundings,
  { edits }: Replacement,
): boolean {
  const lang = surroundings.languageOf(site.block);
  if (lang === 'en' || term.lang === 'en') return false;
  const gender = term.gender ?? 'm';
  const {
    sentence: { tokens },
  } = site;
  const reading = readingIn(surroundings, site.sentence);
  const { grammar } = reading;
  const isRepaired = (span: Span): boolean => edits.some((edit) => edit.start < span.end && span.start < edit.end);
  // "lui-même", "este último": anywhere in the sentence, as they may refer to the name; "le seul", "el único":
  // directly before it.
  const adjacent = gender === 'm' ? 'adjacentM' : 'adjacentF';
  if (
    tokens.some(
      (token, i) =>
        !isRepaired(token) &&
        (grammar.showsGender(token, gender) ||
          (i < site.first && i >= site.first - 3 && grammar.showsGender(token, adjacent))),
    )
  )
    return true;
  // "Fondé en 1951, le CIM", "el CIM, dirigido por": participles that describe the name, or something unknown.
  const isOfName = (group: NounGroup): boolean =>
    [...withOwners(group)].some(({ named }) => named.some((each) => each.mention === site.mention));
  const isAgreeing = reading.statements.some(
    ({ verb, subjects }) =>
      verb !== undefined &&
      !isRepaired(tokens[verb.main]!) &&
      (verb.form === 'participle' || verb.passive === true) &&
      (subjects.length === 0 || subjects.some((group) => isOfName(group) || group.pronoun !== undefined)),
  );
  if (isAgreeing) return true;
  // "Il a son siège à Genève.": the next sentence may refer to the name.
  const sentences = surroundings.sentencesOf(site.block);
  const next = sentences[indexOfSentence(sentences, site.sentence) + 1];
  return next?.tokens.slice(0, 3).some((token) => grammarOf(lang).showsGender(token, gender)) === true;
}
