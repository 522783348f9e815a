import { withoutBrackets } from './asides';
import {
  Clause,
  IN,
  TIME,
  apposedTo,
  appositionOf,
  cleft,
  heldWhole,
  identified,
  isDateAlone,
  isDeniedCleft,
  isDateline,
  isInverted,
  isPredicate,
  joinFronted,
  joined,
  modalityOfNonfinite,
  ownRelative,
  rolesOfNext,
  secondEquation,
  takenFrom,
  takesClause,
  waitingOutside,
  wholeOf,
} from './clause';
import type { Token } from './sentence';
import { opensFrequency } from './frequency';
import type { Grammar } from './grammar';
import { LookAhead } from './lookAhead';
import { modalityFrom, modalityUnder } from './modality';
import type { Mark, Node, NounGroup, VerbGroup } from './nodes';
import { modifiedBy, sharedPassive, type Before } from './participles';
import type { Modality, Statement } from './statement';

/** The statements of a sentence, ordered by the starts of their clauses. `start` is the modality of the sentence. */
export function readClauses(
  nodes: readonly Node[],
  tokens: readonly Token[],
  grammar: Grammar,
  start: Modality,
  host?: NounGroup,
): readonly Statement[] {
  const { main, asides } = withoutBrackets(nodes);
  const statements = new Clauses(main, tokens, grammar, start, host).read();
  for (const { inside, before } of asides) {
    const [only] = inside;
    if (
      before &&
      inside.every(({ kind }) => kind === 'date' || kind === 'comma' || kind === 'adverb' || kind === 'preposition')
    ) {
      for (const node of inside) if (node.kind === 'date') before.dates.push(node);
    } else if (only) statements.push(...readClauses(inside, tokens, grammar, start, heldWhole(statements, before)));
  }
  return statements;
}

class Clauses implements Before {
  private readonly clauses: Clause[] = [];
  current: Clause;
  lastNoun: NounGroup | undefined;
  afterComma = false;
  afterCoordinator = false;
  private pending: Mark | undefined;
  private start: Modality;
  /** "IOM, a related organization since 2016, has": an apposition that is still open. */
  private aside: Clause | undefined;
  private readonly ahead: LookAhead;
  private i = 0;

  constructor(
    private readonly nodes: readonly Node[],
    private readonly tokens: readonly Token[],
    private readonly grammar: Grammar,
    private readonly whole: Modality,
    host: NounGroup | undefined,
  ) {
    this.start = modalityFrom(nodes[0]?.first ?? 0, tokens, grammar, whole);
    this.ahead = new LookAhead(nodes, tokens, grammar);
    this.current = this.open(host ? 'apposition' : 'main', nodes[0]?.first ?? 0, undefined, this.start);
    if (host) {
      this.current.subjects.push(host);
      this.lastNoun = undefined;
    }
  }

  read(): Statement[] {
    const { nodes } = this;
    for (this.i = 0; this.i < nodes.length; this.i++) {
      const node = nodes[this.i]!;
      this.take(node);
      this.current.next = Math.max(this.current.next, node.kind === 'noun' ? node.end : node.next);
      if (node.kind !== 'comma' && node.kind !== 'adverb') this.afterComma = false;
      if (node.kind !== 'coordinator' && node.kind !== 'adverb') this.afterCoordinator = false;
      if (node.kind === 'comma') this.afterComma = true;
      if (node.kind === 'coordinator') this.afterCoordinator = true;
    }
    joinFronted(this.clauses);
    return this.clauses
      .filter(
        ({ verb, subjects, objects, complements }) =>
          verb !== undefined || subjects.length + objects.length + complements.length > 0,
      )
      .map((clause) => clause.finished(this.grammar));
  }

  private open(kind: Statement['kind'], first: number, parent: Clause | undefined, modality: Modality): Clause {
    const clause = new Clause(kind, first, parent, modality);
    this.clauses.push(clause);
    this.current = clause;
    return clause;
  }

  private take(node: Node): void {
    if (node.kind !== 'noun' && node.kind !== 'date' && node.kind !== 'preposition' && node.kind !== 'adverb')
      this.aside = undefined;
    switch (node.kind) {
      case 'noun':
        return this.takeNoun(node);
      case 'date':
        return this.takeDate(node);
      case 'verb':
        return this.takeVerb(node);
      case 'preposition':
        this.pending = this.ahead.opensClause(this.i, this.current)
          ? undefined
          : joined(this.nodes[this.i - 1] === this.pending ? this.pending : undefined, node);
        if (!this.pending) this.subordinate(node.first, 'asserted');
        return;
      case 'relative':
        return this.takeRelative(node);
      case 'that':
        return this.continuesRelative(node) ? this.takeRelative(node) : this.takeThat(node);
      case 'supposing':
        return this.ahead.verbFollows(this.i + 1) ? this.subordinate(node.first, 'supposed') : undefined;
      case 'subordinator':
      case 'conceding':
        return this.ahead.opensClause(this.i, this.current) || this.nodes[this.i + 1]?.kind !== 'date'
          ? this.subordinate(node.first, 'asserted')
          : undefined;
      case 'coordinator':
        return this.takeCoordinator();
      case 'comma':
        this.pending = undefined;
        return;
      case 'stop':
      case 'colon':
      case 'dash':
        return this.takeMark(node);
      default:
        return;
    }
  }

  private takeMark(mark: Mark): void {
    const isDash = mark.kind === 'dash';
    this.pending = undefined;
    if (!isDash) this.lastNoun = undefined;
    // "1951: the Conference creates the Committee": the date belongs to the clause that follows.
    if (mark.kind === 'colon' && this.clauses.length === 1 && isDateAlone(this.current)) return;
    if (!isDash || this.current.verb || isDateline(this.current)) this.break(mark);
  }

  /** A colon, stop or dash begins a new clause. A clause interrupted by dashes continues after the second. */
  private break(node: Mark): void {
    if (node.kind === 'dash' && this.current.isNested && this.current.parent!.verb === undefined) {
      this.current = this.current.parent!;
      return;
    }
    this.start = modalityFrom(node.next, this.tokens, this.grammar, this.whole);
    this.open(node.kind === 'colon' ? 'fragment' : 'main', node.next, undefined, this.start);
  }

  private takeNoun(group: NounGroup): void {
    const { current } = this;
    if (current.owner && group.pronoun === undefined && group.named.length < 1 + group.words.length) {
      group.owners.unshift(current.owner);
      current.owner = undefined;
    }
    const { pending } = this;
    this.pending = undefined;
    const before = this.lastNoun;
    this.lastNoun = group;
    if (pending) return this.complement(group, pending.roles!, before, pending.first);
    if (opensFrequency(this.tokens, group.first, this.grammar))
      return this.complement(group, TIME, before, group.first);
    // "**MiGOF** – a framework approved in 2015": a headword with its definition.
    if (
      this.nodes[this.i - 1]?.kind === 'dash' &&
      before &&
      before.named.length > 0 &&
      group.named.length === 0 &&
      current.verb === undefined &&
      current.subjects[0] === before
    ) {
      this.clauses.push(appositionOf(before, group, current));
      return;
    }
    // "The Agreement between the UN and IOM dates from": the noun belongs to the phrase that still awaits its verb.
    const isJoined =
      this.afterCoordinator &&
      current.lastRoles?.has('between') === true &&
      current.verb === undefined &&
      current.subjects.length > 0;
    if (isJoined || (this.afterCoordinator && current.lastRoles && !this.ahead.finiteFollows(this.i + 1)))
      return this.complement(group, rolesOfNext(current, group, current.lastRoles!), undefined, group.first);
    const waits = current.verb === undefined || (current.kind === 'participial' && current.subjects.length === 0);
    const opensHere = this.afterComma && !this.afterCoordinator && waits && this.ahead.finiteFollows(this.i + 1);
    if (opensHere && current.kind !== 'apposition' && !(before && this.ahead.isReduced(group, this.i, before)))
      return this.opened(group);
    if (this.afterComma && before && !this.afterCoordinator && this.ahead.isApposition(before, group, this.i)) {
      const host = apposedTo(current, before, group, this.grammar);
      const apposition = appositionOf(host, group, current);
      this.clauses.push(apposition);
      if (current.verb === undefined && current.subjects.includes(host)) this.aside = apposition;
      // "Founded in 1951, IOM, …": the group before the comma remains the subject.
      if (current.verb !== undefined || current.subjects.includes(host)) return;
    }
    current.lastRoles = undefined;
    // "who adopted the Compact met", "to carry out the Compact was adopted": an outer clause awaits the verb.
    const isObject =
      current.verb !== undefined &&
      !this.afterComma &&
      (waitingOutside(current) !== undefined || isPredicate(current, group, this.nodes[this.i + 1], this.grammar));
    if (
      !isObject &&
      this.ahead.finiteFollows(this.i + 1) &&
      (current.verb !== undefined || current.kind === 'participial')
    )
      return this.newClause(group);
    if (current.verb === undefined) {
      // "La Journée mondiale, elle, est célébrée": a pronoun between commas repeats the subject.
      if (
        group.pronoun !== undefined &&
        this.afterComma &&
        !this.afterCoordinator &&
        current.subjects.length > 0 &&
        this.nodes[this.i + 1]?.kind === 'comma'
      )
        return;
      // "Last year IOM opened": the group next to the verb is its subject.
      if (!this.afterCoordinator && !this.afterComma && current.subjects.length > 0 && current.kind !== 'apposition')
        current.subjects.length = 0;
      if (current.kind === 'apposition' && current.subjects.length > 0) current.objects.push(group);
      else current.subjects.push(group);
      return;
    }
    const second = this.afterCoordinator
      ? secondEquation(current, group, this.nodes[this.i + 1], this.grammar)
      : undefined;
    if (second) {
      this.clauses.push(second);
      this.current = second;
      return;
    }
    if (isInverted(current, group, this.tokens, this.grammar)) {
      current.subjects.push(group);
      current.omitsSubject = false;
      return;
    }
    if (
      this.afterComma &&
      !this.afterCoordinator &&
      current.objects.length === 0 &&
      current.kind === 'participial' &&
      current.subjects.length === 0
    ) {
      current.subjects.push(group);
      this.newClause(group);
      return;
    }
    // "UNHCR, founded in 1950, and PICMME": no comma separates a participle from its object.
    const outer =
      (this.afterComma || this.afterCoordinator) && current.kind === 'participial' && current.objects.length === 0
        ? waitingOutside(current)
        : undefined;
    if (outer) {
      (this.afterCoordinator ? outer.subjects : outer.objects).push(group);
      this.current = outer;
      return;
    }
    // "Tittmann followed, and in May 1958 Daly": the subject of a clause with an elided verb.
    if (this.ahead.isGapped(this.i) && current.objects.length === 0) {
      this.open('main', group.first, current.parent, current.modality).subjects.push(group);
      return;
    }
    current.objects.push(group);
  }

  /** The subject after an opening element: "With its seat in Geneva, IOM has", "Fin 2018, l'OIM compte". */
  private opened(group: NounGroup): void {
    const { current } = this;
    if (current.kind === 'participial' || current.kind === 'relative') return this.newClause(group);
    const [opening] = current.subjects;
    if (
      opening &&
      current.subjects.length === 1 &&
      opening.named.length === 0 &&
      opening.quantity === undefined &&
      opening.pronoun === undefined
    ) {
      const apposition = appositionOf(group, opening, current);
      apposition.complements.push(...current.complements);
      this.clauses.push(apposition);
    }
    current.subjects = [group];
    current.lastRoles = undefined;
  }

  /** A noun with its own finite verb begins a clause, and is the subject of a participle that opened the sentence. */
  private newClause(group: NounGroup): void {
    const { current } = this;
    // "Adopted in 2018 and built on 23 objectives, the Compact": the opening phrases without a subject modify this one.
    const isOpening = (clause: Clause): boolean =>
      (clause.verb?.form === 'participle' || (clause.verb?.form === 'finite' && clause.verb.passive === undefined)) &&
      clause === this.clauses.find(({ verb }) => verb !== undefined);
    for (const clause of this.clauses)
      if (
        clause.kind === 'participial' &&
        clause.subjects.length === 0 &&
        (clause === current || clause.parent === current.parent || isOpening(clause))
      )
        clause.subjects.push(group);
    const outer = current.kind === 'main' || current.parent === undefined ? undefined : current.parent;
    // "says the Compact is a treaty": a complement clause without "that".
    if (takesClause(current, group, this.grammar)) {
      this.open(
        'main',
        group.first,
        current,
        modalityUnder(current.verb!, current.modality, this.grammar),
      ).subjects.push(group);
      return;
    }
    const taken = this.afterComma ? takenFrom(current, this.grammar) : [];
    // "…, which was founded in 1951, IOM says": a clause that awaits its verb continues here.
    const clause = this.open(
      'main',
      group.first,
      outer && outer.verb === undefined ? outer : undefined,
      this.start === 'asserted' && current.modality === 'supposed' && !this.afterComma ? 'supposed' : this.start,
    );
    clause.subjects.push(group);
    clause.complements.push(...taken);
  }

  private takeDate(date: Extract<Node, { kind: 'date' }>): void {
    const roles =
      this.pending?.roles ?? (this.afterCoordinator || this.afterComma ? this.current.lastRoles : undefined) ?? TIME;
    const after = this.nodes[this.i - (this.pending ? 2 : 1)];
    // "founded neither in 1950 nor later", "not in 1950 but in 1951"
    if (after?.kind !== 'negation')
      (this.aside ?? this.current).complements.push({
        group: date,
        roles,
        first: this.pending?.first ?? date.first,
        next: date.next,
        after: after?.kind === 'noun' ? after : undefined,
      });
    this.pending = undefined;
  }

  private complement(group: NounGroup, roles: ReadonlySet<string>, after: NounGroup | undefined, first: number): void {
    const clause = this.aside ?? this.current;
    clause.complements.push({
      group,
      roles,
      first,
      next: group.end,
      after: after && after.end >= first - 1 ? after : undefined,
    });
    clause.lastRoles = roles;
  }

  private takeVerb(verb: VerbGroup): void {
    const { current } = this;
    const after = this.pending;
    this.pending = undefined;
    if (verb.form === 'infinitive' || verb.form === 'gerund' || after !== undefined) return this.nonfinite(verb, after);
    const shared = this.afterCoordinator ? sharedPassive(verb, current) : undefined;
    if (shared) {
      this.clauses.push(shared);
      this.current = shared;
      return;
    }
    if (
      verb.form === 'participle' ||
      (verb.passive === undefined &&
        current.verb === undefined &&
        this.lastNoun !== undefined &&
        !this.afterCoordinator &&
        this.ahead.finiteFollows(this.i + 1))
    ) {
      // "fondée en 1951, l'OIM", "the agreement signed in 2016", "IOM, founded in 1951,"
      if (
        current.verb !== undefined ||
        current.subjects.length > 0 ||
        current.complements.length === 0 ||
        verb.form === 'participle'
      )
        return this.participial(verb);
    }
    // "the Compact, a treaty adopted in Marrakech, sets out": modifies the apposition.
    const last = this.clauses[this.clauses.length - 1];
    if (
      verb.passive === undefined &&
      last?.kind === 'apposition' &&
      this.lastNoun !== undefined &&
      last.objects.includes(this.lastNoun) &&
      this.lastNoun.end === verb.first
    )
      return this.participial(verb);
    // "is a body created in 1951"
    if (
      verb.passive === undefined &&
      this.lastNoun !== undefined &&
      current.objects.includes(this.lastNoun) &&
      this.lastNoun.end === verb.first &&
      current.verb?.lemmas.some((lemma) => this.grammar.isBe(lemma))
    )
      return this.participial(verb);
    // "by a conference held in Brussels": without an object, modifies the preceding complement.
    if (
      verb.passive === undefined &&
      current.verb !== undefined &&
      this.lastNoun?.end === verb.first &&
      !this.afterCoordinator &&
      waitingOutside(current) === undefined &&
      this.ahead.following(this.i)?.kind === 'preposition' &&
      current.complements[current.complements.length - 1]?.group === this.lastNoun
    )
      return this.participial(verb);
    // "UNHCR, founded in 1950, and": a comma never separates a subject from its verb.
    if (
      verb.passive === undefined &&
      this.afterComma &&
      !this.afterCoordinator &&
      current.verb === undefined &&
      this.lastNoun !== undefined &&
      this.nodes[this.i - 2] === this.lastNoun &&
      current.subjects.length === 1 &&
      current.subjects[0] === this.lastNoun
    )
      return this.participial(verb);
    // "It runs the Portal, launched in 2017": after a comma and without an object, it is a participle as well.
    if (
      verb.passive === undefined &&
      this.afterComma &&
      current.verb !== undefined &&
      this.lastNoun !== undefined &&
      !this.afterCoordinator &&
      waitingOutside(current) === undefined &&
      this.ahead.following(this.i)?.kind === 'preposition'
    )
      return this.participial(verb);
    // "Founded in 1951, IOM": an opening verb without a subject is a participle, unless subjects can be omitted.
    if (
      verb.passive === undefined &&
      current.subjects.length === 0 &&
      !current.isNested &&
      !this.grammar.omitsSubjects &&
      this.lastNoun === undefined &&
      !this.afterCoordinator
    )
      return this.participial(verb);
    if (current.verb === undefined) {
      current.verb = verb;
      if (current.subjects.length === 0) current.omitsSubject = true;
      return;
    }
    const outer = waitingOutside(current);
    if (outer && !this.afterCoordinator) {
      outer.verb = verb;
      this.current = outer;
      outer.lastRoles = undefined;
      return;
    }
    // "was founded in 1951 and has 175 members": both verbs share the subject.
    const base =
      outer ??
      (this.afterCoordinator && current.kind !== 'main' && this.afterComma && current.parent?.verb
        ? current.parent
        : current);
    const clause = this.open(base.kind === 'apposition' ? 'main' : base.kind, verb.first, base.parent, base.modality);
    clause.verb = verb;
    const own =
      !this.afterCoordinator &&
      !this.afterComma &&
      this.lastNoun &&
      this.lastNoun.end >= verb.first - 1 &&
      base.objects.includes(this.lastNoun)
        ? this.lastNoun
        : undefined;
    clause.subjects = own ? [own] : [...base.subjects];
    clause.omitsSubject = clause.subjects.length === 0;
  }

  private participial(verb: VerbGroup): void {
    const { current } = this;
    const modified = modifiedBy(verb, this, this.tokens, this.grammar);
    const parent = this.afterCoordinator && current.kind === 'participial' ? current.parent : current;
    // "is not a body founded in 1949"
    const isDenied = current.verb?.negated === true && modified !== undefined && current.objects.includes(modified);
    const clause = this.open('participial', verb.first, parent, isDenied ? 'denied' : current.modality);
    clause.verb = verb;
    if (modified) clause.subjects.push(modified);
  }

  private nonfinite(verb: VerbGroup, after: Mark | undefined): void {
    const { current } = this;
    const clause = this.open(
      'participial',
      verb.first,
      current,
      modalityOfNonfinite(verb, after, current, this.grammar),
    );
    clause.verb = verb;
    // "took office in 2018, succeeding Swing": modifies the subject.
    const adjacent =
      verb.form === 'gerund' && this.lastNoun && this.lastNoun.end >= verb.first - 2
        ? this.lastNoun
        : current.objects[0];
    const controller = (verb.form === 'gerund' && this.afterComma ? undefined : adjacent) ?? current.subjects[0];
    if (controller) clause.subjects.push(controller);
  }

  private takeRelative(mark: Mark): void {
    const { current, grammar } = this;
    const antecedent =
      (this.afterCoordinator && current.kind === 'relative' ? current.antecedent : undefined) ??
      identified(current, wholeOf(current, this.lastNoun), grammar);
    const { pending } = this;
    this.pending = undefined;
    const clause = this.open('relative', mark.first, current, current.modality);
    clause.antecedent = antecedent;
    if (cleft(current, clause, grammar) || !antecedent) return;
    if (isDeniedCleft(current, antecedent, grammar)) clause.modality = 'denied';
    if (pending?.roles?.has('of') && this.nodes[this.i - 2] === antecedent && this.nodes[this.i - 3]?.kind === 'comma')
      return ownRelative(this.clauses, clause, current, antecedent);
    const word = { written: this.tokens[mark.first]!.written, folded: mark.word };
    if (grammar.is(word, 'relativeOwner')) {
      clause.owner = antecedent;
      return;
    }
    if (grammar.is(word, 'relativePlace') || pending) {
      clause.complements.push({
        group: antecedent,
        roles: pending?.roles ?? IN,
        first: mark.first,
        next: mark.next,
        after: undefined,
      });
      return;
    }
    // "that 164 governments adopted": a separate subject precedes the verb, or a plural verb follows a singular noun.
    if (this.ahead.subjectFollows(this.i + 1) || this.ahead.isObjectRelative(word, antecedent, this.i))
      clause.objects.push(antecedent);
    else clause.subjects.push(antecedent);
  }

  /** "que nació en 1951 y que tiene": the word for "that" continues a relative clause. */
  private continuesRelative({ word }: Mark): boolean {
    return (
      this.afterCoordinator &&
      this.current.antecedent !== undefined &&
      this.grammar.is({ written: word, folded: word }, 'relative')
    );
  }

  private takeThat(mark: Mark): void {
    const { current, grammar } = this;
    const modality = current.verb ? modalityUnder(current.verb, current.modality, grammar) : current.modality;
    this.pending = undefined;
    cleft(current, this.open('main', mark.first, current, modality), grammar);
  }

  private subordinate(first: number, modality: Modality): void {
    const { current } = this;
    this.pending = undefined;
    cleft(
      current,
      this.open('main', first, current, modality === 'asserted' ? current.modality : modality),
      this.grammar,
    );
  }

  private takeCoordinator(): void {
    const {
      current,
      nodes: { [this.i + 1]: next },
    } = this;
    if (next?.kind === 'verb' || next === undefined) return;
    if (
      current.verb !== undefined &&
      next.kind === 'noun' &&
      (this.ahead.finiteFollows(this.i + 2) || this.ahead.finiteFollowsAside(this.i + 2))
    ) {
      this.open(
        'main',
        next.first,
        current.kind === 'main' ? current.parent : undefined,
        current.kind === 'main' ? current.modality : this.start,
      );
    }
  }
}
