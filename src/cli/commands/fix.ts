import { heldBackOf } from '../../core/describe/textTime';
import { wordingIn } from '../../core/describe/wordings';
import type { Finding } from '../../core/finding';
import { applyEdits, choicesAfter } from '../../core/findings/applyFixes';
import { lineIndex } from '../../core/lineIndex';
import { DocumentCheck } from '../../core/parts/documentCheck';
import { MOST_FINDINGS } from '../../core/parts/mostFindings';
import { settledEdits } from '../../core/parts/settledFixes';
import type { RuleId } from '../../core/rules';
import type { FixCommand } from '../arguments';
import { openInputs } from '../inputs';
import type { ExitCode, Invocation } from '../invocation';
import { encode } from '../readText';
import { heldBackText } from '../report/heldBack';
import type { HeldBackIn } from '../report/run';
import { namesOf, plural, positionText, printable } from '../style';
import { unifiedDiff } from '../unifiedDiff';
import { openWriting } from '../writing';

/**
 * Applies the fixes that need no confirmation: prints them as a diff, or with `--write` changes the files. Lists the
 * findings that need the writer's choice on standard error.
 */
export async function runFix(command: FixCommand, invocation: Invocation): Promise<ExitCode> {
  const { stdout, stderr } = invocation;
  const writing = command.write ? await openWriting(command.paths, invocation) : undefined;
  const inputs = await openInputs(command, invocation, writing?.settle);
  if (!inputs) return 2;
  let failed = false;
  let fixes = 0;
  const files: string[] = [];
  const choices = new Choices();
  const heldBackIn: HeldBackIn[] = [];
  for await (const { found, document, text, content, cells, options } of inputs.read()) {
    const { encoding, damage } = content!;
    const check = new DocumentCheck(document, inputs.termbase, options);
    const { checked } = check;
    const held = heldBackOf(check, wordingIn('en'));
    if (held) heldBackIn.push({ place: found.path, ...held });
    const settled = settledEdits(document, checked.findings, inputs.termbase, options);
    const { findings } = cells?.checked(checked) ?? checked;
    const edits = cells ? settled.map((edit) => cells.edit(edit)) : settled;
    const { fixed, left } = choicesAfter(findings, edits);
    choices.add(found.path, text, left);
    if (findings.at(-1)?.unlisted !== undefined) {
      failed = true;
      stderr.write(`${printable(found.path)}: not changed, because ${TOO_MANY}\n`);
    }
    if (!writing) {
      const diff = unifiedDiff(found.path, text, edits);
      // A piped patch must remain applicable, so only output to a terminal is made printable.
      stdout.write(stdout.isTTY ? diff.split('\n').map(printable).join('\n') : diff);
      continue;
    }
    if (found.kind === 'stdin') {
      stdout.write(applyEdits(text, edits));
      continue;
    }
    if (edits.length === 0) continue;
    const why = damage
      ? 'writing it would lose the bytes that are not text'
      : encoding === 'windows-1252'
        ? 'its encoding, Windows-1252, is only a guess. Save it as UTF-8, and fix it then.'
        : // Without damage, encoding the text yields the bytes that were read.
          await writing.write(found, encode(text, encoding), encode(applyEdits(text, edits), encoding));
    if (why === undefined) {
      files.push(found.path);
      fixes += fixed.length;
    } else {
      failed = true;
      stderr.write(`${printable(found.path)}: not changed, because ${printable(why)}\n`);
    }
  }
  if (command.write)
    stderr.write(
      `${fixes} fixed in ${plural(files.length, 'file')}${files.length === 0 ? '' : `: ${namesOf(files, MOST_LISTED)}`}.\n`,
    );
  stderr.write(choices.report() + heldBackText(heldBackIn));
  return failed || inputs.failed() ? 2 : 0;
}

/** The findings that need a choice; the first are listed. */
class Choices {
  private readonly listed: string[] = [];
  private total = 0;
  private unsure = 0;

  add(path: string, text: string, findings: readonly Finding[]): void {
    const lines = lineIndex(text);
    this.total += findings.length;
    this.unsure += findings.filter(isWrongForm).length;
    for (const { start, message, fixes } of findings.slice(0, MOST_LISTED - this.listed.length)) {
      this.listed.push(
        `  ${printable(path + positionText(lines, start))}  ${printable(message)}${fixes.length === 0 ? NO_FIX : ''}\n`,
      );
    }
  }

  report(): string {
    const { listed, total, unsure } = this;
    if (total === 0) return '';
    const more = total > listed.length ? `  … and ${total - listed.length} more; "check" lists all of them.\n` : '';
    const why = `  ${plural(unsure, 'wrong form')} may be quoted, proposed, listed as a key or of another time: decide there.\n`;
    return `${plural(total, 'finding')} ${total === 1 ? 'needs' : 'need'} your choice:\n${listed.join('')}${more}${unsure > 0 ? why : ''}`;
  }
}

/** Whether the fix of a finding is made unasked wherever its words can be nothing else. */
function isWrongForm({ rule, severity }: Finding): boolean {
  return severity === 'warning' && CORRECTED.has(rule);
}

const TOO_MANY = `it has more than ${MOST_FINDINGS.toLocaleString('en')} findings; divide the file.`;
const MOST_LISTED = 20;
const CORRECTED: ReadonlySet<RuleId> = new Set(['deprecated-name', 'near-miss-name']);
const NO_FIX = ' (No fix: the sentence has to be rewritten.)';
