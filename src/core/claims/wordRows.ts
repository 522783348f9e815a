import { perLang } from '../document';
import { collectWords } from './collectWords';

/** The words that have a function, by language. Bundles contain the result instead of what it is collected from. */
export const wordRows = perLang(collectWords);
