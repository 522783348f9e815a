/** The fields that are being read. Only the result of a field is text, not its instruction. */
export class OpenFields {
  /** The innermost last. */
  private readonly states: ('instruction' | 'result')[] = [];
  private instructions = 0;
  /** The fields before this index are read as results. */
  private settled = 0;

  get isInstruction(): boolean {
    return this.instructions > 0;
  }

  readMark(type: string | undefined): void {
    const { states } = this;
    if (type === 'begin') {
      states.push('instruction');
      this.instructions++;
    } else if (type === 'separate') {
      if (states.at(-1) !== 'instruction') return;
      states[states.length - 1] = 'result';
      this.instructions--;
    } else if (type === 'end') {
      if (states.pop() === 'instruction') this.instructions--;
      this.settled = Math.min(this.settled, states.length);
    }
  }

  /** Ends the instructions at the end of a paragraph: one that does not end would hide the rest of the document. */
  endInstructions(): void {
    const { states } = this;
    for (let i = this.settled; i < states.length; i++) states[i] = 'result';
    this.settled = states.length;
    this.instructions = 0;
  }
}
