import spanish from '../../l10n/bundle.l10n.es.json';
import french from '../../l10n/bundle.l10n.fr.json';
import type { Lang } from '../core/document';

/** Words a title in the language of the editor. The texts are those of the extension, with `{0}` for a value. */
export function titleIn(lang: Lang, title: Title, ...values: readonly (string | number)[]): string {
  const text = lang === 'fr' ? french[title] : lang === 'es' ? spanish[title] : title;
  return text.replace(/\{(\d+)\}/g, (_, index) => String(values[Number(index)]));
}

export type Title = keyof typeof french & keyof typeof spanish;

/** The language of a client that displays in `locale`, such as `fr-CA`; English for one that is not supported. */
export function langOfLocale(locale: unknown): Lang {
  const lang = typeof locale === 'string' ? locale.slice(0, 2).toLowerCase() : undefined;
  return lang === 'fr' || lang === 'es' ? lang : 'en';
}
