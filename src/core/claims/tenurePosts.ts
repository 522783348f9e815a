import type { NounGroup } from '../reading/nodes';
import { isVerbOf } from './field';
import { ORGANIZATION, headWordsOf } from './headWords';
import { officeOf, type Office } from './offices';
import type { Person } from './people';
import type { Utterance } from './utterance';

/** "IOM Director General X", "X, Director General of IOM", "Director General of IOM: X". */
export function adjacentPost(utterance: Utterance, person: Person): AdjacentPost | undefined {
  const { group } = person;
  const at = (each: NounGroup | undefined): AdjacentPost | undefined => {
    const office = each && officeOf(utterance, each);
    return office && office !== 'other' && !office.isSeat && !(office.isLoose && office.of === 'bare')
      ? { office }
      : undefined;
  };
  const inside = officeOf(utterance, group);
  if (inside === 'other') return undefined;
  if (inside && !inside.isSeat) return at(group);
  for (const { statement } of utterance.argumentsOf(group)) {
    if (statement.kind !== 'apposition' || statement.verb) continue;
    for (const each of [...statement.subjects, ...statement.objects])
      if (each !== group) {
        const post = at(each);
        if (post) return post;
      }
  }
  // "el director general de la OIM António Vitorino": directly after, without a comma.
  const before = utterance.reading.groups.find(
    (each) => each !== group && each.end === group.first && !each.owners.includes(group),
  );
  const adjacent = at(before);
  if (adjacent) return adjacent;
  const { nodes } = utterance.reading;
  const index = nodes.findIndex((node) => node === group);
  // "Amy Pope, Director General of IOM and first woman in the post, …"
  const following = nodes[index + 2];
  if (
    index >= 0 &&
    nodes[index + 1]?.kind === 'comma' &&
    following?.kind === 'noun' &&
    following.named.every(({ mention }) => mention.terms[0]!.entry.concept.kind !== 'person') &&
    nodes[index + 3]?.kind === 'coordinator' &&
    nodes[index + 4]?.kind === 'noun'
  ) {
    const office = at(following);
    if (office?.office.of !== undefined && office.office.of !== 'bare' && !isNamedNext(utterance, following))
      return office;
  }
  let i = index - 1;
  if (
    index < 0 ||
    (nodes[i]?.kind !== 'colon' &&
      nodes[i]?.kind !== 'dash' &&
      nodes[i]?.kind !== 'other' &&
      nodes[i]?.kind !== 'comma')
  )
    return undefined;
  i--;
  while (nodes[i]?.kind === 'date' || (nodes[i]?.kind === 'preposition' && nodes[i + 1]?.kind === 'date')) i--;
  if (nodes[i]?.kind === 'close') {
    while (i > 0 && nodes[i]!.kind !== 'open') i--;
    i--;
  }
  const label = nodes[i];
  if (nodes[index - 1]!.kind === 'comma')
    return label?.kind === 'noun' &&
      label.end <= group.first &&
      !label.owners.includes(group) &&
      label.pronoun === undefined
      ? at(label)
      : undefined;
  const asked = nodes[index - 1]!.kind === 'colon' ? askedFor(utterance, group, at) : undefined;
  if (asked) return asked;
  const opens = nodes[i - 1]?.kind;
  // "IOM (Director General: X)", "IOM: Director General: X"
  const body = label?.kind === 'noun' && (opens === 'open' || opens === 'colon') ? nodes[i - 2] : undefined;
  const own = body?.kind === 'noun' ? utterance.own(body, ORGANIZATION) : undefined;
  const held = own && label?.kind === 'noun' ? officeOf(utterance, label) : undefined;
  // "UNESCO (Director General: X)"
  if (body?.kind === 'noun' && !own && body.isProper) return undefined;
  if (held && held !== 'other' && held.of === 'bare')
    return { office: { ...held, isLoose: false, isSeat: false, of: own!.by } };
  return label?.kind === 'noun' &&
    (opens === undefined || opens === 'stop' || opens === 'colon' || opens === 'adverb' || opens === 'other')
    ? labelled(utterance, label, at(label))
    : undefined;
}

interface AdjacentPost {
  readonly office: Office;
}

/** "Director General: X" in a table or list about the body, where a loose word suffices ("Direction : X"). */
function labelled(utterance: Utterance, label: NounGroup, post: AdjacentPost | undefined): AdjacentPost | undefined {
  if (post && post.office.of !== 'bare') return post;
  const office = officeOf(utterance, label);
  if (!office || office === 'other' || office.of !== 'bare') return post;
  const topic = utterance.discourse.topicOf(utterance.site.block, ORGANIZATION);
  if (topic === 'other') return undefined;
  return topic && !post ? { office: { ...office, isLoose: false, isSeat: false, of: 'reference' } } : post;
}

/** "Who leads IOM: X", "Who is the Director General of IOM: X": the answer to the question before a colon. */
function askedFor(
  utterance: Utterance,
  person: NounGroup,
  at: (group: NounGroup) => AdjacentPost | undefined,
): AdjacentPost | undefined {
  const { statements } = utterance.reading;
  const [question] = statements;
  if (
    !question?.verb ||
    question.next > person.first ||
    question.subjects.some(({ named, owners }) => named.length > 0 || owners.length > 0)
  )
    return undefined;
  const { verb, objects, subjects } = question;
  if (isVerbOf(headWordsOf(utterance.lang).lead, verb, utterance.reading)) {
    const own =
      objects.map((each) => utterance.own(each, ORGANIZATION)).find((each) => each !== undefined) ??
      (verb.clitic ? utterance.antecedentAt(verb.clitic.first, ORGANIZATION, true) : undefined);
    return (
      own && {
        office: {
          group: objects[0] ?? subjects[0] ?? person,
          first: verb.first,
          next: verb.next,
          isSeat: false,
          isLoose: false,
          of: own.by,
        },
      }
    );
  }
  if (!verb.lemmas.some((lemma) => utterance.grammar.isVerb(lemma, 'copula'))) return undefined;
  const seats = [...objects, ...subjects];
  const named = seats.map(at).find((each) => each !== undefined && each.office.of !== 'bare');
  const bare = named
    ? undefined
    : seats
        .map((each) => officeOf(utterance, each))
        .find((each): each is Office => each !== undefined && each !== 'other' && each.of === 'bare' && !each.isSeat);
  const topic = bare && utterance.discourse.topicOf(utterance.site.block, ORGANIZATION);
  // "Who is the Director General?" under a heading about the body.
  return (
    named ?? (bare && topic && topic !== 'other' ? { office: { ...bare, isLoose: false, of: 'reference' } } : undefined)
  );
}

/** Whether a person's name follows a post: "X, the Director General, Y, and …". */
function isNamedNext(utterance: Utterance, post: NounGroup): boolean {
  const after = utterance.reading.sentence.tokens[post.end];
  return after !== undefined && after.kind === 'word' && /^\p{Lu}/u.test(after.written);
}
