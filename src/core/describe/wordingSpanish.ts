import type { Wording } from './wording';

/** See {@link Wording}. */
export const SPANISH: Wording = {
  lang: 'es',
  allowed: {
    current: 'Sin aviso: este nombre se usa hoy.',
    quotation: 'Sin aviso: las palabras están entre comillas, y una cita queda como se dijo.',
    'block-quote': 'Sin aviso: las palabras están en un bloque de cita, que queda como se escribió.',
    title: 'Sin aviso: el nombre forma parte de un título.',
    citation: 'Sin aviso: el nombre forma parte de una referencia.',
    'legal-text': 'Sin aviso: un texto jurídico conserva las palabras en que fue adoptado.',
    history: 'Sin aviso: la frase habla de él como de un nombre del pasado.',
    period: 'Sin aviso: la frase habla de una época en que se usaba este nombre.',
    'period-nearby': 'Sin aviso: el texto que lo rodea habla solo de una época en que se usaba este nombre.',
    'year-doubted': 'Sin aviso: el año de la frase no coincide con las fuentes; con el año correcto, el nombre es adecuado.',
    established: 'Sin aviso: el documento usa este nombre para el pasado, y esta frase también.',
    'other-meaning': 'Sin aviso: la sigla significa otra cosa aquí.',
    'no-anchor': 'Sin aviso: nada en este documento muestra que la sigla signifique esto.',
    'term-discussed': 'Sin aviso: el texto habla de la palabra misma.',
    'not-asserted': 'Sin aviso: la frase no afirma nada de este nombre (pregunta, cuestionario, lista de nombres, objeto de archivo).',
    'other-language': 'Sin aviso: el pasaje está en otro idioma.',
    ignored: 'Sin aviso: un comentario del documento pide pasarlo por alto.',
    'switched-off': 'Sin aviso: la regla está desactivada en la configuración.',
  },
  sections: {
    'history-and-names': 'Historia y nombres',
    'un-integration': 'Lugar en el sistema de las Naciones Unidas',
    'structure-membership-leadership': 'Estructura, miembros y dirección',
    'mandate-and-operations': 'Mandato y operaciones',
    'members-and-engagement': 'Estados miembros y diálogo',
    'criticism-and-debates': 'Críticas y debates',
    'contemporary-role': 'Papel actual',
    'global-compact': 'Pacto Mundial para la Migración',
    'un-network': 'Red de las Naciones Unidas sobre la Migración',
    'programmes-and-tools': 'Programas y herramientas',
    'regional-processes': 'Procesos regionales',
  },
  kinds: {
    organization: 'organización', body: 'órgano', instrument: 'instrumento', objective: 'objetivo', resolution: 'resolución',
    forum: 'foro', person: 'persona', programme: 'programa', office: 'oficina', notion: 'noción',
  },
  confidence: {
    A: 'Confirmado por una fuente oficial o por dos independientes.',
    B: 'Visto en una buena fuente; no se ha visto nada en contra.',
    C: 'Sin verificar: compruébelo antes de usarlo.',
  },
  properties: {
    'member-states': 'Estados miembros',
    'observer-states': 'Estados observadores',
    staff: 'Personal',
    budget: 'Presupuesto',
    objectives: 'Objetivos',
    adopted: 'Aprobación en la conferencia',
    endorsed: 'Aprobación en la Asamblea General',
    established: 'Creación',
    ended: 'Fin',
    founded: 'Fundación',
    renamed: 'Cambio de nombre',
  },
  topics: {
    membership: 'Miembros',
    leadership: 'Dirección',
    money: 'Personal y presupuesto',
    organs: 'Órganos',
    offices: 'Sede y oficinas',
    adoption: 'Aprobación y fuerza jurídica',
    objectives: 'Objetivos y principios',
    review: 'Examen',
  },
  rules: {
    'superseded-name': 'Nombre antiguo',
    'anachronistic-name': 'Erróneo para ese año',
    'deprecated-name': 'Nunca fue su nombre',
    'near-miss-name': 'Probable errata',
    'wrong-status': 'Estatuto inexacto',
    'outdated-fact': 'Desactualizado',
    'fact-mismatch': 'Contrario a las fuentes',
    'confused-concept': 'Una cosa por otra',
    'undefined-abbreviation': 'Sigla sin presentar',
    'inconsistent-name': 'Dos formas de un nombre',
    'preferred-terminology': 'Término preferible',
  },
  languages: { en: 'Inglés', fr: 'Francés', es: 'Español' },
  months: [
    'enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio',
    'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre',
  ],
  since: (date) => `desde ${article(date)}`,
  until: (date) => `hasta ${article(date)}`,
  asOf: (date) => (/^\d{1,2} /.test(date) ? `al ${date}` : `en ${date}`),
  formerName: (period) => `Nombre antiguo, ${period}`,
  currentName: (since) => `Nombre en uso ${since}`,
  sources: 'Fuentes',
  links: { facts: 'Mostrar los datos', lookUp: 'Buscar', copy: 'Copiar el nombre', explain: 'Explicar' },
  spokenOf: (year) => `${year} aquí`,
  labelled: (label, text) => `${label}: ${text}`,
  yearOutside: (year, name, period) => `${year} queda fuera de la época de ${name} (${period})`,
  yearCounted: (year) => `${year} es el año que contó aquí`,
  cueCounted: (text) => `«${text}» fue decisivo aquí`,
  othersSay: (value, who) => `En otro lugar: ${value} (${who}).`,
  counts: (findings, names) => (names === 0 && findings === 0 ? 'No nombra ninguno de los organismos que se conocen aquí' : `${findings === 0 ? 'Ningún problema' : plural(findings, 'hallazgo', 'ningún hallazgo')} · ${plural(names, 'nombre', 'ningún nombre')}`),
  decidedBy: (quoted) => `La frase dice ${quoted}.`,
  dataOf: (date) => `Datos: ${date}`,
};

/** A day has an article in Spanish: «el 14 de noviembre de 1989», but «1989». */
function article(date: string): string {
  return /^\d{1,2} /.test(date) ? `el ${date}` : date;
}

function plural(count: number, noun: string, none: string): string {
  return count === 0 ? none : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
