import type { Lang } from '../document';

/** Our languages by their tags, and by the names that Babel, Polyglossia and authors give them. */
const NAMES: Readonly<Record<Lang, string>> = {
  en: 'en eng english american british usenglish ukenglish canadian australian newzealand anglais ingles',
  fr: 'fr fra fre french frenchb francais canadien acadian frances',
  es: 'es spa spanish espanol castellano castilian espagnol',
};

const LANG_BY_NAME: ReadonlyMap<string, Lang> = new Map((Object.keys(NAMES) as Lang[]).flatMap((lang) => NAMES[lang].split(' ').map((name) => [name, lang])));

/** The language that a tag (`fr-CH`) or name (`français`) stands for; `undefined` where that is none of ours. */
export function langOf(name: string): Lang | undefined {
  return LANG_BY_NAME.get(name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/[-_]/)[0]);
}
