import fs from 'node:fs';
import path from 'node:path';

/** Packs the pages of docs/rules into the bundle that reports their rules, instead of the code that reads them. */
export const packRulePages = {
  name: 'pack-rule-pages',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]report[\\/]rulePages\.ts$/ }, ({ path: module }) => {
      const folder = path.resolve(path.dirname(module), '../../../docs/rules');
      const files = fs.readdirSync(folder).filter((file) => file !== 'README.md');
      const pages = files.map((file) => [path.parse(file).name, fs.readFileSync(path.join(folder, file), 'utf8')]);
      return {
        contents: `const pages = ${JSON.stringify(Object.fromEntries(pages))};\nexport const rulePage = (rule) => pages[rule];`,
        loader: 'js',
        watchFiles: files.map((file) => path.join(folder, file)),
      };
    });
  },
};
