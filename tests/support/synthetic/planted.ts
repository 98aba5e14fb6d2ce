/**
 * Words and phrases that stand in articles a known number of times and nowhere else, for what looks for them. Their letters
 * keep them apart: nothing that is made up holds a `q`, an `x` or these characters.
 */

export interface Planted {
  readonly text: string;
  /** It stands in one of so many articles… */
  readonly every: number;
  /** …in those whose number, divided by it, leaves this. Below 200, so a library of that size has each. */
  readonly at: number;
}

const rare = 10_000;
const uncommon = 500;
const common = 5;

export const planted = [
  {text: 'zoquelix', every: rare, at: 3},
  {text: 'Braxwell', every: rare, at: 10},
  {text: 'quintavox', every: rare, at: 17},
  {text: 'éxaquoi', every: rare, at: 24},
  {text: '鑫鑾', every: rare, at: 31},
  {text: 'marxiquo', every: uncommon, at: 38},
  {text: 'Lexaqua', every: uncommon, at: 45},
  {text: 'tuxedoq', every: uncommon, at: 52},
  {text: 'żaqłox', every: uncommon, at: 59},
  {text: '麒麟龘', every: uncommon, at: 66},
  {text: 'voxeqal', every: common, at: 0},
  {text: 'paxiquer', every: common, at: 1},
  {text: 'Hexaquin', every: common, at: 2},
  {text: 'noxiqua', every: common, at: 3},
  {text: 'sixtoq varaxi', every: rare, at: 73},
  {text: 'deluxaq morexin', every: uncommon, at: 80},
  {text: 'oxaqel of the fenix', every: uncommon, at: 87},
  {text: 'Juxaqo Maxiquel', every: uncommon, at: 94},
  {text: 'galaxiq taxoq', every: common, at: 4},
  // The words of phrases on their own, or a phrase would be no harder to find than its words.
  {text: 'sixtoq', every: 25, at: 5},
  {text: 'varaxi', every: 25, at: 6},
  {text: 'deluxaq', every: 25, at: 7},
  {text: 'morexin', every: 25, at: 8},
  {text: 'oxaqel', every: 25, at: 9},
  {text: 'galaxiq', every: 10, at: 8},
  {text: 'taxoq', every: 10, at: 7},
] as const satisfies readonly Planted[];

/** @param index of the article in its library */
export const isPlantedIn = ({every, at}: Planted, index: number): boolean => index % every === at;

/** @returns what stands in the article with this number */
export const plantedIn = (index: number): readonly string[] =>
  planted.filter(plant => isPlantedIn(plant, index)).map(({text}) => text);
