import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { annotation } from '../../src/cli/report/github';
import { docx, line } from '../support/docx';
import { CLEAN, WRONG, folder, type Folder } from './run';

const HINT = 'The IMRF met. The International Migration Review Forum (IMRF) of the Global Compact for Migration met.\n';

describe('check --format github', () => {
  let at: Folder;
  afterEach(() => at?.remove());

  it('writes a workflow command for each finding, and the summary', async () => {
    at = folder({ 'docs/a.md': `# Note\n\nToday ${WRONG}`, 'b.md': HINT });
    const { out, code, err } = await at.run('check', '--format', 'github', './docs', 'b.md');
    const [a, b, summary] = out.split('\n');
    assert.deepEqual([code, err], [1, '']);
    assert.match(
      a!,
      /^::warning file=docs\/a\.md,line=3,endLine=3,col=7,endColumn=11,title=anachronistic-name::.*ICEM.*%0A/,
    );
    assert.match(b!, /^::notice file=b\.md,line=1,.*title=undefined-abbreviation::/);
    assert.equal(summary, '2 findings (1 warning, 1 hint); 2 files checked.');
  });

  it('gives columns only within one line', async () => {
    at = folder({ 'a.md': 'The International\nOffice of Migration helps.\n' });
    const { out } = await at.run('check', '--format', 'github', '.');
    assert.match(out, /^::warning file=a\.md,line=1,endLine=2,title=deprecated-name::/);
  });

  it('gives the paragraph of a Word document, and names files that were not read', async () => {
    at = folder({ 'brief.docx': docx({ body: line('The International Office of Migration helps.') }), 'old.doc': 'x' });
    const { out, code } = await at.run('check', '--format', 'github', '.', 'missing, one.md');
    assert.equal(code, 2);
    assert.match(out, /^::warning file=brief\.docx,title=deprecated-name::paragraph 1: /m);
    assert.match(out, /^::error file=missing%2C one\.md,title=not read::no such file or folder$/m);
    assert.match(out, /^::notice file=old\.doc,title=not read::/m);
  });

  for (const [property, message, expected] of [
    ['a.md', 'b', '::error file=a.md::b\n'],
    ['a:b,c%.md', '50% :: a,b', '::error file=a%3Ab%2Cc%25.md::50%25 :: a,b\n'],
    ['a\nb', 'one\ntwo\r\nthree', '::error file=a%0Ab::one%0Atwo %0Athree\n'],
    ['a::b', '::warning::x', '::error file=a%3A%3Ab::::warning::x\n'],
    ['%0A', '%0A', '::error file=%250A::%250A\n'],
    ['a', '\u001b[31m', '::error file=a::\uFFFD[31m\n'],
  ] as const)
    it(`escapes ${JSON.stringify([property, message])}`, () =>
      assert.equal(annotation('error', { file: property }, message), expected));

  it('stays on one line, whatever a document contains', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (file, message) => {
        const written = annotation('warning', { file, line: 1 }, message);
        assert.match(written, /^::warning file=[^:,\r\n]*,line=1::[^\r\n]*\n$/);
      }),
    );
  });
});

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => (open.at(-1)!.text += text));
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return root.children[0]!;
}

describe('check --format junit', () => {
  let at: Folder;
  afterEach(() => at?.remove());
  const junit = async (...argv: string[]): Promise<Element> =>
    parseXml((await at.run('check', '--format', 'junit', ...argv)).out);
  const shape = ({ attributes, children }: Element): unknown[] => [
    attributes.name,
    ['tests', 'failures', 'errors', 'skipped'].map((key) => Number(attributes[key])).join(' '),
    ...children.map((each) => [each.name, each.attributes.name, ...each.children.map(({ name }) => name)].join(' ')),
  ];

  it('has a suite for each file, with a case for each finding, or one that passes', async () => {
    at = folder({ 'a.md': WRONG + HINT, 'b.md': CLEAN, 'docs/c.md': WRONG });
    const { name, children } = await junit('.');
    assert.equal(name, 'testsuites');
    assert.deepEqual(children.map(shape), [
      [
        'a.md',
        '2 1 0 1',
        'testcase anachronistic-name: ICEM (1:1) failure',
        'testcase undefined-abbreviation: IMRF (2:5) skipped',
      ],
      ['b.md', '1 0 0 0', 'testcase no findings'],
      ['docs/c.md', '1 1 0 0', 'testcase anachronistic-name: ICEM (1:1) failure'],
    ]);
    const [test] = children[0]!.children;
    assert.deepEqual([test!.attributes.classname, test!.attributes.file, test!.attributes.line], ['a.md', 'a.md', '1']);
    const [failure] = test!.children;
    assert.equal(failure!.attributes.type, 'warning');
    assert.match(failure!.attributes.message!, /ICEM/);
    assert.match(failure!.text, /^a\.md:1:1\n.*ICEM.*\nSource: \S/);
  });

  it('fails where --fail-on does', async () => {
    at = folder({ 'a.md': WRONG + HINT });
    for (const [level, failures] of [
      ['error', '2 0 0 2'],
      ['hint', '2 2 0 0'],
      ['never', '2 0 0 2'],
    ] as const)
      assert.equal(shape((await junit('--fail-on', level, '.')).children[0]!)[1], failures, level);
  });

  it('has an error for a file that could not be read, and a skipped case for one that is not read', async () => {
    at = folder({ 'a.md': CLEAN, 'old.doc': 'x' });
    const { children } = await junit('.', 'missing & <gone>.md');
    assert.deepEqual(children.map(shape).slice(1), [
      ['missing & <gone>.md', '1 0 1 0', 'testcase is read error'],
      ['old.doc', '1 0 0 1', 'testcase is read skipped'],
    ]);
  });

  it('gives the paragraph of a Word document', async () => {
    at = folder({ 'brief.docx': docx({ body: line('One.') + line('The International Office of Migration helps.') }) });
    const [test] = (await junit('.')).children[0]!.children;
    assert.equal(test!.attributes.name, 'deprecated-name: International Office of Migration (paragraph 2)');
    assert.match(test!.children[0]!.text, /^brief\.docx: paragraph 2\n/);
    assert.equal(test!.attributes.line, undefined);
  });

  it('escapes the text of a document', async () => {
    at = folder({ 'a & "b".md': 'The International <b>Office</b> of Migration\u0001 helps.\n' });
    const { children } = await junit('--language-id', 'html', '.');
    assert.deepEqual(children.map(shape), [
      ['a & "b".md', '1 1 0 0', 'testcase deprecated-name: International <b>Office</b> of Migration (1:5) failure'],
    ]);
  });
});
