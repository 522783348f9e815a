import type { Lang } from '../document';

/** The supported languages by their tags, and by their names in Babel, Polyglossia and documents. */
const NAMES: Readonly<Record<Lang, string>> = {
  en: 'en eng english american british usenglish ukenglish canadian australian newzealand anglais ingles',
  fr: 'fr fra fre french frenchb francais canadien acadian frances',
  es: 'es spa spanish espanol castellano castilian espagnol',
};

const LANG_BY_NAME: ReadonlyMap<string, Lang> = new Map(
  (Object.keys(NAMES) as Lang[]).flatMap((lang) => NAMES[lang].split(' ').map((name) => [name, lang])),
);

/** The language that a tag (`fr-CH`) or name (`français`) denotes; `undefined` if it is not supported. */
export function langOf(name: string): Lang | undefined {
  return LANG_BY_NAME.get(name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/[-_]/)[0]!);
}
