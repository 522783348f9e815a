// Compares the words that this program and Pandoc read in Word documents; needs `pandoc`.
//
//   node --import tsx scripts/comparePandoc.mjs FILE.docx …
//   node --import tsx scripts/comparePandoc.mjs --record     writes the words that Pandoc reads in the test's documents
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readWord } from '../src/core/word/readWord.ts';
import { DOCUMENTS } from '../test/core/word/documents.ts';
import { docx } from '../test/support/docx.ts';
import { plainWords, wordsOf } from '../test/support/plainWords.ts';

/** The blocks that contain inlines. */
const BLOCKS = new Set(['Para', 'Plain', 'Header']);
/** How far apart, in words, the two texts may agree again. */
const FARTHEST = 400;
const RECORD = 'test/core/word/pandoc.json';

if (process.argv[2] === '--record') record();
else compare(process.argv.slice(2));

function record() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pandoc-'));
  const file = path.join(folder, 'document.docx');
  const words = Object.entries(DOCUMENTS).map(([name, content]) => {
    fs.writeFileSync(file, docx(content));
    return [name, pandocWords(file).join(' ')];
  });
  fs.rmSync(folder, { recursive: true });
  fs.writeFileSync(RECORD, `${JSON.stringify(Object.fromEntries(words), undefined, 2)}\n`);
}

function compare(files) {
  let words = 0;
  let differences = 0;
  for (const file of files) {
    const document = readWord(fs.readFileSync(file));
    const theirs = pandocWords(file);
    const changes = differencesOf(document.kind === 'document' ? plainWords(document.text) : [], theirs);
    words += theirs.length;
    differences += changes.reduce((sum, { ours, theirs }) => sum + Math.max(ours.length, theirs.length), 0);
    const state = document.kind === 'document' ? '' : ` (${document.reason} ${document.detail})`;
    console.log(`${file}: ${theirs.length} words, ${changes.length} differences${state}`);
    for (const { ours, theirs } of changes) console.log(`  ours: ${ours.join(' ')}\n  pandoc: ${theirs.join(' ')}`);
  }
  console.log(`${words} words, of which ${differences} differ`);
}

/** The words of Pandoc's syntax tree, with notes at the end, as ours are. */
function pandocWords(file) {
  const { stdout, status, stderr } = spawnSync('pandoc', ['--track-changes=accept', '-f', 'docx', '-t', 'json', file], {
    maxBuffer: 1 << 30,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${file}: ${stderr}`);
  const { meta, blocks } = JSON.parse(stdout);
  const notes = [];
  const parts = [];
  const walk = (node) => {
    if (Array.isArray(node)) node.forEach(walk);
    else if (node && typeof node === 'object') {
      const { t, c } = node;
      if (t === 'Str') parts.push(c);
      else if (t === 'Space' || t === 'SoftBreak' || t === 'LineBreak') parts.push(' ');
      else if (t === 'Code' || t === 'CodeBlock') parts.push(c[1], t === 'CodeBlock' ? '\n' : '');
      else if (t === 'Quoted') {
        const [open, close] = c[0].t === 'SingleQuote' ? '‘’' : '“”';
        parts.push(open);
        walk(c[1]);
        parts.push(close);
      } else if (t === 'Note') notes.push(c);
      else if (t === 'Math' || t === 'RawInline' || t === 'RawBlock' || t === 'Image') return;
      else if (t === 'Link' || t === 'Span' || t === 'Div' || t === 'OrderedList') walk(c[1]);
      else if (t === 'Header') walk(c[2]);
      else if (t === 'Table') walkTable(c);
      else walk(c);
      if (BLOCKS.has(t)) parts.push('\n');
    }
  };
  const walkTable = ([, , , [, headRows], bodies, [, footRows]]) => {
    const rows = [...headRows, ...bodies.flatMap(([, , head, body]) => [...head, ...body]), ...footRows];
    for (const [, cells] of rows) for (const cell of cells) walk(cell[4]);
  };
  for (const key of ['title', 'subtitle', 'author', 'date', 'abstract']) {
    walk(meta[key]?.c ?? []);
    parts.push('\n');
  }
  walk(blocks);
  while (notes.length > 0) walk(notes.shift());
  return wordsOf(parts.join(''));
}

/** The ranges that differ, each up to the next place where three words agree. */
function differencesOf(ours, theirs) {
  const changes = [];
  for (let i = 0, j = 0; i < ours.length || j < theirs.length;) {
    if (ours[i] === theirs[j]) {
      i++;
      j++;
      continue;
    }
    const [di, dj] = nextMatch(ours, i, theirs, j);
    changes.push({ ours: ours.slice(i, i + di), theirs: theirs.slice(j, j + dj) });
    i += di;
    j += dj;
  }
  return changes;
}

function nextMatch(ours, i, theirs, j) {
  for (let distance = 1; distance < FARTHEST; distance++)
    for (let di = 0; di <= distance; di++) {
      const dj = distance - di;
      if ([0, 1, 2].every((k) => ours[i + di + k] === theirs[j + dj + k])) return [di, dj];
    }
  return [ours.length - i, theirs.length - j];
}
