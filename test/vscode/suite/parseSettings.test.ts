import { parseSettings } from '../../../src/vscode/parseSettings';
import { assert } from './assert';

suite('reading the settings', () => {
  const read = (values: Record<string, unknown>) => parseSettings((key) => values[key]);

  test('nothing set: the defaults, and no problems', () => {
    const { settings, problems } = read({});
    assert.deepEqual(problems, []);
    assert.equal(settings.enable, true);
    assert.equal(settings.rules['superseded-name'], 'default');
  });

  test('each wrong value is reported with its repair, and the valid ones apply', () => {
    const { settings, problems } = read({
      enable: 'yes',
      hover: 'brief',
      checkOn: 'sometimes',
      rules: { 'superseded-name': 'loud', 'wrong-status': 'error', nonsense: 'off' },
    });
    assert.equal(settings.enable, true);
    assert.equal(settings.hover, 'brief');
    assert.equal(settings.checkOn, 'type');
    assert.equal(settings.rules['wrong-status'], 'error');
    assert.equal(settings.rules['superseded-name'], 'default');
    assert.equal(problems.length, 4);
    assert.ok(problems.every((problem) => problem.startsWith('migrationTerms.')));
    assert.match(problems.join('\n'), /checkOn is "sometimes"; use "type" or "save"/);
  });

  test('rules that are not an object change nothing', () => {
    const { settings, problems } = read({ rules: ['superseded-name'] });
    assert.equal(settings.rules['superseded-name'], 'default');
    assert.equal(problems.length, 1);
  });
});
