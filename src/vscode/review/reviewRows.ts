import * as vscode from 'vscode';
import type { Finding } from '../../core/finding';
import { CHECKS, type Check } from '../../core/review/judge';
import type { PlaceNode, ReviewGroup, ReviewNote } from '../views/documentNodes';
import { passageCount, remarkCount } from './words';

/** Whether only a review reported a finding. */
export function isRemark({ by }: Finding): boolean {
  return by?.rules === false;
}

/** The remarks, then what the review did not cover, then what the checks dropped. */
export function reviewRows({ review, places, agreed }: ReviewGroup): (PlaceNode | ReviewNote)[] {
  const { counts, dropped } = review;
  const notes: ReviewNote[] = [];
  const note = (id: ReviewNote['id'], label: string, more: Partial<ReviewNote> = {}): void => {
    notes.push({ kind: 'review-note', id, label, ...more });
  };
  const again = { description: vscode.l10n.t('Review again'), reviews: true };
  if (counts.waiting > 0) note('waiting', vscode.l10n.t('Not read yet: {0}', passageCount(counts.waiting)));
  if (counts.unanswered > 0)
    note('unanswered', vscode.l10n.t('Without an answer: {0}', passageCount(counts.unanswered)), again);
  if (counts.changed > 0) note('changed', vscode.l10n.t('Changed since: {0}', passageCount(counts.changed)), again);
  if (agreed > 0) note('agreed', vscode.l10n.t('Found by the rules as well: {0}', agreed));
  if (places.length + agreed === 0 && counts.answered > 0)
    note('nothing', vscode.l10n.t('Nothing that the record contradicts'));
  const shown = CHECKS.filter((check) => dropped[check] > 0);
  if (shown.length > 0)
    note(
      'dropped',
      vscode.l10n.t(
        'Dropped: {0}',
        shown.reduce((sum, check) => sum + dropped[check], 0),
      ),
      {
        description: shown.map((check) => `${DROPPED[check]} ${dropped[check]}`).join(', '),
      },
    );
  return [...places, ...notes];
}

export function reviewItem({ review, places, agreed }: ReviewGroup): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Review'), vscode.TreeItemCollapsibleState.Expanded);
  const at = new Date(review.at).toLocaleString(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' });
  item.id = 'review';
  item.description = `${remarkCount(places.length + agreed)} · ${review.reader}, ${at}`;
  item.tooltip = vscode.l10n.t(
    'Read by {0}, {1}. Shown is only what the record proves, in its own words.',
    review.reader,
    at,
  );
  item.iconPath = new vscode.ThemeIcon('comment');
  item.accessibilityInformation = { label: `${String(item.label)}, ${item.description}` };
  return item;
}

export function reviewNoteItem({ id, label, description, reviews }: ReviewNote): vscode.TreeItem {
  const item = new vscode.TreeItem(label);
  item.id = `review:${id}`;
  item.iconPath = new vscode.ThemeIcon(ICONS[id]);
  if (description !== undefined) item.description = description;
  if (reviews === true) item.command = { title: vscode.l10n.t('Review again'), command: 'migrationTerms.review' };
  if (id === 'dropped')
    item.tooltip = vscode.l10n.t(
      'What the model reported, but the text or the record does not bear out. It is not shown.',
    );
  item.accessibilityInformation = { label: description === undefined ? label : `${label}, ${description}` };
  return item;
}

const ICONS: Readonly<Record<ReviewNote['id'], string>> = {
  waiting: 'loading~spin',
  unanswered: 'warning',
  changed: 'history',
  agreed: 'check-all',
  nothing: 'check',
  dropped: 'filter',
};

const DROPPED: Readonly<Record<Check, string>> = {
  malformed: vscode.l10n.t('incomplete'),
  quote: vscode.l10n.t('not in the text'),
  ignored: vscode.l10n.t('ignored or accepted'),
  fact: vscode.l10n.t('not in the record'),
  agrees: vscode.l10n.t('right by the record'),
  repeated: vscode.l10n.t('repeated'),
  unsure: vscode.l10n.t('unsure'),
};
