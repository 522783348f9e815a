import { pathToFileURL } from 'node:url';
import type { Span } from '../../core/document';
import type { Finding, Fix } from '../../core/finding';
import { fingerprintOf } from '../../core/findings/fingerprint';
import { messageWithReason } from '../../core/findings/reason';
import { lineIndex, type LineIndex } from '../../core/lineIndex';
import { RULES, type Severity } from '../../core/rules';
import type { WordText } from '../../core/word/wordText';
import type { CheckedFile } from './json';
import { placeInWord } from './wordPlace';

/** Yields the results of one file (SARIF 2.1.0), in pieces, separated by commas. */
export function* sarifFile({ place, text, word, inTurn }: CheckedFile): Generator<string> {
  const index = lineIndex(text);
  const artifact = artifactAt(place);
  const seen = new Map<string, number>();
  let comma = '';
  for (const { findings } of inTurn()) {
    for (const finding of findings) {
      const fingerprints = numbered(fingerprintOf(text, finding), seen);
      const where = word ? inWord(finding, word, artifact) : inText(finding, index, artifact);
      yield comma + JSON.stringify({ ...resultOf(finding), ...where, partialFingerprints: fingerprints });
      comma = ',\n';
    }
  }
}

/** The location of a file: a URI from the working folder, or an absolute one for a file outside it. */
export function artifactAt(place: string): object {
  const path = place.replace(/\p{Surrogate}/gu, '\uFFFD');
  return /^(?:\/|[A-Za-z]:\/)/.test(path)
    ? { uri: pathToFileURL(path).href }
    : { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: BASE };
}

/** SARIF has no level below `note`. */
export const SARIF_LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** Names the working folder, which a reader of the report replaces by its own. */
export const BASE = '%SRCROOT%';

function resultOf(finding: Finding): object {
  const { rule, severity, certainty, concept, name, sources } = finding;
  return {
    ruleId: rule,
    ruleIndex: RULES.indexOf(rule),
    level: SARIF_LEVELS[severity],
    message: { text: messageWithReason(finding, ' ') },
    properties: {
      severity,
      certainty,
      concept,
      name,
      sources: sources.map(({ title, url }) => (url === undefined ? title : `${title} <${url}>`)),
    },
  };
}

function inText(finding: Finding, index: LineIndex, artifactLocation: object): object {
  const region = (span: Span): object => regionOf(span, index);
  return {
    locations: [
      { physicalLocation: { artifactLocation, region: { ...region(finding), snippet: { text: finding.text } } } },
    ],
    ...(finding.evidence.length > 0 && {
      relatedLocations: finding.evidence.map((each, i) => ({
        id: i + 1,
        physicalLocation: { artifactLocation, region: region(each) },
        message: { text: `“${each.text}”` },
      })),
    }),
    ...(finding.fixes.length > 0 && { fixes: finding.fixes.map((fix) => fixOf(fix, index, artifactLocation)) }),
  };
}

/**
 * A Word document has no lines, so the paragraph is a logical location, and there are no replacements. The region is
 * the beginning of the file, as some readers refuse a result without a region.
 */
function inWord(finding: Finding, word: WordText, artifactLocation: object): object {
  const place = placeInWord(word, finding);
  const physicalLocation = { artifactLocation, region: { startLine: 1 } };
  if (!place) return { locations: [{ physicalLocation }] };
  const { paragraph, heading, full } = place;
  return {
    message: { text: `${full}: ${messageWithReason(finding, ' ')}` },
    locations: [
      {
        physicalLocation,
        logicalLocations: [
          {
            name: paragraph,
            fullyQualifiedName: heading === '' ? paragraph : `${heading} / ${paragraph}`,
            kind: 'paragraph',
          },
        ],
      },
    ],
  };
}

function fixOf({ title, edits }: Fix, index: LineIndex, artifactLocation: object): object {
  return {
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation,
        replacements: edits.map((edit) => ({
          deletedRegion: regionOf(edit, index),
          insertedContent: { text: edit.newText },
        })),
      },
    ],
  };
}

/** Lines and columns from 1; the column of the end is that of the next character. */
function regionOf({ start, end }: Span, index: LineIndex): object {
  const from = index.positionAt(start);
  const to = index.positionAt(end);
  return {
    startLine: from.line + 1,
    startColumn: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  };
}

/** The fingerprints, each with the number of times that it has occurred in the file. */
function numbered(fingerprint: object, seen: Map<string, number>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fingerprint).map(([kind, hash]) => {
      const key = `${kind} ${hash}`;
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      return [`${kind}Words/v1`, `${hash}:${count}`];
    }),
  );
}
