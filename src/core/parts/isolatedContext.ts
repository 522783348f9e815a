import type { Outside } from '../context/outside';
import type { Lang } from '../document';

/**
 * The context of a part that is read on behalf of a later one: it knows the language of the document and nothing
 * else.
 */
export class IsolatedContext implements Outside {
  constructor(private readonly lang: Lang) {}

  language(): Lang {
    return this.lang;
  }
  writesAccents(): boolean {
    return true;
  }
  isScanned(): boolean {
    return false;
  }
  isLegalText(): boolean {
    return false;
  }
  documentDate(): undefined {
    return undefined;
  }
  yearOfToday(): undefined {
    return undefined;
  }
  isIntroduced(): undefined {
    return undefined;
  }
  headings(): readonly never[] {
    return [];
  }
  before(): undefined {
    return undefined;
  }
  nameOf(): undefined {
    return undefined;
  }
  introduction(): undefined {
    return undefined;
  }
  anchorDistance(): number {
    return Infinity;
  }
  otherMeanings(): readonly never[] {
    return [];
  }
}
