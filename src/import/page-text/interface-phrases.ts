/**
 * What pages say beside their articles: the words of buttons, menus, notices and of the boxes that come after an article.
 * Tables by meaning, each with the same phrase in the languages that most news is in. All compared folded.
 */

/** Whole lines, counts and punctuation around them aside. Bars divide phrases. */
export const interfaceLines = {
  share: `
    share|share this|share this article|share this story|share this post|share this page|share article|share story|share it|
    share on|share via|share with|
    sharing|sharing is caring|share on facebook|share on twitter|share on linkedin|share via email|shares|tweet|tweet this|
    pin|pin it|submit|buffer|mix|stumble|send|save|save article|bookmark|copy link|link copied|copied|url copied|
    facebook|twitter|x|instagram|youtube|linkedin|whatsapp|telegram|pinterest|reddit|google|google plus|flipboard|tumblr|
    messenger|pocket|snapchat|tiktok|threads|bluesky|mastodon|signal|line|weibo|wechat|vk|xing|viber|skype|digg|delicious|
    stumbleupon|blogger|soundcloud|feedly|bloglovin|discord|email|e mail|mail|rss|rss feed|print|print this article|
    print article|permalink|short url|embed|
    compartir|comparte|compartir en facebook|compartir en twitter|compartir por correo|compartilhar|compartilhe|enviar|
    imprimir|imprime|correo|copiar enlace|copiar link|guardar|salvar|
    partager|partagez|partager sur facebook|partager sur twitter|imprimer|envoyer|envoyer par email|copier le lien|
    enregistrer|
    teilen|artikel teilen|twittern|drucken|merken|senden|versenden|mailen|link kopieren|auf facebook teilen|
    auf twitter teilen|
    condividi|condividi su facebook|stampa|invia|salva|delen|deel|deel dit artikel|afdrukken|printen|dela|skriv ut|del|
    del artikel|del pa facebook|udskriv|udostepnij|drukuj|wyslij|podziel sie|bagikan|cetak|simpan|
    поделиться|распечатать|сохранить|поділитися|paylas|yazdir|مشاركه|شارك|شارك المقال|طباعه|نسخ الرابط|واتساب|فيسبوك|تويتر|
    تيليجرام|
    シェア|シェアする|ツイート|印刷|保存|分享|分享到|打印|收藏|微信|微博|공유|공유하기|인쇄|프린트`,
  menu: `
    menu|main menu|menu sections|navigation|toggle navigation|close navigation|close|open|open menu|close menu|search|
    search search|show search|search query|search for|search this site|home|homepage|skip to content|
    skip to main content|skip to navigation|back to top|return to top|top of page|top|next|previous|prev|next post|
    previous post|next article|previous article|next story|previous story|older posts|newer posts|previous next|
    next previous|more|more more|show more|load more|see more|see all|view all|view more|show all|show less|expand|collapse|
    expand collapse search|all|latest|live|sections|site map|sitemap|site index|about|about us|contact|contact us|careers|
    jobs|help|faq|faqs|feedback|advertise|advertise with us|advertising|ad choices|adchoices|media kit|masthead|our team|
    staff|terms|terms of use|terms of service|terms and conditions|terms conditions|privacy|privacy policy|privacy notice|
    privacy statement|privacy cookies|cookie policy|cookies|cookie settings|disclaimer|accessibility|legal|legal notice|
    imprint|corrections|press|press center|newsroom|apps|app|mobile|podcast|podcasts|video|videos|watch|watch now|watch live|
    watch video|listen|listen now|play|pause|mute|unmute|photos|gallery|galleries|view gallery|back to gallery|image gallery|
    slideshow|caption|hide caption|show caption|hide|enlarge|fullscreen|events|classifieds|obituaries|archives|archive|
    categories|topics|all topics|tags|language|choose a language|settings|loading|please wait|read later|view pdf|
    back|go|ok|yes|no|cancel|accept|i accept|accept all|i agree|agree|got it|reject|decline|dismiss|learn more|
    find out more|more info|more information|details|click here|visit site|visit website|website|download|get it|
    get in touch|options|editions|edition|all editions|follow|following|follow us|follow me|follow us on|connect|
    connect with us|find us on|find us on facebook|join us|stay connected|stay updated|
    buscar|busqueda|inicio|portada|ir al contenido|saltar al contenido|volver arriba|volver|siguiente|anterior|mas|ver mas|
    ver todo|ver todos|leer mas|quienes somos|contacto|contactar|publicidad|anunciese|aviso legal|politica de privacidad|
    politica de cookies|terminos y condiciones|mapa del sitio|aceptar|rechazar|cerrar|siguenos|siguenos en|etiquetas|
    secciones|hemeroteca|galeria|galeria de fotos|ajustes|
    pesquisar|buscar no site|pagina inicial|proximo|mais|ver mais|veja mais|leia mais|saiba mais|quem somos|contato|
    fale conosco|anuncie|politica de privacidade|termos de uso|mapa do site|aceitar|fechar|siga nos|categorias|arquivos|
    comente|
    rechercher|recherche|accueil|aller au contenu|haut de page|retour en haut|suivant|precedent|plus|voir plus|voir tout|
    lire la suite|lire plus|en savoir plus|qui sommes nous|contactez nous|publicite|mentions legales|
    politique de confidentialite|conditions generales|conditions d utilisation|plan du site|accepter|tout accepter|refuser|
    fermer|suivez nous|rubriques|
    suche|suchen|startseite|zum inhalt springen|zum inhalt|nach oben|weiter|zuruck|mehr|mehr anzeigen|alle anzeigen|
    weiterlesen|mehr erfahren|uber uns|kontakt|werbung|anzeige|anzeigen|impressum|datenschutz|datenschutzerklarung|agb|
    nutzungsbedingungen|cookie einstellungen|akzeptieren|alle akzeptieren|ablehnen|schliessen|folgen|folgen sie uns|ressorts|
    archiv|zuruck zur ubersicht|
    cerca|vai al contenuto|torna su|successivo|precedente|altro|vedi tutti|leggi tutto|continua a leggere|chi siamo|contatti|
    pubblicita|note legali|informativa sulla privacy|accetta|rifiuta|chiudi|seguici|
    zoeken|zoek|naar inhoud|volgende|vorige|meer|lees meer|lees verder|over ons|adverteren|advertentie|privacybeleid|
    voorwaarden|accepteren|sluiten|volg ons|
    sok|sog|start|forside|til toppen|nasta|foregaende|mer|las mer|les mer|laes mere|mere|om oss|om os|kontakta oss|
    kontakt oss|kontakt os|annons|annonse|annonce|integritetspolicy|personvern|privatlivspolitik|godkann|godta|accepter alle|
    stang|lukk|luk|folj oss|folg oss|folg os|
    szukaj|strona glowna|nastepny|poprzedni|wiecej|czytaj wiecej|czytaj dalej|o nas|reklama|polityka prywatnosci|regulamin|
    akceptuje|zamknij|obserwuj nas|beranda|cari|selengkapnya|baca selengkapnya|tentang kami|iklan|hubungi kami|kategori|
    masuk|daftar|
    меню|поиск|найти|главная|наверх|далее|назад|еще|читать далее|подробнее|о нас|контакты|реклама|
    политика конфиденциальности|принять|закрыть|рубрики|пошук|головна|меню сайту|контакти|закрити|читати далі|
    menu|ara|ana sayfa|anasayfa|sonraki|onceki|devami|devamini oku|hakkimizda|iletisim|reklam|gizlilik politikasi|kabul et|
    kapat|bizi takip edin|
    القائمه|بحث|البحث|الرئيسيه|الصفحه الرئيسيه|التالي|السابق|المزيد|اقرا المزيد|من نحن|اتصل بنا|اعلان|اعلانات|سياسه الخصوصيه|
    الشروط والاحكام|شروط الاستخدام|موافق|قبول|اغلاق|تابعنا|تابعونا|الاقسام|خريطه الموقع|تخطي الي المحتوي|
    メニュー|検索|ホーム|トップ|トップページ|次へ|前へ|次の記事|前の記事|もっと見る|続きを読む|会社概要|お問い合わせ|広告|プライバシーポリシー|利用規約|同意する|閉じる|フォローする|カテゴリー|サイトマップ|
    菜单|導航|导航|搜索|搜尋|首页|首頁|下一篇|上一篇|下一页|上一页|更多|查看更多|查看全部|阅读更多|閱讀更多|关于我们|關於我們|联系我们|聯絡我們|广告|廣告|隐私政策|隱私政策|使用条款|使用條款|接受|同意|关闭|關閉|
    关注我们|分类|
    메뉴|검색|홈|다음|이전|더보기|전체보기|회사소개|문의|광고|개인정보처리방침|이용약관|동의|닫기|구독하기`,
  account: `
    sign in|log in|login|logout|log out|sign out|sign up|sign up now|register|registration|join|my account|account|
    account details|manage subscription|subscribe|subscribe now|subscribe today|subscribe to our newsletter|
    already a subscriber|subscription|subscriptions|become a member|membership|donate|support us|contribute|contributions|
    newsletter|newsletters|newsletter sign up|sign up for our newsletter|get our newsletter|email address|your email|
    your email address|enter your email|e paper|epaper|enewspaper|digital edition|shop|store|watchlist|alerts|notifications|
    enable notifications|allow notifications|
    iniciar sesion|inicia sesion|acceder|entrar|ingresar|registrarse|registrate|suscribete|suscribirse|suscripcion|
    suscripciones|boletin|boletines|mi cuenta|hazte socio|assine|assinar|assine ja|cadastre se|minha conta|boletim|
    se connecter|connexion|s inscrire|inscription|s abonner|abonnez vous|je m abonne|abonnement|mon compte|faire un don|
    anmelden|abmelden|einloggen|registrieren|abonnieren|jetzt abonnieren|abo|abonnement|mein konto|newsletter abonnieren|
    newsletter bestellen|spenden|
    accedi|registrati|abbonati|iscriviti|iscriviti alla newsletter|inloggen|aanmelden|abonneren|word abonnee|logga in|
    logg inn|log ind|prenumerera|bli prenumerant|abonner|bliv abonnent|zaloguj sie|zaloguj|zarejestruj sie|subskrybuj|
    prenumerata|berlangganan|
    войти|вход|регистрация|подписаться|подписка|подпишитесь|увійти|підписатися|giris yap|uye ol|abone ol|e bulten|
    تسجيل الدخول|دخول|تسجيل|اشترك|اشترك الان|الاشتراك|النشره البريديه|
    ログイン|新規登録|会員登録|登録|購読|メルマガ|登录|登錄|登入|注册|註冊|订阅|訂閱|로그인|회원가입|구독|뉴스레터`,
  advertisement: `
    advertisement|advertisements|advert|ad|ads|sponsored|sponsored content|promoted|paid content|partner content|
    story continues below|story continues below advertisement|article continues below|article continues below advertisement|
    continue reading below|continue reading|scroll to continue|skip ad|powered by|report this ad|remove ads|
    publicidade|continua depois da publicidade|la publicite|publicite|contenido patrocinado|patrocinado|sponsorisiert|
    gesponsert|pubblicita|reklame|anuncio|advertorial|спонсорский материал|スポンサーリンク|pr`,
} as const;

/** Lines that begin what comes after an article, or a box within it: the lines behind them are not its text. */
export const boxHeadings = `
    discussion|what do you think|like this|thoughts|one thought|replies|responses|
    related|related articles|related article|related stories|related story|related posts|related post|related content|
    related links|related news|related topics|related tags|related coverage|related videos|related reading|see also|
    read also|also read|read more|read next|up next|more stories|more news|more articles|more coverage|more like this|
    more to read|more to explore|further reading|recommended|recommended stories|recommended for you|recommended articles|
    recommended reading|suggested|suggested for you|you may like|you may also like|you might like|you might also like|
    you may also be interested in|dont miss|don t miss|in case you missed it|in other news|most popular|most read|
    most viewed|most shared|most commented|popular|popular posts|popular articles|popular stories|popular now|trending|
    trending now|trending news|trending stories|latest|latest news|latest stories|latest articles|latest posts|
    latest latest videos|recent|recent posts|recent articles|recent comments|recent news|recent stories|
    top stories|top news|top today s todays breaking news|editors picks|
    editor s picks|editor s choice|editors choice|our picks|from our partners|from the web|around the web|sponsored stories|
    promoted stories|featured|featured articles|featured stories|stay informed|most recent|news in brief|
    in brief|what to read next|keep reading|next up|follow the author|topics|categories|
    filed under|tags|
    relacionado|relacionados|noticias relacionadas|articulos relacionados|temas relacionados|lee tambien|lea tambien|
    leer tambien|te puede interesar|tambien te puede interesar|te recomendamos|recomendados|lo mas leido|lo mas visto|
    mas leidas|mas leidos|mas noticias|ultimas noticias|ultima hora|lo ultimo|mas informacion|entradas recientes|
    artigos relacionados|noticias relacionadas|posts relacionados|relacionadas|leia tambem|veja tambem|voce pode gostar|
    voce tambem pode gostar|mais lidas|mais lidos|ultimas noticias|posts recentes|
    a lire aussi|lire aussi|voir aussi|articles lies|articles similaires|sur le meme sujet|sur le meme theme|
    dans la meme rubrique|a decouvrir|vous aimerez aussi|les plus lus|les plus lues|plus lus|derniers articles|
    dernieres actualites|a la une|
    mehr zum thema|zum thema|weitere artikel|weitere beitrage|weitere themen|ahnliche artikel|ahnliche beitrage|
    verwandte artikel|verwandte themen|lesen sie auch|das konnte sie auch interessieren|das konnte sie interessieren|
    auch interessant|meistgelesen|meist gelesen|beliebt|neueste beitrage|neueste artikel|weitere beitrage zum thema|
    articoli correlati|correlati|leggi anche|potrebbe interessarti|potrebbe interessarti anche|i piu letti|piu letti|
    ultime notizie|autore|
    gerelateerd|gerelateerde artikelen|lees ook|meest gelezen|laatste nieuws|meer over|
    las ocksa|les ogsa|laes ogsa|relaterade artiklar|relaterte artikler|relaterede artikler|relaterat|mest last|mest lest|
    mest laeste|senaste nytt|siste nytt|seneste nyt|mer om|
    zobacz takze|czytaj takze|czytaj tez|powiazane|powiazane artykuly|polecane|najczesciej czytane|najnowsze|artikel terkait|
    berita terkait|baca juga|terpopuler|terkait|menyukai ini|iklan|
    читайте также|смотрите также|по теме|материалы по теме|похожие статьи|похожие материалы|популярное|самое читаемое|
    последние новости|новости по теме|читайте також|за темою|схожі новини|популярне|останні новини|
    ilgili haberler|ilgili yazilar|bunlar da ilginizi cekebilir|en cok okunanlar|son haberler|son dakika|
    مواضيع ذات صله|مقالات ذات صله|اخبار ذات صله|موضوعات ذات صله|موضوعات متعلقه|مواضيع متعلقه|ذات صله|اقرا ايضا|شاهد ايضا|
    قد يعجبك|قد يعجبك ايضا|الاكثر قراءه|الاكثر مشاهده|اخر الاخبار|احدث الاخبار|
    関連記事|関連ニュース|関連リンク|関連|あわせて読みたい|こちらもおすすめ|おすすめ記事|おすすめ|人気記事|ランキング|アクセスランキング|最新記事|最新ニュース|新着記事|
    相关文章|相關文章|相关新闻|相關新聞|相关阅读|相關閱讀|延伸阅读|延伸閱讀|推荐阅读|推薦閱讀|推荐|热门文章|热门|熱門|最新文章|最新消息|最新新闻|猜你喜欢|
    관련기사|관련뉴스|관련 기사|인기기사|많이 본 뉴스|최신기사|최신뉴스|추천기사|주요뉴스`;

/** Lines after which no more of the article comes: its comments, its author's life. */
export const endHeadings = `
    comments|no comments|comment|add comment|add a comment|view comments|show comments|post a comment|leave a comment|
    leave a reply|leave a reply cancel reply|leave a comment cancel reply|join the conversation|join the discussion|
    be the first to comment|comments are closed|reader comments|share your thoughts|have your say|tell us what you think|
    about the author|about the authors|about the writer|author bio|more from author|
    comentarios|sin comentarios|deja un comentario|deja una respuesta|escribe un comentario|sobre el autor|archivado en|
    nenhum comentario|deixe um comentario|deixe uma resposta|sobre o autor|comente|
    commentaires|aucun commentaire|laisser un commentaire|laissez un commentaire|reagir|a propos de l auteur|
    kommentare|keine kommentare|kommentar schreiben|kommentar hinterlassen|schreibe einen kommentar|diskutieren sie mit|
    uber den autor|
    commenti|lascia un commento|reacties|geef een reactie|plaats een reactie|reageer|over de auteur|
    kommentarer|lamna en kommentar|legg igjen en kommentar|skriv en kommentar|
    komentarze|dodaj komentarz|komentar|tinggalkan balasan|tinggalkan komentar|
    комментарии|оставить комментарий|добавить комментарий|об авторе|коментарі|yorumlar|yorum yap|yorum yaz|
    التعليقات|تعليقات|اترك تعليقا|اضف تعليق|اضف تعليقا|عن الكاتب|
    コメント|コメントを書く|コメントする|著者について|この記事を書いた人|评论|評論|发表评论|發表評論|留言|作者简介|댓글|댓글쓰기`;

/** How lines begin that are none of the text, if they are short. Folded; a line may go on after any of them at a word's end. */
export const interfaceOpenings = `
    submit to|click to share|share on|share this|share via|share to|tweet on|follow us|follow @|like us on|
    find us on|sign up for|sign up to|subscribe to|subscribe for|subscribe via|subscribe now|get the latest|get our|
    get breaking news|join our|join the|download the|download our|click here|click to|continue reading|read more|read next|
    read also|also read|see also|see more|view more|view all|watch live|skip to|jump to|back to|switch to|print this|
    image 1 of|image of|photo 1 of|first published|originally published|last modified|last updated|updated on|posted in|
    posted on|posted by|published by|filed under|tagged with|tagged|tags|categories|copyright|all rights reserved|powered by|
    designed by|theme by|related post|related article|related story|related|more in|more from|more on|more about|recommended|
    dont miss|don t miss|you may also|advertise with|report an error|report a typo|send us|contact us|request reprint|
    reading time|estimated reading time|we use cookies|we and our partners|this site uses|this website uses|our website uses|
    by continuing to|by using this site|please enable|enable javascript|javascript is|your browser|notify me|save my name|
    your email address will|enter your email|leave a comment|leave a reply|join the conversation|add us as|proudly powered|
    view comments|comments are|view our|visit our|purchase a|buy now|shop now|available from|available at|
    never miss|stay up to date|listen to this|
    compartir en|comparte en|siguenos en|suscribete a|suscribete al|lee tambien|lea tambien|leer mas|ver mas|mas en|
    mas sobre|te puede interesar|publicado en|publicado el|archivado en|etiquetas|todos los derechos|utilizamos cookies|
    usamos cookies|este sitio web utiliza|esta web utiliza|haz clic|descarga la|recibe las|tiempo de lectura|compartilhe|
    siga nos|leia tambem|leia mais|veja tambem|mais em|assine a|tempo de leitura|todos os direitos|usamos cookies|
    este site utiliza|publicado por|
    partager sur|suivez nous|abonnez vous|inscrivez vous|a lire aussi|lire aussi|lire la suite|plus d articles|publie le|
    mis a jour le|temps de lecture|tous droits reserves|nous utilisons des cookies|ce site utilise|en poursuivant votre|
    cliquez ici|telechargez|
    auf facebook|auf twitter|folgen sie|abonnieren sie|melden sie sich|lesen sie auch|mehr zum thema|mehr zu|mehr aus|
    weitere artikel|veroffentlicht am|aktualisiert am|lesezeit|alle rechte vorbehalten|wir verwenden cookies|
    diese website verwendet|diese seite verwendet|klicken sie hier|jetzt anmelden|
    condividi su|seguici su|iscriviti a|leggi anche|leggi tutto|tutti i diritti|questo sito utilizza|utilizziamo i cookie|
    deel op|volg ons|lees ook|lees verder|alle rechten|deze website gebruikt|wij gebruiken cookies|las ocksa|les ogsa|
    laes ogsa|vi anvander cookies|vi bruker|vi bruger cookies|baca juga|bagikan ke|hak cipta|posted by|zobacz takze|
    czytaj takze|wszelkie prawa|ta strona uzywa|uzywamy|
    читайте также|подписывайтесь|подпишитесь на|все права защищены|мы используем|этот сайт использует|читайте також|
    підписуйтесь|всі права захищені|ilgili haber|takip edin|tum haklari|اقرا ايضا|شاهد ايضا|تابعنا علي|تابعونا علي|اشترك في|
    جميع الحقوق|نستخدم ملفات|يستخدم هذا الموقع|المزيد من|المزيد في|الوسوم|الكلمات المفتاحيه`;

/** The same in scripts without spaces, where a line goes on at once. */
export const unspacedOpenings = `
    関連記事|あわせて読みたい|続きを読む|フォローする|当サイトでは|このサイトは|タグ：|タグ:|カテゴリー|無断転載|相关阅读|相关文章|相關文章|延伸阅读|延伸閱讀|点击|點擊|扫码|掃碼|关注我们|版权所有|版權所有|本网站使用|
    本網站使用|我们使用|我們使用|责任编辑|編輯：|标签：|标签:|標籤|저작권자|무단전재|관련기사|이 사이트는`;

/** Phrases that no article says of itself but its page does, wherever they stand in a line. */
export const pageNotices = `
    opens in new window|all rights reserved|terms of service|terms of use|privacy policy|cookie policy|uses cookies|
    use cookies|use of cookies|affiliate commission|affiliate links|affiliate advertising|free newsletter|our newsletter|
    newsletters|delivered to your inbox|in your inbox|to your inbox|by clicking here|may receive a commission|
    earn a commission|earn commission|unsubscribe at any time|todos los derechos reservados|todos os direitos reservados|
    politica de privacidad|politica de privacidade|tous droits reserves|politique de confidentialite|alle rechte vorbehalten|
    datenschutzerklarung|tutti i diritti riservati|все права защищены|جميع الحقوق محفوظه|سياسه الخصوصيه|禁止转载|未经授权|禁无断转载|無断転載|
    プライバシーポリシー|무단전재|재배포 금지|utiliza cookies|usa cookies|des cookies|verwendet cookies|utilizza cookie`;
