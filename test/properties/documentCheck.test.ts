import assert from 'node:assert/strict';
import fc from 'fast-check';
import { check } from '../../src/core/check';
import { DocumentCheck } from '../../src/core/parts/documentCheck';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { builtinTermbase } from '../../src/core/termbase/builtin';
import { asData } from '../support/asData';
import { changesOfParagraphs, editedParagraphs, textOfParagraphs } from '../support/dependentParts';
import { DOCUMENTS, DRESSES, applied, changesOf, editOf, jointsOf, textsOf } from '../support/editedDocuments';
import { RUNS } from '../support/runs';

const termbase = builtinTermbase();

/** Part lengths in code units: each paragraph in a part of its own, and parts of a few paragraphs. */
const PARAGRAPH = 1;
const SHORT = 200;

const documentOf = (text: string, languageId: string, partLength: number): DocumentCheck =>
  new DocumentCheck({ text, languageId, lang: 'auto' }, termbase, DEFAULT_OPTIONS, partLength);
const checkedIn = (text: string, languageId: string, partLength: number): ReturnType<typeof asData> =>
  asData(documentOf(text, languageId, partLength).checked);

describe('an edited document', function () {
  this.timeout(Math.max(600_000, RUNS * 1000));

  it('has the findings of its new text, whatever its parts depend on', () => {
    fc.assert(
      fc.property(editedParagraphs, fc.boolean(), (document, isLookedAt) => {
        let text = textOfParagraphs(document);
        const kept = documentOf(text, 'markdown', PARAGRAPH);
        void kept.checked;
        for (const edit of document.edits) {
          text = applied(text, changesOfParagraphs(text, edit));
          kept.update(text);
          // An intermediate result must not affect the final one.
          if (isLookedAt) void kept.checkedSoFar;
          assert.equal(kept.text, text);
          assert.deepEqual(asData(kept.checked), checkedIn(text, 'markdown', PARAGRAPH));
        }
      }),
      { numRuns: RUNS * 6 },
    );
  });

  for (const [languageId, dress] of Object.entries(DRESSES)) {
    it(`has the findings of its new text, wherever it was edited (${languageId})`, () => {
      const edits = fc.array(fc.array(editOf(dress), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 });
      fc.assert(
        fc.property(textsOf(dress, 3), edits, (start, edits) => {
          let text = start;
          const kept = documentOf(text, languageId, SHORT);
          void kept.checked;
          for (const edited of edits) {
            text = applied(text, changesOf(edited, text, jointsOf(text, languageId, SHORT)));
            kept.update(text);
            assert.equal(kept.text, text);
            assert.deepEqual(asData(kept.checked), checkedIn(text, languageId, SHORT));
          }
        }),
        { numRuns: Math.ceil(RUNS / 3) },
      );
    });
  }

  it('keeps earlier results unchanged, even if they are read later', () => {
    fc.assert(
      fc.property(editedParagraphs, (document) => {
        const start = textOfParagraphs(document);
        const kept = documentOf(start, 'markdown', PARAGRAPH);
        const before = kept.checked;
        let text = start;
        for (const edit of document.edits) {
          text = applied(text, changesOfParagraphs(text, edit));
          kept.update(text);
          void kept.checked.findings;
        }
        assert.deepEqual(asData(before), checkedIn(start, 'markdown', PARAGRAPH));
      }),
      { numRuns: Math.ceil(RUNS / 2) },
    );
  });

  it('may be edited while it is still being read', () => {
    fc.assert(
      fc.property(editedParagraphs, fc.array(fc.nat(40), { minLength: 5, maxLength: 5 }), (document, steps) => {
        let text = textOfParagraphs(document);
        const kept = documentOf(text, 'markdown', PARAGRAPH);
        for (const [i, edit] of document.edits.entries()) {
          for (let step = 0; step < steps[i]!; step++) kept.work(() => true);
          void kept.checkedSoFar;
          text = applied(text, changesOfParagraphs(text, edit));
          kept.update(text);
          void kept.checkedSoFar;
        }
        while (!kept.work(() => true));
        assert.equal(kept.progress, 1);
        assert.deepEqual(asData(kept.checkedSoFar), checkedIn(text, 'markdown', PARAGRAPH));
      }),
      { numRuns: RUNS },
    );
  });

  it('has the fixes of a former name that only other parts of the document establish', () => {
    const text = [
      'Le Comité intergouvernemental pour les migratino chartered the ship that brought his parents.',
      'En 1958, le prêt venait du CIME ; en 1983, il venait du CIM et allait aux migrants.',
      'Le camp, bâti en 1994, occupe le terrain où le CIME logea les réfugiés hongrois en 1956.',
    ].join('\n\n');
    const fixesIn = (partLength: number): readonly number[] =>
      checkedIn(text, 'markdown', partLength).findings.map(({ fixes }) => fixes.length);
    assert.deepEqual([fixesIn(1), fixesIn(Infinity)], [[1], [1]]);
  });

  it('has the same findings however it is cut', () => {
    fc.assert(
      fc.property(editedParagraphs, (document) => {
        const text = textOfParagraphs(document);
        assert.deepEqual(checkedIn(text, 'markdown', PARAGRAPH), checkedIn(text, 'markdown', Infinity));
      }),
      { numRuns: RUNS * 3 },
    );
  });

  for (const [languageId, dress] of Object.entries(DRESSES)) {
    it(`has the same findings however it is cut (${languageId})`, () => {
      fc.assert(
        fc.property(textsOf(dress, 3), fc.array(editOf(dress), { maxLength: 4 }), (start, edits) => {
          const text = applied(start, changesOf(edits, start, []));
          assert.deepEqual(checkedIn(text, languageId, SHORT), checkedIn(text, languageId, Infinity));
        }),
        { numRuns: Math.ceil(RUNS / 3) },
      );
    });
  }

  it('doubts a year for the names of its own paragraph only, however it is cut', () => {
    const text = '## 1995\n\nThe Constitution of IOM entered into force in 1995.\n\nICEM chartered ten ships.\n';
    for (const length of [PARAGRAPH, Infinity])
      assert.deepEqual(
        checkedIn(text, 'markdown', length).findings.map(({ rule, text: words }) => `${rule} ${words}`),
        ['fact-mismatch 1995', 'anachronistic-name ICEM'],
      );
  });

  it('cites the heading of another part at its new distance', () => {
    const head = '## 1952–1980\n\nThe fleet sailed.\n\n';
    const kept = documentOf(`${head}It rained.\n\nIt was calm.\n\nICEM carried refugees.\n`, 'markdown', PARAGRAPH);
    for (let edits = 0; edits < 3; edits++) {
      const { text, evidence } = kept.checked.allowed.at(-1)!;
      assert.equal(text, 'ICEM');
      assert.deepEqual(evidence, [{ start: 3, end: 12, text: '1952–1980' }]);
      kept.update(applied(kept.text, [{ start: head.length, end: head.length, newText: 'It snowed.\n\n' }]));
    }
  });

  it('has the findings of its new text if the next edit interrupts the judgement of a part', () => {
    const near = 'ICM and the board met in the spring of the year, and told of it all at length to those who came.';
    const text = [near, 'The ICM sends its delegates now.', 'Nothing else is told here.']
      .map((paragraph) => paragraph.padEnd(100, '.'))
      .join('\n\n');
    for (const steps of [1, 2, 3, 4, 5, 6]) {
      const kept = new DocumentCheck({ text, languageId: 'plaintext', lang: 'en' }, termbase, DEFAULT_OPTIONS, 90);
      void kept.checked;
      kept.update(applied(kept.text, [{ start: 4, end: 4, newText: 'and migrants ' }]));
      for (let i = 0; i < steps; i++) kept.work(() => true, { start: 0, end: 50 });
      kept.update(applied(kept.text, [{ start: kept.length, end: kept.length, newText: ' End.' }]));
      assert.deepEqual(
        asData(kept.checked),
        asData(check({ text: kept.text, languageId: 'plaintext', lang: 'en' }, termbase, DEFAULT_OPTIONS)),
      );
    }
  });

  it('reads a heading together with the following text, wherever a part would end', () => {
    const after = '## 1995\n\nICEM chartered ten ships for migrants.\n';
    const found = (text: string): readonly string[] =>
      check({ text, languageId: 'markdown', lang: 'auto' }, termbase, DEFAULT_OPTIONS).findings.map(
        ({ rule, text: words }) => `${rule} ${words}`,
      );
    const alone = found(after);
    assert.ok(alone.includes('anachronistic-name ICEM'), alone.join());
    const before = 'The harbour was quiet all day, and the migrants waited for news.\n\n'.repeat(44);
    for (let more = 0; more < 160; more += 4)
      assert.deepEqual(found(`${before}${'a'.repeat(more)}\n\n${after}`), alone, String(more));
  });

  it('judges again only the parts that an edit touches or affects', () => {
    const text = DOCUMENTS.filter((_, i) => i % 3 === 0).join('\n\n');
    // An edit may also move the next cuts, for a distance that depends on the text: the median edit does not.
    const shares = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) => {
      const kept = new DocumentCheck({ text, languageId: 'markdown', lang: 'en' }, termbase, DEFAULT_OPTIONS);
      const before = kept.checked;
      const at = text.indexOf(' ', (text.length * tenth) / 10);
      kept.update(applied(kept.text, [{ start: at, end: at, newText: ' indeed' }]));
      // The findings after the edit have other offsets; their contents are the same objects as before.
      const known = new Set(before.findings.map(({ sources }) => sources));
      return kept.checked.findings.filter(({ sources }) => known.has(sources)).length / before.findings.length;
    });
    const median = shares.sort((one, other) => one - other)[4]!;
    assert.ok(median > 0.94, shares.map((share) => share.toFixed(2)).join(' '));
  });

  it('checks the time limit after each name, however long a paragraph is', () => {
    const text =
      'In 1965 ICEM chartered ten ships. Today the migrant is sent to ICEM, which pays the passage. The International Organization for Migration has 150 Member States. '.repeat(
        80,
      );
    // Each judged abbreviation is looked up once in the other meanings.
    let judged = 0;
    const otherMeanings = new Map(termbase.otherMeanings);
    otherMeanings.get = (abbreviation) => {
      judged++;
      return termbase.otherMeanings.get(abbreviation);
    };
    const document = { text, languageId: 'plaintext', lang: 'en' } as const;
    const kept = new DocumentCheck(document, { ...termbase, otherMeanings }, DEFAULT_OPTIONS);
    let most = 0;
    let slices = 1;
    for (let before = judged; !kept.work(() => true); before = judged, slices++) most = Math.max(most, judged - before);
    assert.equal(judged, 160);
    assert.equal(most, 1);
    const { findings, allowed } = check(document, termbase, DEFAULT_OPTIONS);
    // Each name is judged and read for claims, and each reported one is worded.
    const reported = findings.filter(({ rule }) => rule === 'superseded-name').length;
    assert.equal(reported, 80);
    assert.ok(slices >= 240 + 240 + reported, `${slices} slices`);
    assert.deepEqual(kept.checked.findings, findings);
    assert.deepEqual(kept.checked.allowed, allowed);
  });

  it('judges the visible text before it continues with a long paragraph', () => {
    const long = 'The migrant is sent to ICEM, which pays the passage. '.repeat(200);
    const text = `${long}\n\nThe ship was hired by ICEM today.\n`;
    const document = { text, languageId: 'plaintext', lang: 'en' } as const;
    const kept = new DocumentCheck(document, termbase, DEFAULT_OPTIONS);
    const sight = { start: 0, end: 50 };
    for (let i = 0; i < 40; i++) kept.work(() => true, sight);
    const end = { start: long.length + 2, end: text.length };
    for (let i = 0; i < 4; i++) kept.work(() => true, end);
    assert.equal(kept.isJudged(end), true);
    assert.equal(kept.isJudged(sight), false);
    assert.deepEqual(kept.checked.findings, check(document, termbase, DEFAULT_OPTIONS).findings);
  });

  it('reports the visible text first', () => {
    const text = DOCUMENTS.filter((_, i) => i % 3 === 0).join('\n\n');
    const visible = { start: Math.floor(text.length / 2), end: Math.floor(text.length / 2) + 3000 };
    assert.ok(text.length > 50_000, String(text.length));
    const kept = new DocumentCheck({ text, languageId: 'markdown', lang: 'en' }, termbase, DEFAULT_OPTIONS);
    let seen = kept.checkedSoFar;
    while (seen.findings.length + seen.allowed.length === 0) {
      kept.work(() => true, visible);
      seen = kept.checkedSoFar;
    }
    for (const { start } of [...seen.findings, ...seen.allowed])
      assert.ok(start > visible.start - 12_000 && start < visible.end + 12_000, String(start));
  });
});
