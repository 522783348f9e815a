import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { lookUpEntries } from '../../src/core/describe/lookUp';
import { searchIn } from '../../src/core/search/search';
import { LANGS, type Lang } from '../../src/core/document';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { recordOfTests } from '../support/recordOfTests';

const SEARCHES = new Map(LANGS.map((lang) => [lang, searchIn(recordOfTests(), lang)]));

function rows(query: string, lang: Lang = 'en'): readonly string[] {
  return SEARCHES.get(lang)!
    .find(query)
    .rows.flatMap(({ entry, older }) => [entry, ...older])
    .map(({ label, description }) => `${label} (${description})`);
}

describe('looking up', () => {
  const first: [query: string, lang: Lang, row: RegExp][] = [
    ['member states', 'en', /^Member States: 175 \(IOM, as of December 2025\)/],
    ['états membres', 'fr', /^États membres\u00a0: 175 \(OIM, en décembre 2025\)/],
    ['estados miembros', 'es', /^Estados miembros: 175 \(OIM, en diciembre de 2025\)/],
    ['director general 2015', 'en', /^Director General: William Lacy Swing/],
    ['director general 1985', 'en', /^Director General: James L\. Carlin/],
    ['who leads IOM', 'en', /^Director General: Amy E\. Pope/],
    ["qui dirige l'OIM", 'fr', /^Amy E\. Pope est Directrice générale/],
    ['quién dirige la OIM', 'es', /^Amy E\. Pope es Directora General/],
    ['GCM vote', 'en', /^Votes: 152-5-12/],
    ['votación pacto mundial', 'es', /152 votos/],
    ['UNNM coordinator', 'en', /^Coordinator: /],
    ['IMRF 2026', 'en', /^Session: 5 May 2026/],
    ['budget 2025', 'en', /^Budget: USD 2,890 million/],
    ['objective 7', 'en', /Objective 7\b/],
    ['objetivo 7', 'es', /objetivo 7\b/],
    ['pope', 'en', /^Amy E\. Pope \(English, French, Spanish\)/],
    ['ICEM', 'en', /^ICEM \(English, 1952–1980\)/],
    ['pacte mondial', 'fr', /^Pacte mondial/],
    ['un network on migration', 'en', /^UN Network on Migration/],
    // Names that the product recommends, or that are only known to be different bodies.
    ['UNHCR', 'en', /^UNHCR/],
    ['HCR', 'fr', /^HCR/],
    ['ACNUR', 'es', /^ACNUR/],
    ['ILO', 'en', /^ILO/],
    ['OIT', 'fr', /^OIT/],
    ['OIT', 'es', /^OIT/],
    ['irregular migrant', 'en', /^irregular migrant/],
    ['undocumented migrant', 'en', /^undocumented migrant/],
    // Misspellings.
    ['membr staets', 'en', /^Member States: 175 \(IOM, as of December 2025\)/],
    ['vittorino', 'fr', /^António Vitorino/],
    ['memebr states', 'en', /^Member States: 175/],
    // What is asked for: a kind of value, a form of the name, its definition.
    ['when was IOM founded', 'en', /^Founded(?: on)?: /],
    ['where was the Kampala Convention adopted', 'en', /^Adopted: 23 October 2009/],
    ['cuántos objetivos tiene el Pacto Mundial', 'es', /^Objetivos: 23/],
    ['who abstained GCM vote', 'en', /^Abstaining States: Algeria/],
    ['definition of refugee', 'en', /^refugee /],
    ['qué significa apátrida', 'es', /^apátrida /],
    ['full title of the ICRMW', 'en', /^International Convention on the Protection/],
    ['acronym of the Displacement Tracking Matrix', 'en', /^DTM /],
    ['GCM resolution symbol', 'en', /^Endorsed by: A\/RES\/73\/195/],
    ['UN Network on Migration in Spanish', 'en', /^Red de las Naciones Unidas sobre la Migración/],
    ['terme correct immigré clandestin', 'fr', /^migrant en situation irrégulière/],
    ['intitulé de l’objectif 23', 'fr', /Renforcer la coopération/],
    // The thing that is named decides the subject.
    ['IOM headquarters', 'en', /^Seat: Geneva/],
    ['UNHCR head', 'en', /^High Commissioner: /],
    ['intitulé de l’objectif 23 du Pacte mondial', 'fr', /Renforcer la coopération/],
    ['UNNM members', 'en', /^Members: \d+.*UNNM/],
    // A neighbour in a series, the first of several names, and two things that are compared.
    ['who was head of IOM before Swing', 'en', /Brunson McKinley/],
    ["directeur général précédent de l'OIM", 'fr', /António Vitorino/],
    ['sucesor de Swing en la OIM', 'es', /António Vitorino/],
    ['first director general of IOM', 'en', /Leimgruber|Gibson/],
    ["nom d'origine de l'OIM", 'fr', /^Comité intergouvernemental provisoire/],
    ['IOM original name', 'en', /^(?:PICMME|Provisional Intergovernmental Committee)/],
    ['smuggling versus trafficking', 'en', /^(?:smuggling|trafficking)/],
    ['convención de 1951 refugiados protocolo 1967', 'es', /^Convención de 1951/],
    ['sucesor de Swing', 'es', /António Vitorino/],
    ['last IOM council session date', 'en', /116th session/],
    ['when did the convention of 1990 on migrant workers enter into force', 'en', /1 July 2003/],
    ['global number of refugees', 'en', /42,500,000/],
    ['deputy directors general of IOM', 'en', /^Deputy Director General: /],
    // Other forms, synonyms, abbreviations and shortened names.
    ['oficina regional OIM Panamá', 'es', /Panamá/],
    ['déplacés internes 2024', 'fr', /83\s400\s000/],
    ['IDPs 2023', 'en', /75,900,000/],
    ['US withdrawal from the GFMD', 'en', /United States/],
    ['países en contra del pacto mundial', 'es', /en contra/],
    ['modalités du forum d’examen', 'fr', /73\/326/],
    ['cible 10.7 des ODD', 'fr', /cible 10\.7/],
    ['convention travailleurs migrants 1990', 'fr', /^Convention internationale sur la protection/],
    ['palermo protocol trafficking', 'en', /^Protocol to Prevent/],
    ['sans papiers terme correct', 'fr', /^migrants? sans papiers/],
    ['policy maker spelling', 'en', /policymaker/],
    ['relatora especial trata', 'es', /Mullally/],
    // The article's wording comes before facts that only mention a definition.
    ['definition of refugee 1951 Convention', 'en', /^Legal definition: article 1 A/],
    ['definición de apátrida Convención de 1954', 'es', /^El artículo 1.* define/],
    ['IOM definition of environmental migrant', 'en', /^IOM definition: .*\(environmental migrant/],
    ['current UN Special Rapporteur on the human rights of migrants', 'en', /^Mandate holder: Gehad Madi/],
    ['qué significa OIM', 'es', /^Organización Internacional/],
    // Words of questions and forms of verbs that ask for a property.
    ['cómo votó Argelia el Pacto Mundial', 'es', /^Argelia, .*se abstuvieron/],
    ['qui est le haut commissaire pour les réfugiés', 'fr', /^Barham Salih est/],
    ["c'est quoi le Processus de Rabat", 'fr', /^(?:Processus de Rabat|Dialogue euro-africain)/],
    ['cible 10.c des ODD', 'fr', /10\.c/],
    ['adopción de la Declaración de Cartagena', 'es', /22 de noviembre de 1984/],
    // An ordinal is a number, in figures or in words.
    ['96ème session du Conseil de l’OIM', 'fr', /96e session/],
    ['sixth objective of the GCM', 'en', /[Oo]bjective 6/],
    ['14th GFMD summit', 'en', /23 January 2024/],
    ['premier examen du pacte mondial Afrique', 'fr', /31 août 2021|août 2021/],
    ['primer foro de examen de la migración internacional fechas', 'es', /17 de mayo de 2022/],
    ['adresse du siège de l’OIM', 'fr', /route des Morillons/],
    // Who owns a thing, the beginning of a long name, and a number with dots.
    ['sigla MGI oim', 'es', /^Indicadores de Gobernanza de la Migración/],
    ['declaración de los ángeles sobre migración fecha', 'es', /2022/],
    ['indicateur ODD 10.c.1', 'fr', /^indicateur 10\.c\.1/],
    // A list says more than its number.
    ['qué países se abstuvieron en el pacto mundial migración', 'es', /Argelia/],
    // A query of capitals only, in which no word is an abbreviation for that.
    ['WHO IS THE HEAD OF IOM', 'en', /Amy E\. Pope/],
    ['gcm vote general assembly', 'en', /152-5-12/],
    // A notion by its noun alone, and a list of those who held an office.
    ['smuggling definition', 'en', /^smuggling of migrants/],
    ['list of directors general of IOM', 'en', /Amy E\. Pope/],
    // A year decides which value of a series it is.
    ['how many member states in 2016', 'en', /^Member States: 166 \(IOM, as of December 2016/],
    ['IOM DG 2010', 'en', /William Lacy Swing/],
    ['budget de l’OIM 2020', 'fr', /2020.*2 milliards/],
  ];
  for (const [query, lang, row] of first)
    it(`“${query}” finds first what was meant (${lang})`, () => assert.match(rows(query, lang)[0] ?? 'nothing', row));

  it('matches a number only with itself', () =>
    assert.deepEqual(
      rows('objective 7').filter((row) => /\b[12]7\b/.test(row)),
      [],
    ));

  it('finds nothing that the record does not contain', () => {
    const unknown = ['frontex', 'zzzzqqqq', 'frontex budget', 'blockchain', 'WHO director general'];
    for (const query of unknown) assert.deepEqual(rows(query), [], query);
  });

  /** That a query finds nothing, or at most the name that it contains, and only as a guess. */
  function assertNoAnswer(query: string, lang: Lang): void {
    const { kind, rows: found, named } = SEARCHES.get(lang)!.find(query);
    if (kind === 'nothing') return;
    assert.equal(kind, 'guess', query);
    const { entry } = found[0]!;
    assert.ok(entry.kind === 'term' && named.some((term) => term.entry.concept === entry.term.entry.concept), query);
    assert.ok(found.length <= 4, query);
  }

  const STRANGE: readonly (readonly [query: string, lang: Lang])[] = [
    ['IOM staff pension fund deficit', 'en'],
    ['IOM director general salary', 'en'],
    ['UNICEF goodwill ambassador 2023', 'en'],
    ['GCM Objective 9 budget in Kenya', 'en'],
    ['Frontex executive director', 'en'],
    ['train times Geneva to Lyon', 'en'],
    ['IMF quota formula', 'en'],
    ['how many IOM cars in Sudan', 'en'],
    ['weather in Marrakech tomorrow', 'en'],
    ['who won the world cup 2022', 'en'],
    ["menu de la cantine de l'OIM", 'fr'],
    ["salaire du secrétaire général de l'ONU", 'fr'],
    ['prix du billet Genève Paris', 'fr'],
    ["budget de l'UNESCO 2023", 'fr'],
    ['nombre de vélos à Genève', 'fr'],
    ['sueldo del director general de la OIM', 'es'],
    ['receta de paella', 'es'],
    ['who chairs the Harrogate consultative process on migrants', 'en'],
    ['presidente del sindicato de la FAO', 'es'],
    ['horario de la biblioteca de la OIT', 'es'],
    ['flota de vehículos del ACNUR', 'es'],
  ];
  for (const [query, lang] of STRANGE)
    it(`“${query}” is not taken for a question about the part that is known (${lang})`, () =>
      assertNoAnswer(query, lang));

  it('shows what is named, and as a guess, if the rest of a question is not understood', () => {
    const known: [query: string, lang: Lang, name: RegExp][] = [
      ['IOM chief of mission Kenya', 'en', /^IOM \(/],
      ['UNHCR staff', 'en', /^UNHCR \(/],
      ['IOM member states 1890', 'en', /^IOM \(/],
      ['ICMPD canteen', 'en', /^ICMPD \(/],
      ['horario del Proceso de Rabat', 'es', /^Proceso de Rabat \(/],
      ["cantine de l'Organisation internationale pour les migrations", 'fr', /^Organisation internationale pour/],
    ];
    for (const [query, lang, name] of known) {
      assertNoAnswer(query, lang);
      assert.match(rows(query, lang)[0] ?? 'nothing', name);
    }
  });

  const TWOFOLD: [query: string, lang: Lang, first: RegExp, second: RegExp][] = [
    ['IOM seat and number of member states', 'en', /^Seat: Geneva/, /^Member States: 175/],
    ['when was the Kampala Convention adopted and when did it enter into force', 'en', /2009/, /6 December 2012/],
    [
      'combien de principes directeurs et combien d’objectifs a le Pacte mondial sur les migrations',
      'fr',
      /: 10\b/,
      /: 23\b/,
    ],
    ['dónde está la sede de la OIM y cuántos estados observadores tiene', 'es', /Ginebra/, /^Estados observadores: 8/],
  ];
  for (const [query, lang, one, other] of TWOFOLD)
    it(`“${query}” finds an answer to each part, the first one first (${lang})`, () => {
      const { kind, rows: found } = SEARCHES.get(lang)!.find(query);
      assert.equal(kind, 'answer');
      const [first, second] = found.map(({ entry }) => `${entry.label} (${entry.description})`);
      assert.match(first!, one);
      assert.match(second ?? 'nothing', other);
    });

  it('reads a query of thousands of characters that is full of years', () =>
    assert.equal(typeof SEARCHES.get('en')!.find(`${'1 word 2000 '.repeat(250)}word`).kind, 'string'));

  it('does not divide a name at a joint', () =>
    assert.match(rows('GFMD Global Forum on Migration and Development')[0]!, /^(?:GFMD|Global Forum on Migration)/));

  it('guesses if the only unknown word modifies a known one', () => {
    assert.equal(SEARCHES.get('en')!.find('IOM overarching agreement').kind, 'guess');
    assert.equal(SEARCHES.get('en')!.find('IOM agreement overarching').rows[0]!.entry.kind, 'term');
    assert.equal(SEARCHES.get('fr')!.find("accord fondateur de l'OIM").kind, 'guess');
  });

  it('shows the facts that come nearest with a name if the rest of a question is not understood', () => {
    const { kind, rows: found } = SEARCHES.get('en')!.find('IOM zzzz strategic objectives qqqq');
    assert.equal(kind, 'guess');
    assert.ok(found.some(({ entry }) => entry.kind === 'fact' && entry.fact.property === 'strategic-objectives'));
  });

  it('lists all who held an office, and not only the holder of today', () => {
    const found = SEARCHES.get('en')!.find('list of IOM directors general').rows.slice(0, 5);
    assert.ok(found.every(({ entry }) => entry.kind === 'fact' && entry.fact.property === 'head'));
    assert.equal(new Set(found.map(({ entry }) => entry.label)).size, 5);
  });

  it('takes no value of one year for another because a text names its edition', () =>
    assert.equal(SEARCHES.get('en')!.find('main recipients of remittances 2024').kind, 'guess'));

  it('takes no common words for a name', () =>
    assert.deepEqual(
      // "UN Migration" is a name of IOM, "migration" and "UN" are words of many facts.
      SEARCHES.get('en')!
        .find('how many member states does IOM have')
        .rows.filter(({ entry }) => entry.kind === 'fact' && entry.fact.subject !== 'iom'),
      [],
    ));

  it('names what comes nearest if it finds nothing', () => {
    const near = (query: string) => {
      const found = SEARCHES.get('en')!.find(query);
      return found.kind === 'nothing' ? found.near : found.kind;
    };
    assert.deepEqual(near('migrants in Atlantis hotels'), ['migrants']);
    assert.deepEqual(near('zzzzqqqq'), []);
  });

  const kinds: [query: string, kind: string][] = [
    ['IOM staff 2021', 'answer'],
    ['IOM staff 2022', 'guess'],
    ['IOM staff', 'answer'],
    ['IOM staff canteen', 'guess'],
    ['migrant canteen', 'nothing'],
    ['UN Special Rapporteur on the human rights of migrants now', 'answer'],
    ['memebr states', 'guess'],
    ['dónde se adoptó el Pacto Mundial', 'answer'],
    ['was the GCM ratified', 'answer'],
    ['IOM Council session 2026', 'guess'],
    ['vinculante pacto mundial', 'answer'],
  ];
  for (const [query, kind] of kinds)
    it(`“${query}” has ${kind === 'nothing' ? 'no result' : `an ${kind}`.replace('an g', 'a g')}`, () =>
      assert.equal(SEARCHES.get('en')!.find(query).kind, kind));

  it('shows the nearest value of a series for a year that it does not have', () =>
    assert.match(rows('IOM staff 2022')[0]!, /as of (?:2021|December 2023|May 2023)/));

  it('folds the older values of a series into its newest one', () => {
    const [row, ...others] = SEARCHES.get('en')!.find('IOM member states').rows;
    assert.match(`${row!.entry.label} ${row!.entry.description}`, /175 IOM, as of December 2025/);
    assert.ok(row!.older.length > 20, `${row!.older.length}`);
    assert.ok(others.every(({ entry }) => !entry.label.startsWith('Member States: ')));
  });

  it('keeps a row for each state that lasts, and folds those that ended', () => {
    const found = SEARCHES.get('en')!.find('deputy director general').rows;
    const deputies = found.filter(({ entry }) => entry.label.startsWith('Deputy Director General'));
    assert.ok(deputies.length > 1 && deputies.every(({ entry }) => / since /.test(` ${entry.description}`)));
    assert.ok(deputies[0]!.older.length > 3);
  });

  it('prefers whole words to parts', () => {
    assert.deepEqual(
      rows('ILO').filter((row) => /asilo/i.test(row)),
      [],
    );
    assert.ok(rows('WHO').every((row) => !/person whose/.test(row)));
  });

  it('lists a series from its newest value', () => {
    const years = rows('member states').flatMap((row) => /^Member States.*as of .*?(\d{4})\)/.exec(row)?.[1] ?? []);
    assert.ok(years.length > 10, years.join());
    assert.deepEqual(years, [...years].sort().reverse());
  });

  it('finds a plain word that is not searched for in text', () => {
    assert.match(rows('migrant')[0]!, /^migrant \(English/);
    const { findings, allowed } = check(
      { text: 'A migrant and a refugee met two migrants.', languageId: 'plaintext', lang: 'auto' },
      recordOfTests(),
      DEFAULT_OPTIONS,
    );
    assert.deepEqual([findings, allowed], [[], []]);
  });

  it('lists everything for an empty query', () =>
    assert.equal(rows('').length, lookUpEntries(recordOfTests(), 'en').length));

  it('reports the words that it took for misspellings', () => {
    assert.deepEqual([...SEARCHES.get('en')!.find('memebr states').corrected.keys()], ['memebr']);
    assert.equal(SEARCHES.get('en')!.find('member states').corrected.size, 0);
  });

  it('lists a name once for all languages that write it the same way', () => {
    const all = lookUpEntries(recordOfTests(), 'en').filter(({ kind }) => kind === 'term');
    const seen = all.map((entry) => (entry.kind === 'term' ? `${entry.term.entry.name.id} ${entry.label}` : ''));
    assert.equal(new Set(seen).size, seen.length);
  });
});
