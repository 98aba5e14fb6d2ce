/** Words that tell whether capitals make a name. All folded, of the languages that most articles are in. */
import {late} from '../late.ts';
import {isCalendarWord} from '../related/calendar.ts';
import {isStopWord} from '../related/stop-words.ts';

const setOf = (list: string): (() => ReadonlySet<string>) => late(() => new Set(list.trim().split(/\s+/)));

/** Stand before the name of a person and are no part of it. */
const titles = setOf(`
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
  meneer mevrouw koning koningin`);

/** Say where somebody serves: `Secretary of State Clinton`. */
const offices = setOf(
  'state defense defence energy education commerce labor health interior agriculture transportation staff',
);

/** Small words that join the words of a name. */
const particles = setOf(
  'de del della di da do dos das du des la las los le les der den van von zu zur bin ibn abu al el ben af av ter ten sao',
);

/** Begin names of places and bodies, whose last word alone is not about them: `South Africa`, `New York`. */
const placeBeginnings = setOf(`
  north south east west northern southern eastern western central new old great greater latin upper lower united saint st san santa
  lake mount port fort federal national royal international european american los las el la le rio san`);

/** Bodies and places by what they are. They end or begin a name, and alone name nothing. */
const bodies = setOf(`
  administration agency agencies association authority board bureau center centers centre college commission committee company conference
  congress convention corporation council court department departments division foundation fund government group house institute institutes
  laboratory league library ministry museum office offices organization organisation parliament party program programme project republic
  school senate service services society states kingdom team union university islands coalition alliance academy campaign
  ministerio universidad instituto gobierno comision consejo banco partido ministere universite institut gouvernement conseil banque parti
  universidade governo comissao conselho universitat ministerium regierung partei amt bank chamber act community communities manual`);

/** What `and` leads to within the name of a body: `Food and Drug Administration`. */
const jointBodies = setOf(
  'administration commission foundation act agency institute service services control prevention office',
);

/** Capitalised by habit or for weight, and no names. */
const common = setOf(`
  internet web website websites email app apps page section chapter figure table step phase part volume issue title level tier note tip tips
  question questions answer answers faq photo photos image images video videos source sources update updates version yes ok hello hi dear thanks welcome
  congratulations read more learn sign join visit click download watch listen register follow subscribe contact share see check photo credit
  let century introduction trends methods event events
  federal state national international local public digital agency mobile first second third last next today tomorrow yesterday
  day days week month year years spring summer fall autumn winter morning evening north south east west god earth english
  director manager officer editor author member members lead leader leaders specialist analyst engineer developer designer secretary president
  bachelor master phd mba government citizen citizens people customers customer user users`);

/** Abbreviations of things, not of whom or where. */
const plainAbbreviations = setOf(`
  api apis pdf pdfs html css url urls faq faqs rss xml json csv sql http https ceo cto cio cios cfo coo it tv dvd cd gps sms pc pcs am pm usb ok id ids diy qa q&a
  ui ux seo cms roi kpi kpis pr hr rfp rfps rfi sdk os ios sla saas paas iaas ai ml vr ar qr ssl tls dns ip vpn wifi pst est edt pdt et ct utc gmt fy ii iii iv vi vii viii ix
  jpg jpeg png gif svg mp3 mp4 doc docx xls zip asap fyi lol omg tbd tba etc eg ie vs ad bc ce nlp mb kb gb cx hcd rest restful iot hiv dna b2b b2c wcms crm erp gis loe poc mvp`);

/** Begin a sentence in front of a name: `Yesterday Biden said`. */
const openers = setOf(`
  while although though despite during since yesterday today tomorrow recently meanwhile earlier later however therefore moreover furthermore
  many most some few several another other each every both join visit see read watch learn download follow check use try ask tell let get give take
  find create build make start keep think remember consider note please thanks according among across along around besides beyond near
  like unlike instead perhaps maybe sometimes often always never once twice here there now then yes no well still even also just only whether
  because until unless without within inside outside against per via whereas whenever wherever last next first second finally overall
  hoy ayer manana segun mientras durante tras ademas tambien actualmente recientemente finalmente
  selon hier aujourd demain pendant depuis lors ainsi cependant enfin notamment
  segundo ontem hoje amanha enquanto alem finalmente
  laut gestern heute morgen wahrend nachdem seit
  gisteren vandaag wczoraj dzisiaj jutro вчера сегодня завтра вчора сьогодні χθες σημερα`);

/** Small words that together only German has. */
export const germanWords = ['und', 'der', 'die', 'das', 'nicht', 'ist', 'mit', 'den', 'auf', 'ein'];

/** End what somebody is, and no name: `Chief Data Scientist`. */
const jobs = setOf(`
  administrator advisor adviser analyst assistant author coordinator designer developer director editor engineer executive fellow
  intern lead manager officer producer scientist secretary specialist strategist writer`);

export const isJob = (word: string): boolean => jobs().has(word);
export const isTitle = (word: string): boolean => titles().has(word);
export const isOffice = (word: string): boolean => offices().has(word);
export const isParticle = (word: string): boolean => particles().has(word);
export const isPlaceBeginning = (word: string): boolean => placeBeginnings().has(word);
export const isBody = (word: string): boolean => bodies().has(word);
export const isJointBody = (word: string): boolean => jointBodies().has(word);
export const isPlainAbbreviation = (word: string): boolean =>
  plainAbbreviations().has(word) || (word.endsWith('s') && plainAbbreviations().has(word.slice(0, -1)));

/** `I’m`, `We’re`, folded. */
const contraction = /^[a-z]+ (?:m|re|ve|ll|d|t)$/;

/** Never the first word of a name: `The`, `When`. Particles are: `Los Angeles`, `El País`. */
export const isFunctionWord = (word: string): boolean =>
  (isStopWord(word) && !particles().has(word)) || (word.includes(' ') && contraction.test(word));

/** Begins sentences rather than names. */
export const isOpener = (word: string): boolean =>
  isFunctionWord(word) || openers().has(word) || /(?:ing|ly|ed)$/.test(word);

/** Says no name when it stands alone. */
export const namesNothing = (word: string): boolean =>
  isFunctionWord(word) ||
  common().has(word) ||
  bodies().has(word) ||
  titles().has(word) ||
  particles().has(word) ||
  isCalendarWord(word);

/** Whether a text with these small words is German, which capitalises all nouns. */
export const isGermanBy = (smallWords: ReadonlySet<string>): boolean =>
  germanWords.filter(word => smallWords.has(word)).length >= 5;

export {isCalendarWord};
