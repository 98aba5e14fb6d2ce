/** Scripts that complete `newsprint` on the command line of a shell, made from the tables. */
import type {ArgumentSpec, CommandSpec, OptionSpec} from '../core/command-spec.ts';
import {type Shell, shells} from './topics.ts';

export interface CompletionTables {
  /** Without the one that has no name. */
  readonly commands: readonly CommandSpec[];
  readonly shared: readonly OptionSpec[];
  readonly topics: readonly string[];
}

export const renderCompletion = (shell: Shell, tables: CompletionTables): string => renderers[shell](tables);

/** What the shell itself asks for: the ids of the library's articles. */
const articleIds = 'newsprint list --plain --fields id --all 2>/dev/null';

const optionWords = (options: readonly OptionSpec[]): readonly string[] =>
  options.flatMap(({name, short}) => (short === undefined ? [`--${name}`] : [`--${name}`, `-${short}`]));

type Completes = NonNullable<ArgumentSpec['completes']>;
type Kind = Extract<Completes, string>;

/** What may stand where an argument is; articles are asked for when they are wanted. */
const argumentWords = (completes: Completes, {commands, topics}: CompletionTables): readonly string[] => {
  if (typeof completes !== 'string') return completes;
  const names = commands.map(({name}) => name);
  const words: Readonly<Record<Kind, readonly string[]>> = {
    article: [],
    query: [],
    command: names,
    shell: shells,
    topic: [...topics, ...names],
  };
  return words[completes];
};

const uniqueOptions = ({commands, shared}: CompletionTables): readonly OptionSpec[] => [
  ...new Map([...shared, ...commands.flatMap(({options}) => options)].map(option => [option.name, option])).values(),
];

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

const renderBash = (tables: CompletionTables): string => {
  const {commands, shared} = tables;
  const valued = uniqueOptions(tables).filter(({value}) => value !== undefined);
  const values = valued.map(({name, choices, value}) => {
    if (choices !== undefined)
      return `    --${name}) COMPREPLY=($(compgen -W ${quoted(choices.join(' '))} -- "$word")); return ;;`;
    return value === 'dir'
      ? `    --${name}) compopt -o filenames; COMPREPLY=($(compgen -d -- "$word")); return ;;`
      : `    --${name}) return ;;`;
  });
  const perCommand = commands.map(command => {
    const completes = command.args[0]?.completes;
    const words = completes === undefined ? [] : argumentWords(completes, tables);
    const options = `options=${quoted(optionWords([...command.options, ...shared]).join(' '))}`;
    const rest = `words=${quoted(words.join(' '))} articles=${completes === 'article' ? 'yes' : ''}`;
    return `    ${command.name}) ${options} ${rest} ;;`;
  });
  return `# bash completion for newsprint: source <(newsprint completion bash)
_newsprint() {
  local word=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command= i options words articles line
  COMPREPLY=()
  # "--sort=da" comes as three words.
  if [[ $word == = ]]; then word=; elif [[ $previous == = ]]; then previous=\${COMP_WORDS[COMP_CWORD-2]}; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${COMP_WORDS[i]}" in
    ${commands.map(({name}) => name).join('|')}) command=\${COMP_WORDS[i]}; break ;;
    esac
  done
  case "$previous" in
${values.join('\n')}
  esac
  case "$command" in
${perCommand.join('\n')}
    *) options=${quoted(optionWords(shared).join(' '))} words=${quoted(commands.map(({name}) => name).join(' '))} articles=yes ;;
  esac
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$word"))
    return
  fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
  if [[ $articles ]]; then
    while IFS= read -r line; do
      [[ $line == "$word"* ]] && COMPREPLY+=("$(printf %q "$line")")
    done < <(${articleIds})
    compopt -o default
  fi
}
complete -F _newsprint newsprint
`;
};

const zshText = (text: string): string => text.replace(/[[\]:\\]/g, '\\$&');

const zshOption = ({name, short, value, choices, repeats, summary}: OptionSpec): string => {
  const text = `[${zshText(summary)}]`;
  const action = choices === undefined ? (value === 'dir' ? '_files -/' : ' ') : `(${choices.join(' ')})`;
  const argument = value === undefined ? '' : `:${value}:${action}`;
  const equals = value === undefined ? '' : '=';
  const many = repeats === true ? '*' : '';
  const long = quoted(`${many}--${name}${equals}${text}${argument}`);
  return short === undefined ? long : `${long} ${quoted(`-${short}${text}`)}`;
};

const zshArgument = ({name, repeats, completes}: ArgumentSpec, tables: CompletionTables): string => {
  const actions: Readonly<Record<Kind, string>> = {
    article: '_newsprint_articles',
    query: ' ',
    command: `(${argumentWords('command', tables).join(' ')})`,
    shell: `(${shells.join(' ')})`,
    topic: `(${argumentWords('topic', tables).join(' ')})`,
  };
  const action =
    typeof completes === 'object' ? `(${completes.join(' ')})` : completes === undefined ? ' ' : actions[completes];
  return quoted(`${repeats ? '*' : ''}:${name}:${action}`);
};

const renderZsh = (tables: CompletionTables): string => {
  const {commands, shared} = tables;
  const described = commands.map(({name, summary}) => quoted(`${name}:${summary}`));
  const perCommand = commands.map(command => {
    const specs = [...command.options.map(zshOption), ...command.args.map(arg => zshArgument(arg, tables))];
    return `        ${command.name}) _arguments -s $shared ${specs.join(' ')} ;;`;
  });
  return `#compdef newsprint
# zsh completion for newsprint: put this into a file named _newsprint in a folder of $fpath

_newsprint_articles() {
  local -a ids
  ids=(\${(f)"$(${articleIds})"})
  compadd -a ids
  _files
}

_newsprint_first() {
  local -a commands
  commands=(
    ${described.join('\n    ')}
  )
  _describe command commands
  _newsprint_articles
}

_newsprint() {
  local curcontext="$curcontext" state line
  local -a shared
  shared=(
    ${shared.map(zshOption).join('\n    ')}
  )
  _arguments -C -s $shared '1: :_newsprint_first' '*:: :->rest' && return
  case $state in
    rest)
      case $line[1] in
${perCommand.join('\n')}
      esac ;;
  esac
}

if [[ $funcstack[1] == _newsprint ]]; then _newsprint "$@"; else compdef _newsprint newsprint; fi
`;
};

const fishOption = (condition: string, {name, short, value, choices, summary}: OptionSpec): string =>
  [
    `complete -c newsprint${condition} -l ${name}`,
    ...(short === undefined ? [] : [`-s ${short}`]),
    ...(value === undefined ? [] : ['-x']),
    ...(choices === undefined ? [] : [`-a ${quoted(choices.join(' '))}`]),
    ...(value === 'dir' ? [`-a '(__fish_complete_directories)'`] : []),
    `-d ${fishQuoted(summary)}`,
  ].join(' ');

const fishQuoted = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`;

const renderFish = (tables: CompletionTables): string => {
  const {commands, shared} = tables;
  const names = commands.map(({name}) => name).join(' ');
  const none = ` -n 'not __fish_seen_subcommand_from ${names}'`;
  const perCommand = commands.flatMap(command => {
    const condition = ` -n '__fish_seen_subcommand_from ${command.name}'`;
    const completes = command.args[0]?.completes;
    const words = completes === undefined ? [] : argumentWords(completes, tables);
    return [
      ...command.options.map(option => fishOption(condition, option)),
      ...(words.length === 0 ? [] : [`complete -c newsprint${condition} -f -a ${quoted(words.join(' '))}`]),
      ...(completes === 'article' ? [`complete -c newsprint${condition} -a '(__newsprint_articles)'`] : []),
    ];
  });
  return `# fish completion for newsprint: newsprint completion fish > ~/.config/fish/completions/newsprint.fish
function __newsprint_articles
    ${articleIds}
end
${commands.map(({name, summary}) => `complete -c newsprint${none} -a ${name} -d ${fishQuoted(summary)}`).join('\n')}
complete -c newsprint${none} -a '(__newsprint_articles)'
${shared.map(option => fishOption('', option)).join('\n')}
${perCommand.join('\n')}
`;
};

const renderers: Readonly<Record<Shell, (tables: CompletionTables) => string>> = {
  bash: renderBash,
  zsh: renderZsh,
  fish: renderFish,
};
