import { escapeXml } from '../xml';
import { decodePart } from './partText';

/** Gives numbers that are not used. */
export class Ids {
  private last: number;

  constructor(
    private readonly used: ReadonlySet<string | undefined>,
    first: number,
  ) {
    this.last = first - 1;
  }

  next(): string {
    do this.last++;
    while (this.used.has(String(this.last)));
    return String(this.last);
  }
}

/** The tracked changes that are made, and their ids, which are unique in the package. */
export class Revisions {
  private ids: Ids | undefined;

  /** `date` is an `xsd:dateTime`. */
  constructor(
    private readonly parts: ReadonlyMap<string, Uint8Array>,
    private readonly author: string,
    private readonly date: string,
  ) {}

  /** The attributes of a new change, or of a comment with an id, with a space before each. */
  attributes(prefix: string, id = this.nextId()): string {
    const author = escapeXml(this.author);
    return ` ${prefix}id="${id}" ${prefix}author="${author}" ${prefix}date="${escapeXml(this.date)}"`;
  }

  /** A copy of XML that contains changes, each with an id of its own. */
  withFreshIds(xml: string): string {
    return xml.replace(ID, (_, name: string) => `${name}"${this.nextId()}"`);
  }

  private nextId(): string {
    this.ids ??= new Ids(new Set([...this.parts].flatMap(([name, bytes]) => idsIn(name, bytes))), 1);
    return this.ids.next();
  }
}

const ID = /(\s[^\s=:<>"']+:id\s*=\s*)(?:"[^"]*"|'[^']*')/g;

/** The ids of whatever is numbered in a part. */
function idsIn(name: string, bytes: Uint8Array): readonly string[] {
  if (!name.endsWith('.xml')) return [];
  return [...decodePart(bytes).xml.matchAll(ID)].map(([attribute]) => attribute.split(/["']/)[1]!);
}
