import type { NounGroup, VerbGroup } from './nodes';
import type { Complement, Modality, Statement } from './statement';

/** A clause while it is being read. */
export class Clause {
  subjects: NounGroup[] = [];
  verb: VerbGroup | undefined;
  objects: NounGroup[] = [];
  complements: Complement[] = [];
  next: number;
  /** The group that the next relative possessive owns. */
  owner: NounGroup | undefined;
  /** The role in which the last group was taken, for those coordinated with it. */
  lastRoles: ReadonlySet<string> | undefined;
  omitsSubject = false;

  constructor(readonly kind: Statement['kind'], readonly first: number, readonly parent: Clause | undefined, public modality: Modality) {
    this.next = first;
  }

  get isNested(): boolean {
    return this.parent !== undefined;
  }

  /** What is known once all of its nodes are taken. */
  finished(): Statement {
    const { verb } = this;
    const negated = verb?.negated === true || this.subjects.some(({ determiner }) => determiner === 'negative') || this.objects.some(({ determiner }) => determiner === 'negative');
    const modality: Modality = this.modality !== 'asserted' ? this.modality : negated ? 'denied' : verb?.modality ?? 'asserted';
    return {
      kind: this.kind, first: this.first, next: this.next, verb, subjects: this.subjects, objects: this.objects, complements: this.complements,
      modality, tense: verb?.tense ?? 'none', omitsSubject: this.omitsSubject && this.subjects.length === 0,
    };
  }
}

/** "With its seat in Geneva and 175 Member States": a number goes on from "with", not from the place. */
export function rolesOfNext({ complements }: Clause, group: NounGroup, last: ReadonlySet<string>): ReadonlySet<string> {
  return (group.quantity && complements.find(({ roles }) => roles.has('with'))?.roles) || last;
}
