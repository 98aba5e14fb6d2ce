/**
 * Words that say nothing about what a text is about, folded. Those of other languages are so frequent in their articles
 * that their weight does it; here are the ones that would spoil pairs of words and the reasons shown.
 */
import {late} from '../late.ts';

const byLanguage = {
  en: `a about above after again all also although am an and any are as at be because been before being below between both but by can could
    did do does doing down during each etc even every few for from further get had has have having he her here hers him his how however i if in into
    is it its itself just like made make many may me might more most much must my no nor not now of off on once one only or other our
    ours out over own said same say says she should since so some such than that the their theirs them then there these they this those through
    to too two under until up upon us use used using very via was we well were what when where whether which while who whom whose why will with within
    without would yes yet you your yours don isn doesn didn aren wasn won ll ve re`,
  es: `al algo ante antes aqui asi aun aunque bajo bien cada como con contra cual cuando cuyo de del desde donde dos el ella ellas ellos en entre era
    es esa ese eso esta estaba estan estar este esto fue fueron ha habia han hasta hay la las le les lo los mas mientras muy nada ni no nos o
    otra otro para pero por porque que quien se segun ser si sido sin sobre son su sus tambien tan tanto tras un una uno unos y ya`,
  fr: `alors apres au aussi aux avant avec car ce ces cet cette comme dans de depuis des deux donc dont du elle elles en encore entre est et ete etre
    eu fait ils la le les leur leurs lors lui mais meme ne nos notre nous on ont ou par pas peu plus pour qu que qui sa sans se selon ses si
    son sont sous sur tous tout toute tres un une vers vos votre vous`,
  pt: `ainda ao aos apos ate com como da das depois do dos ela ele eles entre essa esse esta este foi foram isso isto ja mais mas mesmo muito na nas
    nao nem no nos num numa os ou para pela pelo por quando quem sao sem ser seu seus sob sobre sua suas tambem um uma`,
  de: `aber als am an auch auf aus bei bis bin da damit dann das dass dem den denn der des die dies diese diesem diesen dieser doch durch ein eine
    einem einen einer eines er es fur hat hatte ich ihr ihre im ist ja kann kein mehr mit muss nach nicht noch nun nur ob oder ohne sein seine sich
    sie sind so um und uns unter vom von vor war waren was wenn wer werden wie wird wir wurde zu zum zur zwischen uber`,
  it: `agli ai alla alle allo anche che chi ci come con cosi cui da dal dalla dalle degli dei del della delle dello di dopo dove ed era essere
    fra gli ha hanno il in io la le lei loro lui ma mentre molto ne negli nei nel nella non per perche piu quando quella quello questa questo sara se si
    sono sta stato su sua sue sul sulla suo tra tutti un una uno`,
  nl: `aan als bij dan dat de den der deze die dit door een en er haar had heb heeft het hij hun ik in is kan maar meer men met na naar niet nog nu of om
    onder ook op over te tegen tot uit van veel voor want waren was wat we wel werd wie wij wordt ze zich zij zijn zo zou`,
  ar: `ان او اي الا التي الذي الذين الي اما انه انها او بعد بعض بل بين تم ثم حتي حول حيث خلال دون ذلك سوف علي عليه عن عند عندما غير في فيها فيه قبل قد كان كانت كل كما لا لدي لكن
    لم له لها ليس ما مع من منذ منها منه نحو هذا هذه هل هم هناك هو هي وقد ولا وهو وهي وفي ومن يكون`,
};

/** All of them. */
export const stopWords = late((): ReadonlySet<string> => new Set(Object.values(byLanguage).join(' ').split(/\s+/)));

/** @param word folded, as `words` gives it */
export const isStopWord = (word: string): boolean => stopWords().has(word);
