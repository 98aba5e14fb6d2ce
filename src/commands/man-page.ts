/** The man page, made from the same tables as the help. The build writes it beside the program. */
import {commandDetails, commandsSection, keysHelp, optionsSection, queryHelp, remappingHelp} from '../render/help.ts';
import {formatHelp} from '../render/help-format.ts';
import {renderManPage} from '../render/man.ts';
import {lines, type ManualPart, type ManualSection, paragraph, rows} from '../render/manual.ts';
import {referenceSections} from '../render/reference.ts';
import {keyRows, remappingNames} from '../tui/key-rows.ts';
import {standardKeymap} from '../tui/keymap.ts';
import {sharedOptions} from './options.ts';
import {commands} from './table.ts';

/** @returns the source of newsprint(1) */
export const manPage = ({version}: {readonly version: string}): string =>
  renderManPage({name: 'newsprint', summary: 'read news articles kept as Markdown files, in the terminal', version}, [
    {title: 'Synopsis', parts: [lines('newsprint [options] [target]', 'newsprint [options] <command> [argument...]')]},
    {
      title: 'Description',
      parts: [
        paragraph(
          'A folder of Markdown files is the newspaper: newsprint lists it, shows the chosen article as styled text, and leads from an article to what belongs to it. The same program answers scripts, with --plain or --json.',
        ),
      ],
    },
    commandsSection(commands),
    optionsSection(sharedOptions),
    ...commands.map(commandDetails).filter(({parts}) => parts.length > 0),
    joined('Keys of the reader', [...keysHelp(keyRows(standardKeymap)), remappingHelp(remappingNames)]),
    joined('Queries', queryHelp),
    joined('Format', formatHelp),
    ...referenceSections,
    {
      title: 'Examples',
      parts: [
        rows([
          ['newsprint', 'open the reader on the library'],
          ['newsprint list section:politics after:2022-07', 'the articles of a section since July 2022'],
          [
            'newsprint list --plain | fzf | cut -f1 | tr "\\n" "\\0" | xargs -0 newsprint read',
            'choose an article and print it',
          ],
          ['newsprint read welcome --color always | less -R', 'page through an article'],
        ]),
      ],
    },
  ]);

/** Several sections as one, each begun by its title. */
const joined = (title: string, sections: readonly ManualSection[]): ManualSection => ({
  title,
  parts: sections.flatMap((section): readonly ManualPart[] => [paragraph(`${section.title}:`), ...section.parts]),
});
