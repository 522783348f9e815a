// The same texts and the same terms for everybody, as far as each can take them: see the notes that it prints.
import { arch, cpus, platform } from 'node:os';
import { createRequire } from 'node:module';

const {
  check,
  findMentions,
  DEFAULT_OPTIONS,
  markdown,
  BUILTIN_FILES,
  loadTermbase,
  generate,
  argument,
  bareTime,
  median,
  row,
} = createRequire(import.meta.url)('../../../dist/test/ours.js');
const { termbase } = loadTermbase(BUILTIN_FILES);
const written = [...new Set(termbase.terms.map((term) => term.text + term.suffix))];
const words = written.filter((text) => /^[\p{L}\p{N}]+$/u.test(text));

/** Each makes ready outside the clock and gives what is to be timed; that returns how many places it found. */
const PEERS = {
  'this, whole check': async () => (text) => {
    const { findings, allowed } = check({ text, languageId: 'markdown', lang: 'en' }, termbase, DEFAULT_OPTIONS);
    return findings.length + allowed.length;
  },
  'this, matcher alone': async () => (text) =>
    findMentions(text, termbase, markdown.readEscape, () => true).mentions.length,
  'regular expression': async () => {
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${[...written]
        .sort((a, b) => b.length - a.length)
        .map(tolerant)
        .join('|')})(?![\\p{L}\\p{N}])`,
      'giu',
    );
    return (text) => [...text.matchAll(pattern)].length;
  },
  'textlint, terminology': async () => {
    const { createLinter } = await import('textlint');
    const { TextlintKernelDescriptor } = await import('@textlint/kernel');
    const plugin = await import('@textlint/textlint-plugin-markdown');
    const rule = await import('textlint-rule-terminology');
    const descriptor = new TextlintKernelDescriptor({
      rules: [
        {
          ruleId: 'terminology',
          rule: unwrap(rule),
          options: { defaultTerms: false, terms: written.map((text) => [tolerant(text), '…']) },
        },
      ],
      filterRules: [],
      plugins: [{ pluginId: 'markdown', plugin: unwrap(plugin), options: true }],
    });
    const linter = createLinter({ descriptor });
    return async (text) => (await linter.lintText(text, 'a.md')).messages.length;
  },
  cSpell: async () => {
    const { spellCheckDocument } = await import('cspell-lib');
    const settings = {
      language: 'en',
      languageSettings: [],
      flagWords: words,
      maxNumberOfProblems: 1e9,
      maxDuplicateProblems: 1e9,
    };
    return async (text) =>
      (
        await spellCheckDocument(
          { uri: 'file:///a.md', text, languageId: 'markdown', locale: 'en' },
          { generateSuggestions: false, noConfigSearch: true },
          settings,
        )
      ).issues.length;
  },
  Harper: async () => {
    const { LocalLinter } = await import('harper.js');
    const { binary } = await import('harper.js/binary');
    const linter = new LocalLinter({ binary });
    await linter.setup();
    await linter.importWords(words);
    return async (text) => (await linter.lint(text, { language: 'markdown' })).length;
  },
};

const NOTES = `
regular expression: one alternation of all terms, tolerant of wraps and emphasis; it knows no prose and no meaning
textlint: all terms as patterns of its terminology rule, without the rule's own
cSpell: spelling of English, with those terms that are one word as words to flag; it cannot take names of several words
Harper: its English rules, with those terms that are one word in its dictionary; it cannot take terms of ours
Times are wall time of warm runs: the median of as many as fit into ten seconds, at least one.`;

console.log(
  `node ${process.version}, ${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${new Date().toISOString().slice(0, 10)}; ${written.length} terms`,
);
for (const size of (argument('--sizes') ?? '100,1000').split(',').map(Number)) {
  const { text } = generate(size * 1000, 0.06);
  console.log(`\n${row(`${size} KB of Markdown`, 'ms', '× bare', '× ours', 'places', 'runs')}`);
  const bare = median(Array.from({ length: 20 }, () => bareTime(text)));
  console.log(row('bare pass', bare.toFixed(3), '1'));
  let ours = 0;
  for (const [name, open] of Object.entries(PEERS)) {
    try {
      const run = await open();
      await run(generate(10_000, 0.9).text);
      const { times, places } = await measure(run, text);
      const spent = median(times);
      ours ||= spent;
      console.log(
        row(name, spent.toFixed(1), (spent / bare).toFixed(0), (spent / ours).toFixed(1), places, times.length),
      );
    } catch (error) {
      console.log(`${row(name, 'failed')}  ${String(error).split('\n', 1)[0].slice(0, 120)}`);
    }
  }
}
console.log(NOTES);

async function measure(run, text) {
  const times = [];
  const first = performance.now();
  let places = await run(text);
  // All are warmed up for three seconds, as in the other benchmark; a run that is slow by itself is taken as it is.
  const warm = performance.now() - first;
  if (warm > 5_000) return { times: [warm], places };
  while (performance.now() - first < 3_000) await run(text);
  for (const until = performance.now() + 10_000; performance.now() < until && times.length < 25;) {
    const started = performance.now();
    places = await run(text);
    times.push(performance.now() - started);
  }
  return { times, places };
}

function tolerant(text) {
  return text
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('[\\s*_]+');
}

function unwrap(module) {
  return module.default?.default ?? module.default ?? module;
}
