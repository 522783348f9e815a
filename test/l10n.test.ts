import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LANGS } from '../src/core/document';
import { wordingIn } from '../src/core/describe/wordings';
import { files } from './support/sources';

// Everything that users read is available in each language: no string is missing, and none is unused.

const ROOT = resolve(__dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const strings = (path: string): Readonly<Record<string, string>> => JSON.parse(read(path));
const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();
const TRANSLATED = LANGS.filter((lang) => lang !== 'en');

/** `{0}` and `{name}`, command links and settings: a translation may move them, but not omit them. */
const kept = (text: string): string[] =>
  [...text.matchAll(/\{\w+\}|\(command:[^)]*\)|`[^`]*`|#[\w.]+#/g)].map(([part]) => part).sort();

describe('the manifest in other languages', () => {
  const english = strings('package.nls.json');

  it('has a title for everything that it shows', () => {
    const used = [...read('package.json').matchAll(/"%([^"%]+)%"/g)].map(([, key]) => key!);
    assert.deepEqual(sorted(Object.keys(english)), sorted(used));
  });

  for (const lang of LANGS) {
    it(`names the rules in the settings as everywhere else (${lang})`, () => {
      const manifest = strings(lang === 'en' ? 'package.nls.json' : `package.nls.${lang}.json`);
      for (const [rule, title] of Object.entries(wordingIn(lang).rules)) {
        assert.ok(manifest[`setting.rules.${rule}`]!.startsWith(title), rule);
        assert.match(manifest['setting.rules']!, new RegExp(`^- \`${rule}\`\\s?: ${title}$`, 'm'));
      }
    });
  }

  for (const lang of TRANSLATED) {
    const translated = strings(`package.nls.${lang}.json`);

    it(`is translated into ${lang}, without unused strings`, () => {
      assert.deepEqual(sorted(Object.keys(translated)), sorted(Object.keys(english)));
      assert.deepEqual(
        Object.keys(translated).filter((key) => translated[key]!.trim() === ''),
        [],
      );
    });

    it(`keeps links and code in ${lang}`, () => {
      const lost = Object.keys(english).filter(
        (key) => kept(english[key]!).join() !== kept(translated[key] ?? '').join(),
      );
      assert.deepEqual(lost, []);
    });
  }
});

describe('the messages of the extension', () => {
  const utterance = ['src/vscode', 'src/session', 'src/lsp']
    .flatMap((folder) => files(folder, '.ts'))
    .flatMap((path) => stringsIn(read(path)).map((text) => ({ path, text })));

  it('are literals, which can be searched for', () => {
    assert.deepEqual(
      utterance.filter(({ text }) => text === undefined).map(({ path }) => path),
      [],
    );
  });

  for (const lang of TRANSLATED) {
    const bundle = strings(`l10n/bundle.l10n.${lang}.json`);

    it(`are translated into ${lang}, without unused strings`, () => {
      assert.deepEqual(sorted(Object.keys(bundle)), sorted(utterance.flatMap(({ text }) => text ?? [])));
    });

    it(`keep their placeholders in ${lang}`, () => {
      assert.deepEqual(
        Object.keys(bundle).filter((text) => kept(text).join() !== kept(bundle[text]!).join()),
        [],
      );
    });
  }
});

describe('the wording of findings, hovers and the history', () => {
  for (const room of ['dates', 'findings', 'descriptions', 'timeline']) {
    const wording = (lang: string) => textsOf(JSON.parse(read(`data/wording/${room}.${lang}.json`)));
    const english = wording('en');

    for (const lang of TRANSLATED) {
      it(`has the same texts of ${room} in ${lang} as in English, with the same placeholders`, () => {
        const shape = (texts: Texts) => [...texts].map(([key, text]) => [key, kept(text), optionalParts(text)]);
        assert.deepEqual(shape(wording(lang)), shape(english));
      });
    }
  }

  it('has labels for the same properties in every other language', () => {
    const [first, ...others] = TRANSLATED.map((lang) => sorted(Object.keys(wordingIn(lang).properties)));
    for (const other of others) assert.deepEqual(other, first);
  });
});

/** The first arguments of the calls of `l10n.t` in a source; `undefined` for one that is not a plain literal. */
function stringsIn(source: string): (string | undefined)[] {
  return [...source.matchAll(/\bl10n\.t\(\s*(?:'((?:[^'\\]|\\.)*)'|`((?:[^`\\$]|\\.)*)`|"((?:[^"\\]|\\.)*)")?/g)].map(
    ([, single, back, double]) =>
      (single ?? back ?? double)?.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign)),
  );
}

type Texts = ReadonlyMap<string, string>;

/**
 * The texts of a file by their place in it. Labels of properties are omitted, because most of the English ones derive
 * from the id, and forms that depend on the plurals of a language.
 */
function textsOf(file: unknown): Texts {
  const texts = new Map<string, string>();
  const collect = (value: unknown, path: string) => {
    if (/^\.(?:properties|ordinal|powers)/.test(path)) return;
    if (typeof value !== 'object' || value === null) texts.set(path, String(value));
    else for (const [key, each] of Object.entries(value)) collect(each, `${path}.${key}`);
  };
  collect(file, '');
  return new Map([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The placeholders of each part that is omitted without them. */
function optionalParts(text: string): string[] {
  return [...text.matchAll(/\[([^\]]*)\]/g)].map(([, part]) => kept(part!).join()).sort();
}
