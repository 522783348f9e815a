import assert from 'node:assert/strict';
// @ts-expect-error A script without types.
import { packagedPage } from '../scripts/packagedPage.mjs';

describe('a page in a package', () => {
  const page = packagedPage as (text: string, page: string, files: readonly string[], renamed?: object) => string;
  const files = ['README.md', 'docs/vscode.md', 'docs/rules/README.md'];

  it('has no link that leads nowhere, and keeps those that do not', () => {
    assert.equal(
      page('[a](../SECURITY.md) [b](vscode.md#keys) [c](rules) [d](#here) [e](https://x.org/y)', 'docs/ci.md', files),
      'a [b](vscode.md#keys) [c](rules) [d](#here) [e](https://x.org/y)',
    );
  });

  it('has no picture that is not in the package', () => {
    assert.equal(page('One.\n\n![A menu](docs/images/menu.png)\n\nTwo.\n', 'README.md', files), 'One.\n\nTwo.\n');
  });

  it('leads to the name that a file has in the package', () => {
    assert.equal(
      page('[a](../README.md#install)', 'docs/ci.md', files, { 'README.md': 'readme.md' }),
      '[a](../readme.md#install)',
    );
  });
});
