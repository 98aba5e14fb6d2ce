/** The language a page is in, as a BCP 47 tag. Pages made from a template often say another than they are in; their script tells. */

const tag = /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?:$|[-_.,;\s])/i;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();

const normal = (written: string): string | undefined => {
  const [, language, script, region] = tag.exec(written.trim()) ?? [];
  if (language === undefined || /^(?:und|mul|zxx|xx)$/i.test(language)) return undefined;
  return [language.toLowerCase(), script && capitalised(script), region?.toUpperCase()].filter(Boolean).join('-');
};

/** Scripts, the language that mostly is written in each, and all that are. Without one of the first kind, the script tells too little. */
const scripts: readonly {readonly letters: RegExp; readonly likely?: string; readonly languages: readonly string[]}[] =
  [
    {letters: /[\u3040-\u30ff]/g, likely: 'ja', languages: ['ja']},
    {letters: /[\uac00-\ud7af]/g, likely: 'ko', languages: ['ko']},
    {letters: /[\u4e00-\u9fff]/g, likely: 'zh', languages: ['zh', 'ja', 'yue']},
    {letters: /[\u0600-\u06ff]/g, languages: ['ar', 'fa', 'ur', 'ps', 'ckb', 'ku', 'ug', 'sd']},
    {letters: /[\u0590-\u05ff]/g, likely: 'he', languages: ['he', 'iw', 'yi']},
    {letters: /[\u0370-\u03ff]/g, likely: 'el', languages: ['el']},
    {letters: /[\u0400-\u04ff]/g, languages: ['ru', 'uk', 'bg', 'sr', 'mk', 'be', 'kk', 'ky', 'mn', 'tg', 'tt']},
    {letters: /[\u0e00-\u0e7f]/g, likely: 'th', languages: ['th']},
    {letters: /[\u0900-\u097f]/g, languages: ['hi', 'mr', 'ne', 'sa', 'bho']},
  ];

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** @param text some of the article's, to judge by */
export const languageOf = (written: readonly string[], text: string): string | undefined => {
  const sample = text.slice(0, 4000);
  const all = count(sample, /\p{L}/gu);
  // Japanese mixes its syllables with Chinese characters, and names of other scripts stand in any text.
  const script = scripts.find(({letters, likely}) => count(sample, letters) > all * (likely === 'ja' ? 0.15 : 0.5));
  const tags = written.map(normal).filter(found => found !== undefined);
  if (all < 20) return tags[0];
  const fits = (found: string): boolean => {
    const language = found.split('-')[0] ?? '';
    return script === undefined ? true : script.languages.includes(language);
  };
  return tags.find(fits) ?? script?.likely;
};
