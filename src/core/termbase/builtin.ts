import bodies from '../../../data/concepts/confused.json';
import figureConcepts from '../../../data/concepts/figures.json';
import compact from '../../../data/concepts/global-compact.json';
import instruments from '../../../data/concepts/instruments.json';
import iom from '../../../data/concepts/iom.json';
import objectives from '../../../data/concepts/objectives.json';
import people from '../../../data/concepts/people.json';
import processes from '../../../data/concepts/processes.json';
import programmes from '../../../data/concepts/programmes.json';
import resolutions from '../../../data/concepts/resolutions.json';
import terminology from '../../../data/concepts/terminology.json';
import network from '../../../data/concepts/un-network.json';
import contemporaryRole from '../../../data/facts/contemporary-role.json';
import criticism from '../../../data/facts/criticism-and-debates.json';
import figures from '../../../data/facts/figures.json';
import compactFacts from '../../../data/facts/global-compact.json';
import history from '../../../data/facts/history-and-names.json';
import instrumentFacts from '../../../data/facts/instruments.json';
import mandate from '../../../data/facts/mandate-and-operations.json';
import members from '../../../data/facts/members-and-engagement.json';
import processFacts from '../../../data/facts/processes.json';
import programmeFacts from '../../../data/facts/programmes-and-tools.json';
import structure from '../../../data/facts/structure-membership-leadership.json';
import style from '../../../data/facts/style.json';
import integration from '../../../data/facts/un-integration.json';
import networkFacts from '../../../data/facts/un-network.json';
import otherMeanings from '../../../data/other-meanings.json';
import compactSources from '../../../data/sources/compact.json';
import instrumentSources from '../../../data/sources/instruments.json';
import nameSources from '../../../data/sources/names.json';
import networkSources from '../../../data/sources/network.json';
import officialSources from '../../../data/sources/official.json';
import processSources from '../../../data/sources/processes.json';
import programmeSources from '../../../data/sources/programmes-terms-style.json';
import statusSources from '../../../data/sources/status-people-numbers.json';
import { loadTermbase, type NamedFile } from './load';
import type { Termbase } from './termbase';

/** The bundled files of `data/`; a test verifies that the list is complete. */
export const BUILTIN_FILES: readonly NamedFile[] = [
  { file: 'concepts/confused.json', content: bodies },
  { file: 'concepts/figures.json', content: figureConcepts },
  { file: 'concepts/global-compact.json', content: compact },
  { file: 'concepts/instruments.json', content: instruments },
  { file: 'concepts/iom.json', content: iom },
  { file: 'concepts/objectives.json', content: objectives },
  { file: 'concepts/people.json', content: people },
  { file: 'concepts/processes.json', content: processes },
  { file: 'concepts/programmes.json', content: programmes },
  { file: 'concepts/resolutions.json', content: resolutions },
  { file: 'concepts/terminology.json', content: terminology },
  { file: 'concepts/un-network.json', content: network },
  { file: 'facts/contemporary-role.json', content: contemporaryRole },
  { file: 'facts/criticism-and-debates.json', content: criticism },
  { file: 'facts/figures.json', content: figures },
  { file: 'facts/global-compact.json', content: compactFacts },
  { file: 'facts/history-and-names.json', content: history },
  { file: 'facts/instruments.json', content: instrumentFacts },
  { file: 'facts/mandate-and-operations.json', content: mandate },
  { file: 'facts/members-and-engagement.json', content: members },
  { file: 'facts/processes.json', content: processFacts },
  { file: 'facts/programmes-and-tools.json', content: programmeFacts },
  { file: 'facts/structure-membership-leadership.json', content: structure },
  { file: 'facts/style.json', content: style },
  { file: 'facts/un-integration.json', content: integration },
  { file: 'facts/un-network.json', content: networkFacts },
  { file: 'other-meanings.json', content: otherMeanings },
  { file: 'sources/compact.json', content: compactSources },
  { file: 'sources/instruments.json', content: instrumentSources },
  { file: 'sources/names.json', content: nameSources },
  { file: 'sources/network.json', content: networkSources },
  { file: 'sources/official.json', content: officialSources },
  { file: 'sources/processes.json', content: processSources },
  { file: 'sources/programmes-terms-style.json', content: programmeSources },
  { file: 'sources/status-people-numbers.json', content: statusSources },
];

/**
 * The built-in files, for callers that load them together with a writer’s own. The build replaces this module by one
 * with packed text.
 */
export function builtinFiles(): readonly NamedFile[] {
  return BUILTIN_FILES;
}

let builtin: Termbase | undefined;

/** The built-in termbase, loaded on first use. */
export function builtinTermbase(): Termbase {
  return (builtin ??= loadTermbase(BUILTIN_FILES).termbase);
}
