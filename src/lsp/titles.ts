import spanish from '../../l10n/bundle.l10n.es.json';
import french from '../../l10n/bundle.l10n.fr.json';
import type { Lang } from '../core/document';
import type { L10n } from '../session/offers';

/** The texts of the extension in the language of the client. */
export function l10nIn(lang: Lang): L10n {
  const texts: Readonly<Record<string, string>> = lang === 'fr' ? french : lang === 'es' ? spanish : {};
  return {
    t: (text, ...values) => (texts[text] ?? text).replace(/\{(\d+)\}/g, (_, index) => String(values[Number(index)])),
  };
}

/** The language of a client that displays in `locale`, such as `fr-CA`; English for one that is not supported. */
export function langOfLocale(locale: unknown): Lang {
  const lang = typeof locale === 'string' ? locale.slice(0, 2).toLowerCase() : undefined;
  return lang === 'fr' || lang === 'es' ? lang : 'en';
}
