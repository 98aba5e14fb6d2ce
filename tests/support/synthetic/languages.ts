/** The languages of synthetic articles: real words where they are frequent, and what made-up ones are put together from. */

export interface Language {
  readonly code: string;
  /** How many topics of a hundred are written about in it. */
  readonly share: number;
  /** Real words, roughly the most frequent first. */
  readonly common: readonly string[];
  /** A syllable is one of each. Without `q` and `x`: those are for planted words, which must not come about by chance. */
  readonly onsets: readonly string[];
  readonly vowels: readonly string[];
  readonly codas: readonly string[];
  /** How many syllables a made-up word has, from and to. */
  readonly syllables: readonly [number, number];
  /** How many made-up words there are to choose from. */
  readonly madeUp: number;
  /** What stands between words, and after a sentence. */
  readonly gap: string;
  readonly stop: string;
  /** Bytes a character, roughly. */
  readonly weight: number;
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const latin = {
  onsets: words('b b c d d f g h j k l l m m n n p r r s s t t v w z br ch dr fl gr pl sh st tr'),
  vowels: words('a e i o u a e i o a e ai ea ou'),
  codas: ['', '', '', '', '', '', 'n', 'r', 's', 'l', 't', 'm', 'nd', 'st'],
  syllables: [1, 3],
  madeUp: 9_000,
  gap: ' ',
  stop: '. ',
  weight: 1.03,
} as const;

const unspaced = {codas: [''], syllables: [1, 2], madeUp: 6_000, gap: '', stop: '。', weight: 3} as const;

const han = [
  ...'国年大会中人民市政府经济发展公司技术新闻报道学生教育社会环境能源水电交通安全法律文化艺术科研究医院健康食品农业工程建设城乡河山海洋天气地震',
];
const kana = [...'かきくけこさしすせそたちつてとなにのはひふへまみむめもやゆよらりるれろわん'];
const kanji = [...'日本東京市長政治経済会社学校医療研究開発地域住民選挙議員環境電気鉄道港空海山川雪雨祭音楽映画'];
const hangul = [
  ...'가나다라마바사아자차카타파하거너더러머버서어저고노도로모보소오조구누두루무부수우주기니디리미비시이지',
];

export const languages: readonly Language[] = [
  {
    ...latin,
    code: 'en',
    share: 66,
    madeUp: 60_000,
    weight: 1,
    common: words(`
      the of and to in a is that for it on was with as be by at from he his are not this have but they she which or had
      an were we their has been more one its who will would about after there said all than when up out some no her also
      over new into two other first last could time between year years people government city minister country state
      police report week day work party court company world public water school health council plan money market power
      road river house home trade law talks election border budget court energy price growth war peace north south east
      west bank tax farm land air sea port train bridge island village region leader member group office union agreement
      decision question answer change problem support rule right vote part number way place case point side end month
      night morning life family child woman man student teacher doctor worker reader writer history science study
      research result project program service system security defence industry business oil gas food price rate cost
      fund loan debt job wage strike protest crowd street station hospital museum theatre music film book team match
      season player storm flood fire weather summer winter spring because before during against under while where many
      most such only now then even still just through each both few much long high low large small early late old young
      good better best great little local national former next second third several likely according told asked called
      made found came went took gave held left kept began became showed`),
  },
  {
    ...latin,
    code: 'es',
    share: 8,
    vowels: words('a e i o u á é í ó ú a e o ue ia ió'),
    codas: ['', '', '', '', 'n', 'r', 's', 'l', 'd', 'ño', 'ción'],
    common: words(`de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha este
      sí porque esta entre cuando muy sin sobre también año años gobierno ciudad país presidente después según política
      económica región elección reunión mañana niñez español además`),
  },
  {
    ...latin,
    code: 'fr',
    share: 6,
    vowels: words('a e i o u é è ê eau ou oi ai â î ç'),
    common: words(`de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec son
      été cette mais aux comme où même après années pays ville gouvernement président élection région marché économie
      société près déjà français accord frontière île`),
  },
  {
    ...latin,
    code: 'de',
    share: 5,
    vowels: words('a e i o u ä ö ü ei au eu ie a e'),
    codas: ['', '', 'n', 'r', 's', 'l', 't', 'ng', 'ch', 'ß', 'rt', 'cht'],
    common:
      words(`der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus
      er hat dass sie nach wird bei einer um am sind noch wie einem über so zum Jahr Jahre Regierung Stadt Land Minister
      Straße größer möglich während können Wahl Gespräche Grenze`),
  },
  {
    ...latin,
    code: 'pl',
    share: 3,
    onsets: words('b br c cz d dz f g h j k kr l ł m n p prz r s sz ś t tr w z ż ź'),
    vowels: words('a e i o u y ą ę ó ie ia'),
    common: words(`w i na z się do nie o że to jest od za po przez ale jak dla przy są był także już tylko które może
      rząd miasto państwo Łódź żółty wybory granica spółka więcej między również`),
  },
  {
    ...latin,
    code: 'ar',
    share: 4,
    onsets: words('ب ت ج ح خ د ر س ش ص ط ع غ ف ق ك ل م ن ه و ي'),
    vowels: ['', '', 'ا', 'و', 'ي'],
    codas: ['', '', '', 'ة', 'ن', 'ات'],
    weight: 1.8,
    common: words(`في من على إلى أن عن مع هذا التي الذي كان بعد قبل بين قال كما لم لا ما هو هي كل الحكومة المدينة الرئيس
      اليوم العام الدولة الشعب الاقتصاد السلام المياه`),
  },
  {
    ...unspaced,
    code: 'zh',
    share: 3,
    onsets: han,
    vowels: han,
    common: words(
      '的 一 是 在 不 了 有 和 人 这 中 大 为 上 个 国家 我们 他们 政府 北京 上海 中国 经济 表示 今年 昨天 问题 会议',
    ),
  },
  {
    ...unspaced,
    code: 'ja',
    share: 2,
    onsets: kanji,
    vowels: [...kanji, ...kana],
    common: words(
      'の に は を た が で て と し れ さ ある いる する こと なる 東京 日本 政府 今年 昨日 問題 会議 ニュース',
    ),
  },
  {
    ...latin,
    code: 'ko',
    share: 3,
    onsets: hangul,
    vowels: hangul,
    codas: ['', '', '은', '는', '을', '에'],
    syllables: [1, 2],
    weight: 2.6,
    common: words('이 그 수 것 등 및 있다 했다 정부 서울 한국 대통령 올해 어제 문제 회의 경제 시민'),
  },
];
