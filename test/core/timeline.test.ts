import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { LANGS } from '../../src/core/document';
import { layOut, type Layout } from '../../src/core/timeline/layout';
import type { Box } from '../../src/core/timeline/placed';
import { axisOf, nameOf, svgOf } from '../../src/core/timeline/svg';
import { widthOf, wrapped } from '../../src/core/timeline/text';
import { timelineOf, type Item, type Lane, type Timeline } from '../../src/core/timeline/timeline';
import { middleOf, startOf, ticks } from '../../src/core/timeline/years';
import { timelineWordingIn } from '../../src/core/timeline/wordings';
import { recordOfTests } from '../support/recordOfTests';

const termbase = recordOfTests();
const english = timelineOf(termbase, 'en');
const lane = (id: string): Lane => english.lanes.find((each) => each.id === id)!;
const item = (id: string): Item => english.lanes.flatMap(({ items }) => items).find((each) => each.id === id)!;

describe('the history', () => {
  it('has the names of the organization, one after the other', () => {
    assert.deepEqual(lane('names').items.map(nameOf), [
      'Provisional Intergovernmental Committee for the Movement of Migrants from Europe (PICMME), 5 December 1951 – October 1952',
      'Intergovernmental Committee for European Migration (ICEM), October 1952 – 1980',
      'Intergovernmental Committee for Migration (ICM), 1980 – 14 November 1989',
      'International Organization for Migration (IOM), since 14 November 1989',
    ]);
    const [picmme, icem] = lane('names').items;
    assert.ok(picmme!.kind === 'span' && icem!.kind === 'span' && picmme!.to === icem!.from);
    assert.equal(icem!.factId, 'iom-name-icem');
    assert.ok(icem!.sources.length > 0 && icem!.statement.includes('ICEM'));
  });

  it('has the status, the instruments, the Network and the heads', () => {
    assert.equal(nameOf(item('iom-un-status')), 'Related organization, since 19 September 2016');
    assert.equal(nameOf(item('gcm-adopted')), 'Compact adopted in Marrakech, 10 December 2018');
    assert.equal(nameOf(item('imrf-2022')), 'First Migration Review Forum, 17 May 2022 – 20 May 2022');
    assert.deepEqual(
      lane('network')
        .items.filter(({ kind }) => kind === 'span')
        .map(({ when }) => when),
      ['2003–2006', '2006–2018', 'since 2018'],
    );
    const heads = lane('heads').items;
    assert.equal(nameOf(heads[0]!), 'Hugh S. Gibson, 1952 – 12 December 1954');
    assert.ok(heads[heads.length - 1]!.kind === 'span' && 'open' in heads[heads.length - 1]!);
  });

  it('has every verified number of Member States, and no other', () => {
    const facts = [...termbase.facts.values()].filter(
      (fact) => fact.subject === 'iom' && fact.property === 'member-states',
    );
    const drawn = new Set(lane('membership').items.map(({ factId }) => factId));
    for (const fact of facts) assert.equal(drawn.has(fact.id), fact.confidence !== 'C', fact.id);
  });

  it('is worded in each language', () => {
    for (const lang of LANGS) {
      const { labels } = timelineWordingIn(lang);
      const timeline = timelineOf(termbase, lang);
      assert.deepEqual(
        Object.keys(labels).filter((id) => !termbase.facts.has(id)),
        [],
        'labels of facts that are not there',
      );
      assert.deepEqual(Object.keys(labels), Object.keys(timelineWordingIn('en').labels), lang);
      const moments = timeline.lanes.flatMap(({ items }) => items).filter(({ kind }) => kind === 'moment');
      assert.deepEqual(
        moments.filter(({ id }) => labels[id] === undefined).map(({ id }) => id),
        [],
        `without a label in ${lang}`,
      );
    }
    assert.equal(
      timelineOf(termbase, 'fr').lanes[0]!.items[1]!.labels[0],
      'Comité intergouvernemental pour les migrations européennes (CIME)',
    );
  });

  it('is empty for an empty termbase, without an error', () => {
    const none = { ...termbase, concepts: new Map(), names: new Map(), facts: new Map() };
    const timeline = timelineOf(none, 'en');
    assert.deepEqual(timeline.lanes, []);
    wellFormed(svgOf(timeline, layOut(timeline, { width: 800, captioned: true })));
  });
});

describe('dates on a scale of years', () => {
  it('are as precise as written', () => {
    assert.equal(startOf('1952-10'), 1952.75);
    assert.equal(startOf('1980'), 1980);
    assert.equal(middleOf('1992'), 1992.5);
    assert.equal(middleOf('2018-12-10/2018-12-11'), middleOf('2018-12-10'));
    assert.equal(startOf('soon'), undefined);
  });

  it('have as many labels as space allows', () => {
    assert.deepEqual(ticks(1950, 1975, 20, 60), [1950, 1955, 1960, 1965, 1970, 1975]);
    assert.deepEqual(ticks(1950, 1953, 100, 60), [1950, 1951, 1952, 1953]);
  });
});

describe('the picture', () => {
  for (const lang of LANGS) {
    for (const width of [480, 700, 1280, 4000]) {
      it(`has its labels apart and within its edges (${lang}, ${width})`, () =>
        check(layOut(timelineOf(termbase, lang), { width, captioned: true })));
    }
  }

  it('has its labels apart and within its edges, for any items', () => {
    fc.assert(
      fc.property(timelines, fc.integer({ min: 300, max: 3000 }), fc.boolean(), (timeline, width, captioned) => {
        const layout = layOut(timeline, { width, captioned });
        check(layout);
        wellFormed(svgOf(timeline, layout));
        wellFormed(axisOf(timeline, layout));
      }),
      { numRuns: 150 },
    );
  });

  it('labels both curves of the membership at their ends', () => {
    for (const width of [480, 600, 1000, 2000]) {
      const { items } = layOut(english, { width }).lanes.find(({ lane: { id } }) => id === 'membership')!;
      const written = items.flatMap(({ label }) => label?.lines[0]!.text ?? []);
      for (const name of ['Member States', 'Observer States'])
        assert.ok(
          written.some((label) => label.includes(name)),
          `${name}, ${width}`,
        );
    }
  });

  it('is self-contained when printed', () => {
    const svg = svgOf(english, layOut(english, { width: 1280, captioned: true }));
    assert.deepEqual(svg.match(/var\(|class=|href|url\(|<script|<style|<image|\bon\w+=/g), null);
    assert.ok(
      svg.includes('<title id="timeline-title">') &&
        svg.includes('<desc id="timeline-description">') &&
        svg.includes('role="img"'),
    );
  });

  it('names the publishers below a printed picture, and the sources in each item', () => {
    const layout = layOut(english, { width: 1280, captioned: true });
    const lines = layout.captions.filter(({ kind }) => kind === 'sources').map(({ text }) => text);
    assert.match(lines.join(' '), /^Sources: IOM; United Nations; .*; \d+ others$/);
    assert.ok(lines.length <= 3);
    assert.match(
      svgOf(english, layout),
      /<title>Compact endorsed by the General Assembly, 19 December 2018\n[^<]*A\/RES\/73\/195/,
    );
    assert.deepEqual(
      layOut(english, { width: 1280 }).captions.map(({ kind }) => kind),
      ['footer'],
    );
  });

  it('breaks a line at blanks, and cuts the last one', () => {
    const width = widthOf('three fo…', 11, false);
    assert.deepEqual(wrapped('one two three four', width, 11, 3), ['one two', 'three', 'four']);
    assert.deepEqual(wrapped('one two three four', width, 11, 2), ['one two', 'three fo…']);
    assert.deepEqual(wrapped('', width, 11, 2), []);
  });

  it('gives every item a name and makes it focusable in the panel', () => {
    const svg = svgOf(english, layOut(english, { width: 1280 }));
    const items = english.lanes.flatMap((each) => each.items);
    assert.equal(
      svg.match(
        /<g role="button" tabindex="-1" aria-label="[^"]+" class="item" data-item="[^"]+"(?: data-fact="[^"]+")?>/g,
      )?.length,
      items.length,
    );
    assert.equal(new Set(items.map(({ id }) => id)).size, items.length);
  });
});

/** No two labels overlap, and nothing exceeds the picture. */
function check(layout: Layout): void {
  const isInside = ({ x, y, width, height }: Box) =>
    x >= 0 && y >= 0 && x + width <= layout.width + 0.01 && y + height <= layout.height + 0.01;
  for (const {
    items,
    lane: { id },
    top,
    bottom,
  } of layout.lanes) {
    const boxes = items
      .flatMap(({ label, strip }) => [label?.box, strip])
      .filter((box): box is Box => box !== undefined);
    for (const [i, a] of boxes.entries()) {
      assert.ok(isInside(a) && a.y >= top && a.y + a.height <= bottom, `${id}: ${JSON.stringify(a)} is outside`);
      for (const b of boxes.slice(0, i)) assert.ok(!overlap(a, b), `${id}: ${JSON.stringify([a, b])} overlap`);
    }
    for (const { shape } of items) {
      const box =
        shape.kind === 'bar'
          ? shape
          : { x: shape.x - shape.r, y: shape.y - shape.r, width: 2 * shape.r, height: 2 * shape.r };
      assert.ok(isInside(box), `${id}: ${JSON.stringify(shape)} is outside`);
    }
  }
}

function overlap(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width - 0.01 &&
    b.x < a.x + a.width - 0.01 &&
    a.y < b.y + b.height - 0.01 &&
    b.y < a.y + a.height - 0.01
  );
}

function wellFormed(svg: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(svg).close();
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 90 }),
  fc.string({ maxLength: 60 }),
  fc.constant('<a b="c">&amp;'),
);
const stated = fc.record({
  labels: fc.array(text, { minLength: 1, maxLength: 3 }),
  when: fc.constantFrom('', '1952–1980', 'since 1989'),
  date: text,
  statement: text,
});
const year = fc.double({ min: 1951, max: 2030, noNaN: true });
const anything = fc.oneof(
  fc
    .tuple(stated, year, fc.double({ min: 0, max: 40, noNaN: true }), fc.boolean())
    .map(([words, from, years, open]) => ({
      kind: 'span',
      ...words,
      from,
      to: open ? 2031 : Math.min(2031, from + years),
      open,
    })),
  fc.tuple(stated, year).map(([words, at]) => ({ kind: 'moment', ...words, at })),
);
const counted = fc
  .record({
    stated,
    at: year,
    value: fc.oneof(fc.nat({ max: 300 }), fc.nat()),
    series: fc.constantFrom('members', 'observers'),
  })
  .map(({ stated: words, ...count }) => ({ kind: 'count', ...words, ...count, counted: 'States' }));
const laneOf = (id: string, items: fc.Arbitrary<unknown>) =>
  fc.tuple(text, fc.array(items, { minLength: 1, maxLength: 14 })).map(([title, all]) => ({ id, title, items: all }));

/** Lanes with any items, including some that no termbase contains. */
const timelines = fc
  .tuple(
    text,
    fc.array(laneOf('names', anything), { maxLength: 2 }),
    fc.array(laneOf('membership', counted), { maxLength: 1 }),
  )
  .map(
    ([title, ...lanes]) =>
      ({
        lang: 'en',
        title,
        description: title,
        footer: title,
        sources: title,
        from: 1950,
        until: 2031,
        lanes: lanes.flat().map((each, i) => ({
          ...each,
          items: (each.items as object[]).map((one, j) => ({
            id: `${i}-${j}`,
            confidence: '',
            sources: [],
            factId: undefined,
            ...one,
          })),
        })),
      }) as unknown as Timeline,
  );
