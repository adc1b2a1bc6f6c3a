"""Words about places: villages that are everyday words as well, who comes from somewhere, abroad."""

from __future__ import annotations

VILLAGES = frozenset(
    "adamów aleksandrów antonin bagna bobrowniki bociany borek borki borowa bory brody browary "
    "brzezina brzeziny brzoza brzozowa brzozówka brzózka brzózki bród budy buki bukowiec bukowina "
    "bór błonie błota cegielnia chałupki chrust chrusty cis cisowa cisy czapla czaple doliny "
    "domaszków dołki dudek dudki dworek dwory dąbrowa dąbrówka dąbrówki dębina dębno dębowiec dęby "
    "florianka gaj gaje gajówka glinianka glinka glinki gołębie gołębiów grabina grabowiec graby "
    "grabówka grobla groble grodziec grodzisko grusz grusze gródek górki hucisk hucisko huta hutka "
    "jabłonka jabłonna jabłoń janówka jasień jasionka jaskółki jawor jawory jaworze jeleniec "
    "jesionka jeziorko jodły jodłówka józefów kalina kamienica kamieniec kamionka karczemka "
    "karczmy karczowisko kazimierzówka klon klony kobyłka kokoszka kokoszki kolonia koniuchy "
    "kopaniny kowale koziołki kozy kościelec kruki kruszyna krzewie krzewiny krzyże kuchary "
    "kuźnica kuźnice kuźnik kąty kępa kępka kępy lasek laski leszczyna leszczyny lipina lipiny "
    "lipka lipki lipnica lipowa lipy lisy lisów majdan majdany maryna marynin mchowo mchy michałów "
    "michałówka międzylesie mostek mostki młynki młyny nadrzecze niedźwiedzie niedźwiedź niwa "
    "niwka niwki niwy nowina nowinki nowiny olsza olszanka olszany olszyna olszyny olszówka orle "
    "orły osie osiek osieki ostrowie ostrów ostrówek owczary papiernia pasieka pasieki piaseczno "
    "piaski podborze podbór podgórze podlesie podzamcze pogorzel pogorzele pokrzywa pokrzywnica "
    "polana polanka polanki polany poręba poręby przyrzecze psary rozdroże ruda rudka rudnik "
    "rudniki rudy rybaki rybitwy sadek sadki sady skałki skotniki skrzynki smolarnia smolarnie "
    "smug smugi sokolniki sokoły sokół sosnówka sowina sowy sroka sroki stanisławów stawek "
    "stawiska stawki strzelce stróża stróże szewce szpak szpaki sówka słowik słowiki teresin "
    "topola topole trzcianka trzciny tur tury ustronie wierzba wierzbica wierzby wiktoryn wilczyna "
    "wilkowyja winiary wola wrzos wrzosowa wrzosy wygnanka wypalanki wólka zaborze zabłocie zagaj "
    "zagaje zagrody zagórze zakole zakrzew zalesie zamość zaroślak zarośle zarzecze zawodzie "
    "załęże zaścianek zdrój łagiewniki łazy łosie łoś ług ługi łąki śliwa śliwy świerki świątniki "
    "źródła żabiec żabka żabno żuki żuków żuraw żurawie żwirownia".split()
)
"""Names many Polish villages bear that are words of their own, in the first case."""
ORIGINS = frozenset(
    "być pochodzić dojeżdżać dojechać dojść jechać jeździć przyjechać przyjeżdżać wozić dowozić zawieźć "
    "przywozić wrócić wracać kobieta człowiek ludzie mieszkaniec mieszkanka koleżanka kolega pani pan "
    "sąsiad sąsiadka sołtys sołtyska radny radna dziecko senior seniorka rodzina babcia dziadek matka ojciec "
    "mama tata dziewczyna chłopak chłopiec dziewczynka autobus bus droga dojazd kurs pks gospodyni koło "
    "opiekunka pielęgniarka asystentka ktoś wszyscy każdy osoba starsza młodzież uczeń chodnik ścieżka "
    "przystanek szkoła świetlica remiza przedszkole kościół sklep".split()
)
"""Lemmas after which "z", "do", "w" tells where somebody is from, or where a road leads."""
SAID_OF_MANY = frozenset(
    "jestem jesteśmy jest są był była u nas my ci ta te ten nas tam tu tutaj".split()
)
STREETLESS = frozenset(
    "pierwszej drugiej trzeciej czwartej piątej szóstej siódmej ósmej dziewiątej dziesiątej jedenastej "
    "dwunastej trzynastej czternastej piętnastej szesnastej siedemnastej osiemnastej dziewiętnastej "
    "dwudziestej zerowej ostatniej całej takiej jakiej której naszej waszej mojej twojej swojej każdej innej "
    "samej jednej żadnej tamtej wszelkiej dziennej nocnej stałej własnej dalszej lepszej gorszej większej "
    "mniejszej prawej lewej dobrej złej nowej starej wolnej żywej bieżącej społecznej pomocowej gminnej "
    "powiatowej wojewódzkiej krajowej państwowej unijnej domowej chorej zdrowej trudnej łatwej ludzkiej "
    "miejskiej wiejskiej obecnej poprzedniej następnej kolejnej podobnej niższej wyższej starszej młodszej "
    "najbliższej najlepszej najgorszej górnej dolnej ciężkiej".split()
)
"""Feminine adjectives that stand alone for something else than a street: an hour, a way, a care."""
STREETS = frozenset(
    "ogrodowej leśnej polnej łąkowej szkolnej kościelnej kwiatowej lipowej słonecznej parkowej sosnowej "
    "brzozowej spacerowej cmentarnej młyńskiej akacjowej dębowej wiśniowej klonowej jesionowej "
    "kolejowej dworcowej krakowskiej warszawskiej strażackiej różanej wierzbowej topolowej kasztanowej "
    "jabłoniowej sadowej nadrzecznej rzecznej źródlanej wąskiej krótkiej rynkowej zamkowej".split()
)
"""Adjectives that stand alone for a street after "z" as well: "ludzie z ogrodowej"."""
ABROAD = frozenset(
    "hamburg monachium dublin oslo sztokholm kopenhaga amsterdam rzym mediolan madryt barcelona lizbona "
    "ateny budapeszt bratysława wilno ryga tallinn moskwa mińsk odessa charków mariupol chersoń zaporoże "
    "dniepr grodno brześć tokio pekin afganistan irak iran izrael palestyna egipt maroko tunezja indie chiny "
    "japonia korea nepal filipiny uzbekistan tadżykistan mołdawia rumunia bułgaria serbia chorwacja "
    "słowenia albania kosowo portugalia szkocja walia bawaria saksonia brandenburgia galicja wołyń "
    "polesie żuławy kresy kociewie roztocze karpaty pieniny mazowsze bałkany skandynawia jerozolima "
    "medjugorie lourdes fatima watykan czechy europa azja ameryka afryka australia unia polska ziemia wschód zachód północ południe "
    "kolumbia czeczenia dagestan grozny tbilisi kreta sybir syberia cypr malta meksyk brazylia argentyna peru wenezuela kuba boliwia chile ekwador algieria libia sudan etiopia somalia kenia nigeria ghana angola kongo kamerun senegal arabia dubaj katar kuwejt jemen liban jordania pakistan bangladesz indonezja tajlandia malezja singapur australia kazachstan kirgizja turkmenia azerbejdżan osetia abchazja krym sycylia sardynia teneryfa majorka chorwacja czarnogóra bośnia macedonia estonia łotwa luksemburg holandia frankfurt kolonia stuttgart lipsk drezno norymberga manchester liverpool birmingham edynburg glasgow belfast genewa zurych neapol turyn wenecja bolonia marsylia lyon antwerpia rotterdam haga boston toronto floryda kalifornia teksas alaska sydney stambuł ankara antalya tarnopol stanisławów żytomierz winnica łuck równe sumy połtawa chmielnicki donieck ługańsk krzywy witebsk homel petersburg boh widzew "
    "księżyc słońce mars wenus podole litwa niemcy".split()
)
"""Far places that point at nobody."""
