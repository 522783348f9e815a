import type { Budget } from './budget';
import { walkXml, type XmlVisitor } from './walkXml';

/** The parts that a part refers to, by the last word of the type: `styles`, `footnotes`, `officeDocument`. */
export type Relations = ReadonlyMap<string, readonly string[]>;

/** `xml` is the content of the `.rels` part; `folder` is that of the part itself. Returns what is wrong instead. */
export function readRelations(xml: string, folder: string, budget?: Budget): Relations | string {
  const targets = new Map<string, Set<string>>();
  const visitor: XmlVisitor = {
    open(name, { Type: type, Target: target, TargetMode: mode }) {
      if (!name.endsWith('Relationship') || type === undefined || target === undefined || mode === 'External') return;
      const key = type.slice(type.lastIndexOf('/') + 1);
      if (!targets.has(key)) targets.set(key, new Set());
      targets.get(key)!.add(resolve(folder, target));
    },
  };
  return walkXml(xml, visitor, budget) ?? new Map([...targets].map(([key, parts]) => [key, [...parts]]));
}

/** `word/document.xml` → `word/`. */
export function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1);
}

/** `word/document.xml` → `word/_rels/document.xml.rels`. */
export function relationsOf(part: string): string {
  const folder = folderOf(part);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
