import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { builtinTermbase } from '../../src/core/termbase/builtin';

function messages(text: string): readonly string[] {
  return check({ text, languageId: 'markdown', lang: 'auto' }, builtinTermbase(), DEFAULT_OPTIONS).findings.map(({ message }) => message);
}

describe('the language of a document', () => {
  const line = '- PICMME : migrants\n';
  it('is that of its front matter where its words do not tell', () => {
    assert.match(messages(`---\nlang: fr\n---\n\n${line}`)[0], /^«\u00a0PICMME\u00a0» est un ancien nom/);
    assert.match(messages(`---\nlang: es-CO\n---\n\n${line}`)[0], /^«PICMME» es un nombre antiguo/);
    assert.match(messages(line)[0], /^“PICMME” is a former name/);
  });

  it('is that of the passage where its words do tell', () => {
    assert.match(messages('---\nlang: en\n---\n\nLe migrant est adressé au CIME pour son passage.\n')[0], /^«\u00a0CIME\u00a0»/);
  });
});
