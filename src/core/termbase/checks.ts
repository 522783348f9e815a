import { foldKey } from '../fold';
import type { Concept, Name } from './concept';
import type { Merged } from './merge';
import type { Problems } from './problem';
import type { TermEntry, Termbase } from './termbase';

/**
 * Reports problems between entries that are each valid alone: references that lead nowhere, names without a source or
 * without a replacement, names whose periods overlap, forms claimed by two concepts. The entries remain in use.
 */
export function checkTermbase(termbase: Termbase, merged: Merged, problems: Problems): void {
  const check: Check = { termbase, merged, problems };
  const right = rightForms(termbase);
  for (const concept of termbase.concepts.values()) checkConcept(check, concept, right);
  checkFacts(check);
  checkMeanings(check);
  checkClaims(check);
}

interface Check {
  readonly termbase: Termbase;
  readonly merged: Merged;
  readonly problems: Problems;
}

/** A name has one preferred term for each language and form, and no term twice. */
function checkForms(name: Name, place: string, file: string, problems: Problems): void {
  const preferred = new Map<string, string>();
  const texts = new Set<string>();
  name.terms.forEach((term, position) => {
    const at = `${place}/terms/${position}`;
    const key = `${term.lang} ${term.form ?? 'full'}`;
    const isPreferred = (term.status ?? 'preferred') === 'preferred';
    const first = isPreferred ? preferred.get(key) : undefined;
    if (first !== undefined)
      problems.warning(
        file,
        at,
        `"${term.text}" and "${first}" are both preferred (${key}). Give one of them the status "admitted", or "deprecated" if it is wrong.`,
      );
    else if (isPreferred) preferred.set(key, term.text);
    if (texts.has(`${term.lang} ${term.text}`))
      problems.warning(
        file,
        at,
        `"${term.text}" occurs twice in the name "${name.id}" (${term.lang}). Remove one of the two.`,
      );
    texts.add(`${term.lang} ${term.text}`);
  });
}

function checkConcept({ termbase, merged, problems }: Check, concept: Concept, right: ReadonlySet<string>): void {
  const { file } = merged.originOf.get(concept)!;
  const { id, successor, names } = concept;
  if (successor !== undefined && !termbase.concepts.has(successor) && !merged.retired.has(successor)) {
    problems.warning(
      file,
      `concepts/${id}/successor`,
      `There is no concept "${successor}". Write the id of a concept or leave the successor out.`,
    );
  }
  names.forEach((name, i) => {
    const place = `concepts/${id}/names/${name.id}`;
    checkSources({ termbase, merged, problems }, file, `${place}/sources`, name.sources);
    name.terms.forEach((term, position) => {
      checkSources({ termbase, merged, problems }, file, `${place}/terms/${position}/sources`, term.sources ?? []);
      if (term.status === 'deprecated' && term.instead === undefined && !right.has(`${name.id} ${term.lang}`)) {
        problems.warning(
          file,
          `${place}/terms/${position}`,
          `"${term.text}" is deprecated, but "${name.id}" has no preferred term in "${term.lang}" to write instead. Add one, or "instead".`,
        );
      }
    });
    checkForms(name, place, file, problems);
    if (name.sources.length === 0 && name.terms.every(({ sources }) => (sources ?? []).length === 0)) {
      problems.warning(
        file,
        `${place}/sources`,
        `The name "${name.id}" has no source. Name at least one in "sources", so that readers can see who says so.`,
      );
    }
    if (name.from !== undefined && name.to !== undefined && isLater(name.from, name.to)) {
      problems.warning(
        file,
        place,
        `The name ends (${name.to}) before it begins (${name.from}). Exchange or correct the dates.`,
      );
    }
    const next = names[i + 1];
    if (next && overlap(name, next)) {
      problems.warning(
        file,
        `concepts/${id}/names/${next.id}`,
        `"${name.id}" (${period(name)}) and "${next.id}" (${period(next)}) overlap. Names of a concept follow one another: let "to" of the first be "from" of the next, in the order of time.`,
      );
    }
  });
}

/** The names that have a replacement to offer, each with the language: `icem en`. */
function rightForms({ terms }: Termbase): ReadonlySet<string> {
  return new Set(
    terms.filter(({ status }) => status !== 'deprecated').map(({ entry, lang }) => `${entry.name.id} ${lang}`),
  );
}

function checkFacts(check: Check): void {
  for (const fact of check.termbase.facts.values()) {
    const { file } = check.merged.originOf.get(fact)!;
    checkSources(check, file, `facts/${fact.id}/sources`, [
      ...fact.sources,
      ...(fact.conflicts ?? []).flatMap(({ sources }) => sources),
    ]);
    if (fact.from !== undefined && fact.to !== undefined && isLater(fact.from, fact.to)) {
      check.problems.warning(
        file,
        `facts/${fact.id}`,
        `The fact ends (${fact.to}) before it begins (${fact.from}). Exchange or correct the dates.`,
      );
    }
  }
}

function checkMeanings(check: Check): void {
  const abbreviations = new Set(check.termbase.terms.map(({ text }) => text));
  for (const meaning of check.merged.otherMeanings.values()) {
    const { file } = check.merged.originOf.get(meaning)!;
    checkSources(check, file, `otherMeanings/${meaning.id}/sources`, meaning.sources ?? []);
    if (!abbreviations.has(meaning.abbreviation) && check.merged.retired.size === 0) {
      check.problems.warning(
        file,
        `otherMeanings/${meaning.id}/abbreviation`,
        `There is no term "${meaning.abbreviation}" that this could be another meaning of. Correct it or leave the entry out.`,
      );
    }
    for (const anchor of meaning.anchors) {
      const key = foldKey(anchor);
      if (key === '' || key.includes('\u0000'))
        check.problems.warning(
          file,
          `otherMeanings/${meaning.id}/anchors`,
          `The anchor "${anchor}" can never be found. Write plain words.`,
        );
    }
  }
}

function checkSources({ termbase, problems }: Check, file: string, place: string, ids: readonly string[]): void {
  for (const id of ids) {
    if (!termbase.sources.has(id))
      problems.warning(file, place, `There is no source "${id}". Add it to "sources" or correct the id.`);
  }
}

/**
 * Reports forms of two concepts that a text cannot distinguish. Exceptions are ambiguous forms, which their context
 * distinguishes, a concept and its successor, which may share a name, and a shield, which exists to resemble another
 * concept.
 */
function checkClaims({ merged, problems, termbase }: Check): void {
  const first = new Map<string, TermEntry>();
  const claims = new Map<
    string,
    { readonly reported: TermEntry; readonly other: TermEntry; readonly texts: Set<string> }
  >();
  for (const term of termbase.terms) {
    const key = `${term.lang} ${foldKey(term.text + term.suffix)}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, term);
    else if (collide(earlier, term)) {
      // Own terms come first; a collision with the built-in termbase is reported for the writer's own file.
      const [reported, other] = isOwn(merged, earlier) ? [earlier, term] : [term, earlier];
      const pair = `${reported.entry.name.id} ${other.entry.name.id}`;
      const claim = claims.get(pair) ?? { reported, other, texts: new Set() };
      claims.set(pair, claim);
      claim.texts.add(reported.text);
    }
  }
  for (const { reported, other, texts } of claims.values()) {
    const more = texts.size > 1 ? ` (and ${texts.size - 1} more)` : '';
    const yours = isOwn(merged, reported) && !isOwn(merged, other) ? '; yours is used' : '';
    problems.warning(
      merged.originOf.get(reported.entry.concept)!.file,
      `concepts/${reported.entry.concept.id}/names/${reported.entry.name.id}`,
      `"${reported.text}"${more} is also a form of "${other.entry.name.id}", another concept${yours}. Remove one of the two, retire the other, or mark both as "ambiguous".`,
    );
  }
}

function isOwn({ originOf }: Merged, { entry }: TermEntry): boolean {
  return originOf.get(entry.concept)!.own;
}

function collide(a: TermEntry, b: TermEntry): boolean {
  const [one, two] = [a.entry.concept, b.entry.concept];
  if (
    one === two ||
    one.shield ||
    two.shield ||
    (a.ambiguous && b.ambiguous) ||
    one.successor === two.id ||
    two.successor === one.id
  )
    return false;
  return !(a.exactCase && b.exactCase && a.text + a.suffix !== b.text + b.suffix);
}

function overlap(one: Name, next: Name): boolean {
  if (one.former) return false;
  return one.to === undefined ? true : next.from !== undefined && isLater(one.to, next.from);
}

/** Compares at the precision that both dates share: November 1989 is not later than 14 November 1989. */
function isLater(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) > b.slice(0, length);
}

function period({ from, to }: Name): string {
  return `${from ?? '…'}–${to ?? '…'}`;
}
