/** A policy text made to measure: seeded, so that every run reads the same, with the names that it holds counted. */
export interface Generated {
  readonly text: string;
  /** How many mentions of ICEM, ICM and the Compact's short forms stand in prose. */
  readonly mentions: number;
  /** How many of them must be reported, at whatever level. */
  readonly wrong: number;
}

/** About `size` UTF-16 code units of Markdown. `density` is the share of paragraphs with names in them. */
export function generate(size: number, density: number, seed = 1): Generated {
  const random = mulberry(seed);
  const parts: string[] = [];
  let length = 0;
  let mentions = 0;
  let wrong = 0;
  const add = (part: string): void => {
    parts.push(part);
    length += part.length;
  };
  for (let n = 1; length < size; n++) {
    if (n % 12 === 1) add(`## ${sentence(random).replace(/\.$/, '')}\n\n`);
    if (n % 29 === 0) {
      add(FENCE);
      continue;
    }
    if (n % 23 === 0) {
      add(table(random));
      continue;
    }
    const before = sentences(random, 1 + Math.floor(random() * 3));
    if (random() < density) {
      const named = NAMED[Math.floor(random() * NAMED.length)]!;
      mentions += named.mentions;
      wrong += named.wrong;
      add(wrap(`${before} ${named.text} ${sentences(random, 2)}`, n % 3 === 0));
    } else add(wrap(`${before} ${sentences(random, 3)}`, n % 3 === 0));
    add('\n\n');
  }
  return { text: parts.join(''), mentions, wrong };
}

const NAMED: readonly { text: string; mentions: number; wrong: number }[] = [
  { text: 'In 1965 ICEM chartered ten ships for migrants bound for Australia.', mentions: 1, wrong: 0 },
  { text: 'The migrant is sent to ICEM, which pays the passage.', mentions: 1, wrong: 1 },
  { text: 'In 1995 ICEM helped refugees return home.', mentions: 1, wrong: 1 },
  {
    text: 'States adopted the Global Compact for Safe, Orderly and Regular Migration in Marrakech in 2018.',
    mentions: 1,
    wrong: 0,
  },
  { text: 'The International Organization for Migration (IOM) has its seat in Geneva.', mentions: 2, wrong: 0 },
  { text: 'The International Office of Migration keeps the register.', mentions: 1, wrong: 1 },
  { text: 'The UN Network on Migration supports Member States.', mentions: 1, wrong: 0 },
  { text: 'See [the archive](https://example.org/ICEM/2003) and `ICEM` in the code.', mentions: 0, wrong: 0 },
  { text: 'The consul wrote: “ICEM pays the passage of every migrant.”', mentions: 1, wrong: 0 },
];

export const WORDS = (
  'the ministry of labour and social affairs reviewed its policy for seasonal workers after the census showed that many households rely on transfers from abroad while local ' +
  'authorities asked for more funds to keep shelters open during winter and teachers in border districts reported new pupils every month a working group will collect data on housing ' +
  'health and schooling so that services reach people who move between regions the report notes progress in registration yet points to gaps in legal aid and translation'
).split(' ');

function sentence(random: () => number): string {
  const words = Array.from({ length: 8 + Math.floor(random() * 14) }, () => WORDS[Math.floor(random() * WORDS.length)]);
  return `${words[0]![0]!.toUpperCase()}${words.join(' ').slice(1)}.`;
}

function sentences(random: () => number, count: number): string {
  return Array.from({ length: count }, () => sentence(random)).join(' ');
}

function table(random: () => number): string {
  const cell = (): string => sentence(random).slice(0, 18).trim();
  return `| Task | Place | Year |\n|---|---|---|\n${Array.from({ length: 4 }, () => `| ${cell()} | ${cell()} | ${1990 + Math.floor(random() * 30)} |`).join('\n')}\n\n`;
}

const FENCE = '```js\nconst agency = "ICEM"; // never prose\n```\n\n';

function wrap(text: string, narrow: boolean): string {
  if (!narrow) return text;
  return text.replace(/(.{50,78}) /g, '$1\n');
}

/** A small seeded generator of numbers in [0, 1). */
export function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
