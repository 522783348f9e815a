import { BUILTIN_FILES } from '../../src/core/termbase/builtin';
import type { Concept } from '../../src/core/termbase/concept';
import type { NamedFile } from '../../src/core/termbase/load';
import { mulberry, WORDS } from './generate';

/**
 * A termbase of `count` names that nobody bears, one in eight of two words, the others of three to six. `ordinary`
 * names
 * are of words of their own and, one in four, of words that the generated texts are made of. `alike` names are made of
 * the texts' 150 words throughout but for the last, so that each word of a text begins many names: as hard as it gets.
 */
export function madeUpTermbase(count: number, kind: 'ordinary' | 'alike'): readonly NamedFile[] {
  const random = mulberry(7);
  const word = (): string => {
    if (kind === 'ordinary' && random() < 0.75) return syllables(1000 + Math.floor(random() * 3000));
    const [first, ...rest] = WORDS[Math.floor(random() * WORDS.length)]!;
    return first!.toUpperCase() + rest.join('');
  };
  const concepts = Array.from({ length: count }, (_, n) => {
    const length = n % 8 === 0 ? 2 : 3 + Math.floor(random() * 4);
    // The last word is no word of any text, so that no name is there by chance.
    const text = `${Array.from({ length: length - 1 }, word).join(' ')} ${syllables(10_000 + n)}`;
    return {
      id: `made-up-${n}`,
      kind: 'organization',
      definition: { en: 'Made up.' },
      names: [{ id: `made-up-name-${n}`, because: { en: 'Made up.' }, sources: ['s'], terms: [{ text, lang: 'en' }] }],
    };
  });
  return [{ file: 'made-up.json', content: { concepts, sources: [{ id: 's', title: 'None' }] } }];
}

/** The organization's own English names, which the generated texts use. */
export function ownNames(): readonly NamedFile[] {
  const { content } = BUILTIN_FILES.find(({ file }) => file === 'concepts/iom.json')!;
  const own = (content as { concepts: readonly Concept[] }).concepts
    .filter(({ id }) => id === 'iom')
    .map((concept) => ({
      ...concept,
      names: concept.names.map((name) => ({ ...name, terms: name.terms.filter(({ lang }) => lang === 'en') })),
    }));
  return [
    { file: 'own-names.json', content: { concepts: own } },
    ...BUILTIN_FILES.filter(({ file }) => file.startsWith('sources/')),
  ];
}

function syllables(n: number): string {
  const of = ['ba', 'ke', 'di', 'fo', 'gu', 'la', 'me', 'ni', 'po', 'zu'];
  return `Q${[...String(n)].map((digit) => of[Number(digit)]).join('')}`;
}
