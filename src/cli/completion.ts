import { COMMANDS, optionsOf } from './arguments';
import { nameOf } from './options';

/** A script with which bash completes commands, options and their values, and zsh after `bashcompinit`. */
export function completionScript(): string {
  const options = COMMANDS.map((command) => {
    const names = Object.entries(optionsOf(command)).flatMap(([field, row]) => (row.help ? nameOf(field, row) : []));
    return `    ${command}:-*) words="${names.map((name) => `--${name}`).join(' ')} --help" ;;`;
  });
  const values = COMMANDS.flatMap((command) =>
    Object.entries(optionsOf(command)).flatMap(([field, row]) =>
      row.values ? [`    ${command}:--${nameOf(field, row)}) words="${row.values.join(' ')}" ;;`] : [],
    ),
  );
  return `_migration_terms() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD - 1]}" words=
  case "\${COMP_WORDS[1]}:$word" in
${options.join('\n')}
  esac
  case "\${COMP_WORDS[1]}:$before" in
${values.join('\n')}
  esac
  [ "$COMP_CWORD" = 1 ] && words="${COMMANDS.join(' ')} help"
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
# Anything else is the name of a file.
complete -o default -F _migration_terms migration-terms
`;
}
