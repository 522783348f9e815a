import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { check } from '../src/core/check';
import { lineIndex } from '../src/core/lineIndex';
import { DEFAULT_OPTIONS } from '../src/core/options';
import { annotatedDocuments, LANGUAGE_OF, withoutNotes } from '../test/support/annotated';
import { recordOfTests } from '../test/support/recordOfTests';
import { coverage, filesOf } from './languageData';

const ROOT = join(__dirname, '..');

/** A place in a file of this repository, with what it says. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly says: string;
}

/** A text of the tests in which a value of the relation is reported, or allowed for a reason. */
export interface Example extends Place {
  /** The message of the finding, or the reason why there is none. */
  readonly why: string;
  readonly isFound: boolean;
}

/** A text of the tests, and where it is from. */
export interface TestedText {
  readonly file: string;
  readonly languageId: string;
  readonly text: string;
  /** The line of its file in which it begins. */
  readonly line: number;
}

/** The ids of all relations that read properties of the record. */
export function relationIds(): readonly string[] {
  return [...new Set(coverage().flatMap(({ relations }) => relations))].sort();
}

/** The facts that a relation reads, each with its statement. */
export function factsOf(relation: string): readonly Place[] {
  const ids = readFacts(relation);
  return filesOf('facts').flatMap(([file, parsed]) =>
    (parsed as { readonly facts: readonly { id: string; statement: { en: string } }[] }).facts
      .filter(({ id }) => ids.has(id))
      .map(({ id, statement }) => ({ ...placeOfId(`data/${file}`, id), says: statement.en })),
  );
}

/** The entry of a relation in the data, and its words in the grid of sentence shapes. */
export function entriesOf(relation: string): readonly Place[] {
  const files = ['data/relations', 'test/grid'].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`),
  );
  return files.flatMap((file) => {
    const isWhole = file === `data/${relation}`;
    const { line, says } = placeOfId(file, relation);
    return isWhole || line > 0 ? [{ file, line: Math.max(line, 1), says }] : [];
  });
}

/** All labelled cases and annotated documents. */
export function testedTexts(): readonly TestedText[] {
  const folder = 'test/cases';
  const cases = readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) =>
      readFileSync(join(ROOT, folder, name), 'utf8')
        .split('\n')
        .flatMap((row, i) => {
          if (row === '') return [];
          const { text, languageId } = JSON.parse(row) as TestedText;
          return [{ file: `${folder}/${name}`, languageId, text, line: i + 1 }];
        }),
    );
  const documents = annotatedDocuments(join(ROOT, 'test/check')).map((path) => ({
    file: path.slice(ROOT.length + 1),
    languageId: LANGUAGE_OF[extname(path)]!,
    text: withoutNotes(readFileSync(path, 'utf8')),
    line: 0,
  }));
  return [...cases, ...documents];
}

/** The texts in which a value of the relation is reported, or allowed for a reason. */
export function examplesOf(relation: string, texts: readonly TestedText[]): readonly Example[] {
  const ids = readFacts(relation);
  return texts.flatMap(({ file, languageId, text, line }) => {
    const checked = check({ text, languageId, lang: 'auto' }, recordOfTests(), DEFAULT_OPTIONS);
    const seen = [
      ...checked.findings.map((each) => ({ ...each, why: each.message, isFound: true })),
      ...[...checked.allowed, ...checked.setAside()].flatMap((each) =>
        each.value ? [{ ...each, why: each.reason, isFound: false }] : [],
      ),
    ].filter(({ name }) => ids.has(name));
    return seen.map(({ start, why, isFound }) => {
      const index = lineIndex(text);
      const says = index.lineText(index.positionAt(start).line).trimEnd();
      return { file, line: line || lineOfText(file, says), says, why, isFound };
    });
  });
}

function readFacts(relation: string): ReadonlySet<string> {
  const pairs = new Set(coverage().flatMap(({ pair, relations }) => (relations.includes(relation) ? [pair] : [])));
  return new Set(
    [...recordOfTests().facts.values()]
      .filter(({ subject, property }) => pairs.has(`${subject} ${property}`))
      .map(({ id }) => id),
  );
}

/** Where an entry with this id begins: its line is 0 if the file has none. */
function placeOfId(file: string, id: string): Place {
  const rows = readFileSync(join(ROOT, file), 'utf8').split('\n');
  const at = rows.findIndex((row) => row.includes(`"id": "${id}"`) || row.trimStart().startsWith(`"${id}":`));
  return { file, line: at + 1, says: rows[at]?.trim() ?? '' };
}

function lineOfText(file: string, says: string): number {
  return readFileSync(join(ROOT, file), 'utf8').split(/\r?\n/).indexOf(says) + 1;
}
