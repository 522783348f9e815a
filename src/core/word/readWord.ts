import type { FileDates } from '../document';
import { Budget, OverBudget } from './budget';
import { decodeXml } from './decodeXml';
import { readFileDates } from './fileDates';
import { markdownText } from './markdownText';
import { NO_NUMBERING, readNumbering } from './numbering';
import { isOleFile, namesInOleFile } from './oleFile';
import { readStory, type Definitions } from './readStory';
import { folderOf, readRelations, relationsOf, type Relations } from './relations';
import { readStyles } from './styles';
import type { Story } from './blocks';
import type { Paragraph } from './wordText';
import type { WordDocument, WordProblem, WordReason } from './wordDocument';
import { readZip } from './zip';

/** Reads a `.docx` file as Markdown. Never throws, and takes time in proportion to the size of the parts. */
export function readWord(bytes: Uint8Array): WordDocument | WordProblem {
  if (bytes.length === 0) return problem('truncated');
  if (isOleFile(bytes)) return problemOfOleFile(bytes);
  if (!isZip(bytes)) return problem('not-a-zip');
  const zip = readZip(bytes);
  if (zip.kind === 'problem') return zip;
  try {
    return readParts(zip.parts);
  } catch (error) {
    if (error instanceof Unreadable) return error.problem;
    if (error instanceof OverBudget) return problem('too-large', error.message);
    throw error;
  }
}

function problem(reason: WordReason, detail = ''): WordProblem {
  return { kind: 'problem', reason, detail };
}

class Unreadable extends Error {
  constructor(readonly problem: WordProblem) {
    super();
  }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2]! < 8;
}

function problemOfOleFile(bytes: Uint8Array): WordProblem {
  const names = namesInOleFile(bytes);
  if (names.includes('EncryptedPackage')) return problem('encrypted');
  if (names.includes('WordDocument')) return problem('legacy-doc');
  return names.length === 0 ? problem('truncated') : problem('not-word');
}

type Parts = ReadonlyMap<string, Uint8Array>;

function readParts(parts: Parts): WordDocument {
  const budget = new Budget();
  const main = relations(parts, '', budget).get('officeDocument')?.[0] ?? 'word/document.xml';
  const xml = xmlOf(parts, main);
  if (xml === undefined) throw new Unreadable(problem('not-word', mediaType(parts) ?? main));
  const targets = relations(parts, main, budget);
  const definitions = readDefinitions(parts, targets, budget);
  const body = story(main, xml, definitions);
  if (!body.isDocument) throw new Unreadable(problem('not-word', main));
  const stories = (key: string, place?: Paragraph['kind']): readonly Story[] =>
    (targets.get(key) ?? []).flatMap((part) => {
      const partXml = xmlOf(parts, part);
      return partXml === undefined ? [] : [story(part, partXml, definitions, place)];
    });
  return {
    kind: 'document',
    parts,
    dates: fileDates(parts),
    text: markdownText({
      body,
      footnote: stories('footnotes')[0],
      endnote: stories('endnotes')[0],
      margins: [...stories('header', 'header'), ...stories('footer', 'footer')],
    }),
  };
}

function fileDates(parts: Parts): FileDates | undefined {
  const bytes = parts.get('docProps/core.xml');
  const xml = bytes && bytes.length <= LARGEST_PROPERTIES ? decodeXml(bytes) : undefined;
  return xml === undefined ? undefined : readFileDates(xml);
}

/** In bytes. */
const LARGEST_PROPERTIES = 100_000;

/** The type that an OpenDocument file declares, to say what it is. */
function mediaType(parts: Parts): string | undefined {
  const type = parts.get('mimetype');
  return type && type.length < 100 ? decodeXml(type)?.trim() : undefined;
}

function readDefinitions(parts: Parts, targets: Relations, budget: Budget): Definitions {
  const part = (key: string): string => targets.get(key)?.[0] ?? '';
  const styles = valid(part('styles'), readStyles(xmlOf(parts, part('styles')), budget));
  const numberingXml = xmlOf(parts, part('numbering'));
  const numbering =
    numberingXml === undefined
      ? NO_NUMBERING
      : valid(
          part('numbering'),
          readNumbering(numberingXml, (style) => styles.paragraph(style).list, budget),
        );
  return { styles, numbering, budget };
}

function relations(parts: Parts, part: string, budget: Budget): Relations {
  const name = relationsOf(part);
  const xml = xmlOf(parts, name);
  return xml === undefined ? new Map() : valid(name, readRelations(xml, folderOf(part), budget));
}

function story(part: string, xml: string, definitions: Definitions, place?: Paragraph['kind']): Story {
  return valid(part, readStory(part, xml, definitions, place));
}

/** In bytes: some thousand pages. What is read takes many times as much memory. */
const LARGEST_XML = 50 * 1024 * 1024;

/** The text of a part; `undefined` if there is none of that name. */
function xmlOf(parts: Parts, name: string): string | undefined {
  const bytes = parts.get(name);
  if (!bytes) return undefined;
  if (bytes.length > LARGEST_XML) throw new Unreadable(problem('too-large', `more than 50 MB of XML in ${name}`));
  const xml = decodeXml(bytes);
  if (xml === undefined) throw new Unreadable(problem('xml', name));
  return xml;
}

function valid<T extends object>(part: string, value: T | string): T {
  if (typeof value === 'string') throw new Unreadable(problem('xml', `${part}: ${value}`));
  return value;
}
