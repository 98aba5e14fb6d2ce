/** Words that tell whether capitals make a name. All folded, of the languages that most articles are in. */
import {late} from '../late.ts';
import {calendarWords, isCalendarWord} from '../related/calendar.ts';
import {stopWords} from '../related/stop-words.ts';

/** A word may be of several kinds. */
const lists = {
  /** Stand before the name of a person and are no part of it. */
  title: `
    president vice prime minister premier chancellor secretary undersecretary deputy assistant associate acting former senator sen representative
    rep congressman congresswoman governor gov mayor ambassador general gen colonel col major maj captain capt lieutenant lt sergeant sgt
    admiral adm commander judge justice attorney king queen prince princess duke emperor pope bishop archbishop cardinal rabbi imam sheikh ayatollah
    reverend rev father sister brother saint mr mrs ms miss mx dr prof professor sir dame lord lady baron chairman chairwoman chair chief director
    administrator commissioner officer spokesman spokeswoman spokesperson coach ceo cto cio cfo coo
    presidente presidenta ministro ministra primer primera rey reina principe princesa papa senor senora sr sra srta don dona doctor doctora dra
    alcalde alcaldesa gobernador senador senadora diputado general coronel juez jueza director directora portavoz profesor profesora
    monsieur madame mademoiselle mme mlle maitre roi reine pape ministre president presidente maire juge
    senhor senhora rei rainha primeiro primeira prefeito deputado deputada
    herr frau prasident prasidentin bundeskanzler bundeskanzlerin kanzler kanzlerin minister ministerin konig konigin papst
    signor signora re regina ministro sindaco onorevole
    meneer mevrouw koning koningin`,
  /** Say where somebody serves: `Secretary of State Clinton`. */
  office: 'state defense defence energy education commerce labor health interior agriculture transportation staff',
  /** Small words that join the words of a name. */
  particle:
    'de del della di da do dos das du des la las los le les der den van von zu zur bin ibn abu al el ben af av ter ten sao',
  /** Begin names of places and bodies, whose last word alone is not about them: `South Africa`, `New York`. */
  placeBeginning: `
    north south east west northern southern eastern western central new old great greater latin upper lower united saint st san santa
    lake mount port fort federal national royal international european american los las el la le rio san`,
  /** Bodies and places by what they are. They end or begin a name, and alone name nothing. */
  body: `
    administration agency agencies association authority board bureau center centers centre college commission committee company conference
    congress convention corporation council court department departments division foundation fund government group house institute institutes
    laboratory league library ministry museum office offices organization organisation parliament party program programme project republic
    school senate service services society states kingdom team union university islands coalition alliance academy campaign
    ministerio universidad instituto gobierno comision consejo banco partido ministere universite institut gouvernement conseil banque parti
    universidade governo comissao conselho universitat ministerium regierung partei amt bank chamber act community communities manual`,
  /** What `and` leads to within the name of a body: `Food and Drug Administration`. */
  jointBody: 'administration commission foundation act agency institute service services control prevention office',
  /** Capitalised by habit or for weight, and no names. */
  common: `
    internet web website websites email app apps page section chapter figure table step phase part volume issue title level tier note tip tips
    question questions answer answers faq photo photos image images video videos source sources update updates version yes ok hello hi dear thanks welcome
    congratulations read more learn sign join visit click download watch listen register follow subscribe contact share see check photo credit
    let century introduction trends methods event events
    federal state national international local public digital agency mobile first second third last next today tomorrow yesterday
    day days week month year years spring summer fall autumn winter morning evening north south east west god earth english
    director manager officer editor author member members lead leader leaders specialist analyst engineer developer designer secretary president
    bachelor master phd mba government citizen citizens people customers customer user users`,
  /** Abbreviations of things, not of whom or where. */
  abbreviation: `
    api apis pdf pdfs html css url urls faq faqs rss xml json csv sql http https ceo cto cio cios cfo coo it tv dvd cd gps sms pc pcs am pm usb ok id ids diy qa q&a
    ui ux seo cms roi kpi kpis pr hr rfp rfps rfi sdk os ios sla saas paas iaas ai ml vr ar qr ssl tls dns ip vpn wifi pst est edt pdt et ct utc gmt fy ii iii iv vi vii viii ix
    jpg jpeg png gif svg mp3 mp4 doc docx xls zip asap fyi lol omg tbd tba etc eg ie vs ad bc ce nlp mb kb gb cx hcd rest restful iot hiv dna b2b b2c wcms crm erp gis loe poc mvp`,
  /** Begin a sentence in front of a name: `Yesterday Biden said`. */
  opener: `
    while although though despite during since yesterday today tomorrow recently meanwhile earlier later however therefore moreover furthermore
    many most some few several another other each every both join visit see read watch learn download follow check use try ask tell let get give take
    find create build make start keep think remember consider note please thanks according among across along around besides beyond near
    like unlike instead perhaps maybe sometimes often always never once twice here there now then yes no well still even also just only whether
    because until unless without within inside outside against per via whereas whenever wherever last next first second finally overall
    hoy ayer manana segun mientras durante tras ademas tambien actualmente recientemente finalmente
    selon hier aujourd demain pendant depuis lors ainsi cependant enfin notamment
    segundo ontem hoje amanha enquanto alem finalmente
    laut gestern heute morgen wahrend nachdem seit
    gisteren vandaag wczoraj dzisiaj jutro вчера сегодня завтра вчора сьогодні χθες σημερα`,
  /** End what somebody is, and no name: `Chief Data Scientist`. */
  job: `
    administrator advisor adviser analyst assistant author coordinator designer developer director editor engineer executive fellow
    intern lead manager officer producer scientist secretary specialist strategist writer`,
} as const;

type Kind = keyof typeof lists | 'stop' | 'calendar';

const kinds: readonly Kind[] = [...(Object.keys(lists) as (keyof typeof lists)[]), 'stop', 'calendar'];

/** The bit of each kind. */
const bits = Object.fromEntries(kinds.map((kind, index) => [kind, 1 << index])) as Readonly<Record<Kind, number>>;

/** The kinds of every word: of each capital of a library several are asked. */
const kindsOfWords = late(() => {
  const known = new Map<string, number>();
  const add = (words: Iterable<string>, kind: Kind): void => {
    for (const word of words) known.set(word, (known.get(word) ?? 0) | bits[kind]);
  };
  for (const [kind, list] of Object.entries(lists)) add(list.trim().split(/\s+/), kind as Kind);
  add(stopWords(), 'stop');
  add(calendarWords(), 'calendar');
  return known;
});

const kindsOf = (word: string): number => kindsOfWords().get(word) ?? 0;

const has = (word: string, kind: Kind): boolean => (kindsOf(word) & bits[kind]) !== 0;

/** Small words that together only German has. */
export const germanWords = ['und', 'der', 'die', 'das', 'nicht', 'ist', 'mit', 'den', 'auf', 'ein'];

export const isJob = (word: string): boolean => has(word, 'job');
export const isTitle = (word: string): boolean => has(word, 'title');
export const isOffice = (word: string): boolean => has(word, 'office');
export const isParticle = (word: string): boolean => has(word, 'particle');
export const isPlaceBeginning = (word: string): boolean => has(word, 'placeBeginning');
export const isBody = (word: string): boolean => has(word, 'body');
export const isJointBody = (word: string): boolean => has(word, 'jointBody');
export const isPlainAbbreviation = (word: string): boolean =>
  has(word, 'abbreviation') || (word.endsWith('s') && has(word.slice(0, -1), 'abbreviation'));

/** `I’m`, `We’re`, folded. */
const contraction = /^[a-z]+ (?:m|re|ve|ll|d|t)$/;

const isFunction = (word: string, of: number): boolean =>
  (of & (bits.stop | bits.particle)) === bits.stop || (of === 0 && word.includes(' ') && contraction.test(word));

/** Never the first word of a name: `The`, `When`. Particles are: `Los Angeles`, `El País`. */
export const isFunctionWord = (word: string): boolean => isFunction(word, kindsOf(word));

/** Begins sentences rather than names. */
export const isOpener = (word: string): boolean => {
  const of = kindsOf(word);
  return isFunction(word, of) || (of & bits.opener) !== 0 || /(?:ing|ly|ed)$/.test(word);
};

const nameless = bits.common | bits.body | bits.title | bits.particle | bits.calendar;

/** Says no name when it stands alone. */
export const namesNothing = (word: string): boolean => {
  const of = kindsOf(word);
  return (of & nameless) !== 0 || isFunction(word, of);
};

/** Whether a text with these small words is German, which capitalises all nouns. */
export const isGermanBy = (smallWords: ReadonlySet<string>): boolean =>
  germanWords.filter(word => smallWords.has(word)).length >= 5;

export {isCalendarWord};
