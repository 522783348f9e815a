// Language models for suites and pictures. Each request is answered by the next step of a script; the last step
// repeats.
//
// - { kind: 'remarks', remarks: [{ quote, find, right, sure }] }: answers with the remarks whose quote is in the
//   passage.
//   `find` is a regular expression whose first group is the id of a line of the record.
// - { kind: 'text', text }: answers with the text. { kind: 'breakOff', text, error }: the same, and then fails.
// - { kind: 'error', error }: fails. An error is { code } of LanguageModelError, or { message }.
// - { kind: 'stall', remarks }: answers only when it is released; without an end if it is cancelled.
// eslint-disable-next-line @typescript-eslint/no-require-imports -- an extension of this kind has no build
const vscode = require('vscode');

const VENDOR = 'migration-terms-tests';
const MODELS = [
  { id: 'replay', name: 'Test Model', maxInputTokens: 128_000 },
  { id: 'second', name: 'Second Model', maxInputTokens: 64_000 },
  { id: 'small', name: 'Small Model', maxInputTokens: 4_096 },
].map((model) => ({ family: 'test', version: '1', maxOutputTokens: 4_096, capabilities: {}, ...model }));

exports.activate = ({ subscriptions }) => {
  let script = vscode.workspace.getConfiguration('reviewTestModels').get('script', []);
  let requests = [];
  let registration;
  let models = MODELS;
  const stalled = new Set();
  const arrived = new vscode.EventEmitter();

  const provider = {
    provideLanguageModelChatInformation: () => models,
    provideTokenCount: (_model, text) => Math.ceil((typeof text === 'string' ? text : textOf([text])).length / 4),
    async provideLanguageModelChatResponse(model, messages, _options, progress, token) {
      const request = textOf(messages);
      requests.push({ model: model.id, request });
      const step = (script.length > 1 ? script.shift() : script[0]) ?? { kind: 'remarks', remarks: [] };
      arrived.fire();
      if (step.kind === 'stall') {
        await new Promise((resolve) => stalled.add(resolve));
        if (token.isCancellationRequested) return;
      }
      if (step.kind === 'error') throw errorOf(step.error);
      const answer = step.text ?? answerTo(request, step.remarks);
      // In two parts, as models write.
      for (const part of [answer.slice(0, 20), answer.slice(20)])
        progress.report(new vscode.LanguageModelTextPart(part));
      if (step.kind === 'breakOff') {
        // The editor loses what comes in the same moment as an error.
        await new Promise((resolve) => setTimeout(resolve, 50));
        throw errorOf(step.error);
      }
    },
  };
  const register = () => {
    registration ??= vscode.lm.registerLanguageModelChatProvider?.(VENDOR, provider);
    return registration !== undefined;
  };
  const commands = {
    script: (steps) => {
      script = steps;
      requests = [];
    },
    requests: () => requests,
    release: () => {
      stalled.forEach((resolve) => resolve());
      stalled.clear();
    },
    /** Whether the editor takes models of extensions. Only the models with the ids are offered. */
    offer: (ids) => {
      models = MODELS.filter(({ id }) => ids.includes(id));
      registration?.dispose();
      registration = undefined;
      return models.length === 0 || register();
    },
  };
  register();
  for (const [name, run] of Object.entries(commands))
    subscriptions.push(vscode.commands.registerCommand(`reviewTestModels.${name}`, run));
  return { onRequest: arrived.event };
};

function textOf(messages) {
  return messages
    .flatMap(({ content }) => content)
    .map((part) => (typeof part === 'string' ? part : (part.value ?? '')))
    .join('\n');
}

function answerTo(request, remarks) {
  const [record, passage] = request.split('\n# Passage\n');
  return JSON.stringify({
    remarks: remarks
      .filter(({ quote, always }) => always || passage.includes(quote))
      .map(({ quote, find, right, sure }) => ({
        quote,
        fact: new RegExp(find, 'm').exec(record)?.[1] ?? 'F0',
        ...(right && { right }),
        ...(sure === undefined ? {} : { sure }),
      })),
  });
}

function errorOf({ code, message }) {
  return code ? vscode.LanguageModelError[code](message) : new Error(message);
}
