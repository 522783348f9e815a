/** The texts that assistants receive, in English. */

export const NOTHING_KNOWN =
  'The record contains nothing about this. That does not mean that it is right or wrong. Ask with fewer words: a name, an abbreviation, a subject.';

export const ONLY_A_GUESS =
  'The record has no exact answer: the results contain only most of what was asked, or are of another time. Use none of them without saying so.';

export const NOTHING_FOUND =
  'Nothing to report. Only names and facts in the record were checked; this does not confirm other statements.';

export const NOTHING_CHANGED =
  'Nothing was changed: the passage needs no fix of this kind. This does not confirm its other statements.';

export const LEFT_FOR_A_WRITER =
  'A person has to decide the findings in "choices": show them. Change none by yourself.';

export const NOTHING_PROVED =
  'The record proves none of the remarks. Do not report them as errors. This does not confirm the passage.';

export const NOTHING_TO_REVIEW =
  'The text names nothing that the record knows, so that there is nothing to review. Tell the user so.';

/** Follows the request of a review, in a chat with a tool that verifies the remarks. */
export const thenVerify = (tool: string): string =>
  `Do not show this JSON to the user. Pass the whole text of the user, and your remarks, to the tool "${tool}", and then report only what it returns as findings, with its messages and sources.`;

export const PROMPT_TEXTS = {
  review: {
    title: 'Review the facts of a text',
    description:
      'Asks the assistant to compare a text with the record, and to let the tool "verify_claims" judge what it found.',
  },
} as const;

export const TOOL_TEXTS = {
  lookUp: {
    title: 'Look up names and facts',
    description:
      'Looks up names and facts about the International Organization for Migration (IOM), the Global Compact for Safe, Orderly and Regular Migration (GCM) and the United Nations Network on Migration in a curated, dated record. Use it before writing or confirming such a name, abbreviation, title, date, count, head, legal status or objective. Cite the source and the as-of date of a fact that you use. An empty result confirms nothing.',
  },
  check: {
    title: 'Check names and facts in a passage',
    description:
      'Checks a passage against the record: former, wrong and misspelt names, stale or wrong values, wrong legal statuses. Returns each finding with its line, the reason, what to write instead and the sources. Changes nothing. No finding does not mean that the passage is right.',
  },
  fix: {
    title: 'Fix names and facts in a passage',
    description:
      'Returns a passage in which forms that were never a name and misspellings are corrected, with the reasons and sources; and the findings that a person has to decide: former names, numbers, dates, persons, statuses. Writes no file: the fixed text is in the answer.',
  },
  verify: {
    title: 'Verify remarks on a passage',
    description:
      'Judges remarks that you make on a passage: each quotes words that are wrong and names the line of the record that contradicts them. Returns those that the record proves, with messages and sources that you can repeat, and the number of the others. Report none of the others. The prompt "review" gives you the record and the form of a remark.',
  },
  history: {
    title: 'History of a name',
    description:
      'Returns the names that a body, instrument, forum or person had one after the other, with the dates of each, its forms in English, French and Spanish, and the sources. Forms that are wrong have no history: look_up knows them.',
  },
} as const;

/** A sentence about a section of the record, whose title is in English. */
export function aboutSection(title: string): string {
  return `The facts of the record on “${title}”, each with its dates and sources.`;
}

export const RESOURCE_TEXTS = {
  facts: {
    title: 'Facts by section',
    description: 'The facts of a section of the record, each with its dates and sources.',
  },
  names: {
    title: 'Names of a concept',
    description: 'The names of a concept in chronological order, in three languages, with dates and sources.',
  },
} as const;

/** Follows what the time of a passage holds back. */
export const HOW_TO_JUDGE = 'To judge it as of today, give the date of today.';
