/** One item of an answer, as a reader gives it: nothing in it is trusted. */
export interface AnswerItem {
  /** The wrong words, as in the passage. */
  readonly quote: string;
  /** Which occurrence of the words is meant, from 1. */
  readonly n: number | undefined;
  /** The id of the contradicting line of the excerpt. */
  readonly fact: string;
  /** The words to write instead. */
  readonly right: string | undefined;
  /** From 0 to 1. */
  readonly sure: number;
}

/** What was read of an answer. */
export interface ReadAnswer {
  readonly items: readonly AnswerItem[];
  /** The number of items without a quote or an id. */
  readonly malformed: number;
  /** Why an answer is not complete: it holds no list, or its list has no end. */
  readonly fault: 'none' | 'no-list' | 'cut-off';
}

/** The JSON schema of an item. */
export const ANSWER_ITEM = {
  type: 'object',
  properties: {
    quote: { type: 'string' },
    fact: { type: 'string' },
    n: { type: 'integer', minimum: 1 },
    right: { type: 'string' },
    sure: { type: 'number', minimum: 0, maximum: 1 },
  },
  required: ['quote', 'fact'],
  additionalProperties: false,
};

/** The JSON schema of an answer, for models that can be held to one. */
export const ANSWER_SCHEMA = {
  type: 'object',
  properties: { remarks: { type: 'array', items: ANSWER_ITEM } },
  required: ['remarks'],
  additionalProperties: false,
};

/** In code units; what follows is not read. */
export const MOST_ANSWER = 400_000;
/** The items of an answer that are read; a passage never has as many errors. */
const MOST_ITEMS = 300;

/**
 * Reads an answer: JSON, also in a code fence, with prose around it, with single quotes, or cut off, where the complete
 * items count. Never throws.
 */
export function readAnswer(answer: string): ReadAnswer {
  const text = afterThoughts(answer.slice(0, MOST_ANSWER));
  const strict = strictly(text);
  if (strict) return itemsOf(strict, 'none');
  const found = objectsIn(text);
  if (found.objects.length === 0 && !found.hasList) return { items: [], malformed: 0, fault: 'no-list' };
  return itemsOf(found.objects, found.isOpen ? 'cut-off' : 'none');
}

/** The marks after which models that write their thoughts first begin to answer. */
const THOUGHTS_END = ['</think>', '</thinking>'];

function afterThoughts(text: string): string {
  const ends = THOUGHTS_END.map((mark) => (text.includes(mark) ? text.lastIndexOf(mark) + mark.length : 0));
  return text.slice(Math.max(...ends));
}

function strictly(text: string): readonly unknown[] | undefined {
  // Every second part is in a fence, and begins with the name of its language.
  const fenced = text.split('```').filter((_, i) => i % 2 === 1);
  for (const candidate of [text, ...fenced.reverse().map((part) => part.replace(/^[a-z]+/i, ''))]) {
    const list = listIn(parsed(candidate));
    if (list) return list;
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The list itself, the list of items under any key of an object, preferably `remarks`, or a single item. */
function listIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  if ('quote' in value) return [value];
  if ('remarks' in value && Array.isArray(value.remarks)) return value.remarks;
  const lists = Object.values(value).filter((each): each is unknown[] => Array.isArray(each));
  return lists.find((list) => list.some(isQuoting)) ?? lists.find((list) => list.length === 0);
}

function isQuoting(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'quote' in value;
}

function itemsOf(values: readonly unknown[], fault: ReadAnswer['fault']): ReadAnswer {
  const items = values.slice(0, MOST_ITEMS).map(itemOf);
  const read = items.filter((item) => item !== undefined);
  return { items: read, malformed: items.length - read.length, fault };
}

function itemOf(value: unknown): AnswerItem | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { quote, n, fact, right, sure } = value as Readonly<Record<string, unknown>>;
  if (typeof quote !== 'string' || quote.trim() === '' || typeof fact !== 'string' || fact.trim() === '')
    return undefined;
  if (!/[\p{L}\p{N}]/u.test(quote)) return undefined;
  const at = typeof n === 'string' ? Number(n) : n;
  const certainty = typeof sure === 'string' ? Number(sure.replace('%', '')) : sure;
  return {
    quote,
    n: typeof at === 'number' && Number.isInteger(at) && at >= 1 ? at : undefined,
    fact: fact.trim(),
    right: typeof right === 'string' && right.trim() !== '' ? right.trim() : undefined,
    sure: typeof certainty === 'number' && Number.isFinite(certainty) ? inUnit(certainty) : 1,
  };
}

/** A share; a percentage is one as well. */
function inUnit(value: number): number {
  return Math.max(0, value > 1 ? Math.min(1, value / 100) : value);
}

/** Braces that open no object, as in prose or code. */
const MOST_FAILED = 1_000;

interface Scanned {
  readonly objects: readonly unknown[];
  readonly hasList: boolean;
  /** Whether the text ends within a list. */
  readonly isOpen: boolean;
}

/** The objects without nested ones in a text that is not JSON as a whole. */
function objectsIn(text: string): Scanned {
  const objects: unknown[] = [];
  const list = /[[{]\s*(?:[\]{}]|["'“]?(?:remarks|quote)\b)/.exec(text);
  let failed = 0;
  for (let at = text.indexOf('{'); at >= 0 && objects.length <= MOST_ITEMS && failed <= MOST_FAILED;) {
    const read = objectAt(text, at);
    if (!read) failed++;
    if (read && ('quote' in read.object || 'fact' in read.object)) objects.push(read.object);
    at = text.indexOf('{', read ? read.end : at + 1);
  }
  return { objects, hasList: list !== null, isOpen: list !== null && !/[\]}]\s*(?:`{3}[^]*)?$/.test(text.trim()) };
}

interface ReadObject {
  readonly object: Readonly<Record<string, unknown>>;
  readonly end: number;
}

/** An object whose values are texts, numbers or words; `undefined` for any other, and for one that has no end. */
function objectAt(text: string, start: number): ReadObject | undefined {
  const object: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  let at = start + 1;
  for (let keys = 0; keys <= MOST_KEYS; keys++) {
    at = afterBlank(text, at, /[\s,]/);
    if (text[at] === '}') return { object, end: at + 1 };
    const key = stringAt(text, at) ?? wordAt(text, at);
    if (!key) return undefined;
    at = afterBlank(text, key.end, /\s/);
    if (text[at] !== ':') return undefined;
    at = afterBlank(text, at + 1, /\s/);
    const value = stringAt(text, at) ?? wordAt(text, at);
    if (!value) return undefined;
    object[key.value] = 'isWord' in value ? plainValue(value.value) : value.value;
    at = value.end;
  }
  return undefined;
}

const MOST_KEYS = 12;

function afterBlank(text: string, from: number, blank: RegExp): number {
  let at = from;
  while (at < text.length && blank.test(text[at]!)) at++;
  return at;
}

function wordAt(text: string, start: number): { value: string; end: number; isWord: true } | undefined {
  let end = start;
  while (end < text.length && end - start < LONGEST_WORD && /[\w.+%-]/.test(text[end]!)) end++;
  return end === start ? undefined : { value: text.slice(start, end), end, isWord: true };
}

const LONGEST_WORD = 40;

function plainValue(word: string): unknown {
  return word === 'null' || word === 'true' || word === 'false' ? undefined : Number(word.replace('%', ''));
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', "'": "'", '“': '”', '‘': '’', '«': '»' };

/** A string in quotation marks; a mark within the text is one that no delimiter follows. */
function stringAt(text: string, start: number): { value: string; end: number } | undefined {
  const close = CLOSING[text[start] ?? ''];
  if (close === undefined) return undefined;
  let value = '';
  for (let at = start + 1; at < text.length && value.length <= LONGEST_STRING; at++) {
    const character = text[at]!;
    if (character === '\\') {
      const [escaped, length] = escapeAt(text, at);
      value += escaped;
      at += length - 1;
    } else if (character === close && isEnd(text, at + 1)) return { value, end: at + 1 };
    else value += character;
  }
  return undefined;
}

const LONGEST_STRING = 4_000;

function isEnd(text: string, at: number): boolean {
  const next = text[afterBlank(text, at, /\s/)];
  return next === undefined || /[,:}\]]/.test(next);
}

function escapeAt(text: string, at: number): readonly [character: string, length: number] {
  const code = /^\\u([\da-f]{4})/i.exec(text.slice(at, at + 6));
  if (code) return [String.fromCharCode(parseInt(code[1]!, 16)), 6];
  const next = text[at + 1] ?? '';
  return [({ n: '\n', t: '\t', r: '\r', b: '', f: '' } as Readonly<Record<string, string>>)[next] ?? next, 2];
}
