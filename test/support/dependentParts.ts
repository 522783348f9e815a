import fc from 'fast-check';
import type { Edit } from '../../src/core/finding';

/**
 * Paragraphs by the facts about the rest of a document on which their findings depend. In each topic, some paragraphs
 * determine the facts on which others depend.
 */
const TOPICS: readonly (readonly string[])[] = [
  // The language of the document
  [
    'ICEM: 150 migrants.',
    'OIM: 150 migrants.',
    'IOM: Geneva.',
    'The harbour was quiet all day, and the crew waited for news of the ships that had left it.',
    'Le port était calme, et les marins ont attendu toute la journée des nouvelles de leurs navires.',
    'El puerto estaba tranquilo, y los marineros esperaban todo el día las noticias de sus barcos.',
  ],
  // Accents
  ['la Organizacion Internacional para las Migraciones', 'El año pasó sin más.', 'Nada cambia en el mar.'],
  // The apostrophes that the document uses
  [
    'Le CIME est chargé du transport des migrants.',
    'Les migrants s’adressent au CIME avant leur départ.',
    'L’équipe s’occupe d’abord de l’accueil.',
    "L'équipe attend d'autres nouvelles.",
  ],
  // The broken words of a scanned text
  [
    'The International Organisation of Migrations assists people.',
    'The Internatonal Organization for Migration assists people.',
    'The regu-\nlar mail came.',
    'Nothing happ-\nened at sea, and noth-\ning else.',
  ],
  // The date of the document
  [
    'ICEM assists migrants in forty countries.',
    'IOM has 150 Member States.',
    'The Intergovernmental Committee for Migration helps migrants today.',
    'Date: 4 March 1965',
    'Date: 4 March 1985',
    'Date: 3 May 2027',
    'GENEVA, 2 October 1965 – The fleet sails.',
  ],
  // Events without a date, and the years of items
  [
    'The Global Migration Group helps migrants.',
    'IOM has 165 Member States.',
    'António Vitorino is the Director General of IOM.',
    'The International Organization for Migration works with migrants.',
    'The crew met this week.',
    'The crew went ashore on Monday.',
    'The 108th Session opened at sea.',
    'The States elected António Vitorino.',
    'Date: 3 May 2027',
    '- 2016',
    '## 2016',
    '## The sea',
    'It was calm in 2016.',
  ],
  // Abbreviations: their introductions, words of migration and of other meanings nearby
  [
    'The board of ICM met in spring.',
    'ICEM met again.',
    'The GCM was read aloud.',
    'The International Council of Museums (ICM) met.',
    'The Institute of Medicine (IOM) has its seat there.',
    'The Intergovernmental Committee for Migration (ICM) met in 1985.',
    'IOM was founded in 1970.',
    'Many migrants came.',
    'The rainfall was heavy, and the downscaling was wrong.',
    'Four mathematicians received the Fields Medal in Hyderabad.',
  ],
  // The years of headings far above
  [
    'ICEM carried refugees.',
    'ICEM took refugees to port.',
    'It rained.',
    'It was calm.',
    '## 1952–1980\n\nThe fleet sailed.',
    '### 1981–1988\n\nThe fleet sailed.',
    '# The sea\n\nIt was calm.',
  ],
  // The kinds of sections under headings far above
  [
    'ICEM carried refugees.',
    'IOM has 150 Member States.',
    '## References\n\nThe list is short.',
    '## Quiz\n\nEach line is wrong.',
    '# Glossary\n\nAll of it is old.',
    '### The fleet\n\nIt sailed.',
    '# The sea\n\nIt was calm.',
  ],
  // The places that call a note
  [
    '[^1]: ICEM carried refugees.',
    '[^2]: IOM has 150 Member States.',
    '[^2]: The ship is listed elsewhere.[^1]',
    'The fleet sailed.[^1]',
    'The fleet sailed.[^2]',
    '- The fleet.[^1]',
    '## 1952–1980\n\nThe fleet sailed.',
    '### 1981–1988\n\nThe fleet sailed.[^1]',
    '## References\n\nThe list is short.',
    '## References\n\nThe list is short.[^2]',
    '## Quiz\n\nEach line is wrong.',
    '# The sea\n\nIt was calm.',
  ],
  // The subjects of earlier sentences
  [
    'It has 150 Member States.',
    'The Organization has 150 Member States.',
    'It was founded in 1953.',
    'The Compact has 22 objectives.',
    'The International Organization for Migration works with migrants.',
    'The ILO works with labour.',
    'The Global Compact for Safe, Orderly and Regular Migration was adopted.',
    '## When was IOM founded?\n\nIn 1953.',
    '## The ILO\n\nIt has 187 member States.',
    'António Vitorino.',
    '## Who is the Director General?\n\nAmy Pope leads IOM.',
  ],
  // Names anywhere in the document
  [
    'The Organization has 150 Member States.',
    'The Compact has 22 objectives.',
    'The UN Network on Migration met.',
    'The International Organization for Migration works with migrants.',
    'The Global Compact for Safe, Orderly and Regular Migration was adopted.',
  ],
  // Questions, titles and homonyms in earlier parts
  [
    'The International Council of Museums (ICM) met.',
    'ICM met again.',
    'The GCM was read aloud.',
    'The rainfall was heavy.',
    'IOM works with migrants.',
    '# IOM',
    '## Facts',
    '## How many members has it?',
    'What is the founding year of IOM?',
    'How many Member States does the Organization have?',
    'Who leads it?',
    '1953.',
    '150.',
    'António Vitorino.',
    'Members: 150',
    'Founded: 1953',
    'It was founded in 1953. It has 150 Member States.',
    'The Organization was founded in 1953.',
    '<!-- A note. -->',
  ],
  // Introductions of lists
  [
    '- a) ICEM',
    '- b) ICM',
    '- The ICEM assists migrants.',
    '- The crew.',
    'Which body is it?',
    'True or false?',
    'Abbreviations:',
    'The former names of the Organization:',
    'The fleet sailed.',
  ],
  // How often the document reports the past
  [
    'In 1965 ICEM chartered ten ships.',
    'In 1957 ICEM carried Hungarian refugees overseas.',
    'In 1968 ICEM resettled refugees.',
    'ICEM paid the passage of the whole family.',
    'ICEM assists migrants.',
    'Today ICEM assists migrants.',
  ],
  // Whether the document discusses a word, or uses it before
  [
    'The illegal migrant was sent home.',
    'Each illegal migrant pays.',
    'A climate refugee is at sea.',
    'Each climate refugee pays.',
    'The term “illegal migrant” has no place in law.',
  ],
  // Laws
  [
    'The seat of ICEM is in Geneva.',
    'ICEM assists migrants in forty countries.',
    'Article 1. The sea is free.',
    'Article 2. The ships are free.',
    'Article 3. The ports are open.',
    'Having regard to the Convention on the sea,',
  ],
  // Ignore comments
  [
    'ICEM assists migrants in forty countries.',
    'IOM has 150 Member States. ICEM pays.',
    '<!-- migration-terms-disable -->',
    '<!-- migration-terms-disable superseded-name -->',
    '<!-- migration-terms-enable -->',
    '<!-- migration-terms-enable superseded-name -->',
    '<!-- migration-terms-disable-next-line -->',
    'ICEM pays. <!-- migration-terms-disable-line -->',
  ],
];

/** Paragraphs without a name. Some are longer than the distances within which a word is evidence. */
const OTHERS = [
  'The fleet sailed.',
  'The crew slept.',
  'The crew slept. '.repeat(80).trim(),
  'The crew slept. '.repeat(220).trim(),
];

/** Front matter, a comment at the top, or nothing. */
const TOPS = ['', '', '', '---\nlang: fr\n---\n', '---\ndate: 1965-03-04\n---\n'];

/** Blanks that replace an empty line, and marks whose effect may extend to the following paragraphs. */
const JOINTS = [' ', '\n', '\n  ', '\r\n\r\n'];
const MARKS = ['> ', '- ', '    ', '```\n', '<!-- ', '--> ', '$$\n'];

/**
 * An edit at the paragraph with the index `at`, modulo their number: it replaces `count` paragraphs, replaces the empty
 * line before them by a joint, or inserts a mark.
 */
type ParagraphEdit =
  | { readonly kind: 'replace'; readonly at: number; readonly count: number; readonly paragraphs: readonly string[] }
  | { readonly kind: 'join'; readonly at: number; readonly joint: string }
  | { readonly kind: 'mark'; readonly at: number; readonly mark: string };

/** The paragraphs of a document, and successive edits of one or two changes each. */
export interface EditedParagraphs {
  readonly paragraphs: readonly string[];
  readonly edits: readonly (readonly ParagraphEdit[])[];
}

/**
 * Arbitrary documents about one or two topics, and edits that change the facts on which their paragraphs depend. Two
 * paragraphs of the topic are frequent at first, so that many edits are the first to determine a fact. There is no bias
 * towards small values: in most small documents, no paragraph separates two that depend on each other.
 */
export const editedParagraphs: fc.Arbitrary<EditedParagraphs> = fc.noBias(
  fc
    .oneof(
      { weight: 2, arbitrary: fc.constantFrom(...TOPICS) },
      {
        weight: 1,
        arbitrary: fc.tuple(fc.constantFrom(...TOPICS), fc.constantFrom(...TOPICS)).map((two) => two.flat()),
      },
    )
    .chain((topic) => fc.tuple(fc.constant(topic), fc.shuffledSubarray([...topic], { minLength: 2, maxLength: 2 })))
    .chain(([topic, frequent]) => {
      const paragraph = fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...topic) },
        { weight: 1, arbitrary: fc.constantFrom(...OTHERS) },
      );
      const original = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...frequent) }, paragraph);
      const listOf = <T>(each: fc.Arbitrary<T>, minLength: number, maxLength: number): fc.Arbitrary<T[]> =>
        fc.array(each, { minLength, maxLength, size: 'max' });
      const at = fc.nat(1000);
      const beginning = fc.tuple(fc.constantFrom(...TOPS), paragraph).map(([top, first]) => top + first);
      const replacement = (
        place: fc.Arbitrary<number>,
        paragraphs: fc.Arbitrary<string[]>,
      ): fc.Arbitrary<ParagraphEdit> =>
        fc.record({ kind: fc.constant('replace' as const), at: place, count: fc.nat(1), paragraphs });
      const edit: fc.Arbitrary<ParagraphEdit> = fc.oneof(
        { weight: 6, arbitrary: replacement(at, listOf(paragraph, 0, 2)) },
        replacement(fc.constant(0), fc.tuple(beginning)),
        fc.record({ kind: fc.constant('join' as const), at, joint: fc.constantFrom(...JOINTS) }),
        fc.record({ kind: fc.constant('mark' as const), at, mark: fc.constantFrom(...MARKS) }),
      );
      return fc.record({
        paragraphs: fc.tuple(beginning, listOf(original, 3, 9)).map(([first, rest]) => [first, ...rest]),
        edits: listOf(listOf(edit, 1, 2), 1, 6),
      });
    }),
);

/** The changes that an edit makes in a text, without those that overlap an earlier one. */
export function changesOfParagraphs(text: string, edits: readonly ParagraphEdit[]): readonly Edit[] {
  const starts = startsOf(text);
  const changes: Edit[] = [];
  for (const edit of edits) {
    const change = changeOf(edit, starts);
    if (changes.every((other) => other.end < change.start || change.end < other.start)) changes.push(change);
  }
  return changes;
}

function changeOf(edit: ParagraphEdit, starts: readonly number[]): Edit {
  const index = edit.at % starts.length;
  const start = starts[index]!;
  switch (edit.kind) {
    case 'replace': {
      const end = starts[Math.min(starts.length - 1, index + edit.count)]!;
      return { start, end, newText: withBlankLines(edit.paragraphs) };
    }
    case 'join':
      return { start: Math.max(0, start - 2), end: start, newText: edit.joint };
    case 'mark':
      return { start, end: start, newText: edit.mark };
  }
}

/** The offsets of the paragraphs, and that of the end of the text. */
function startsOf(text: string): readonly number[] {
  const starts = [...text.matchAll(/\n\n/g)].map(({ index }) => index + 2).filter((start) => start < text.length);
  return [0, ...starts, text.length];
}

export const textOfParagraphs = ({ paragraphs }: EditedParagraphs): string => withBlankLines(paragraphs);

function withBlankLines(paragraphs: readonly string[]): string {
  return paragraphs.map((paragraph) => `${paragraph}\n\n`).join('');
}
