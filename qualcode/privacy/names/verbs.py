"""What people do and what is done to people, as lemmas: things and beasts do or get it seldom."""

from __future__ import annotations

SPEECH_VERBS = frozenset(
    "powiedzieć mówić opowiadać opowiedzieć obiecać obiecywać odpowiedzieć odpowiadać pytać zapytać "
    "spytać dopytywać twierdzić stwierdzić tłumaczyć wytłumaczyć zaproponować proponować poprosić "
    "prosić podziękować dziękować wspomnieć wspominać przyznać przyznawać dodać ogłosić ogłaszać krzyczeć krzyknąć "
    "wykrzyczeć szepnąć zawołać wołać narzekać skarżyć poskarżyć żalić pożalić kłócić pokłócić "
    "przekonywać przekonać namawiać namówić zapewniać zapewnić żartować przeprosić przepraszać "
    "odezwać odzywać oświadczyć zgłosić zgłaszać zadzwonić dzwonić oddzwonić przedzwonić napisać "
    "podpisać podpisywać wypowiedzieć wyjaśnić wyjaśniać doradzić radzić ostrzegać pochwalić chwalić "
    "kazać zabronić zabraniać pozwolić pozwalać odmówić odmawiać zgodzić zgadzać uprzeć upierać "
    "zaprosić zapraszać powtarzać powtórzyć podpowiedzieć podpowiadać wyznać przysięgać".split()
)
"""Saying and writing: whatever does it is somebody, or an office."""
ALONE_VERBS = frozenset(
    "powiedzieć mówić pytać twierdzić odpowiedzieć odpowiadać narzekać krzyczeć żartować "
    "skarżyć poskarżyć żalić przeprosić obrazić gniewać wstydzić".split()
)
"""Verbs of speech and mood without an object that is a thing."""
MOTION_VERBS = frozenset(
    "przyjść pójść wyjść wrócić wracać odejść przyjechać pojechać jechać wstać siedzieć usiąść czekać "
    "poczekać doczekać iść".split()
)
"""Weather and papers come and go as well; to a meeting only people do."""
SITTING_VERBS = frozenset("siedzieć usiąść wstać klęczeć".split())
"""Things do not sit; beasts do."""
PEOPLES_PLACES = frozenset(
    "zebranie zebrać spotkanie sesja komisja rada urząd gmina gops mops ośrodek lekarz przychodnia szpital praca "
    "emerytura rozmowa narada próba msza wesele pogrzeb głosowanie wybory szkolenie kurs warsztat wycieczka "
    "bank poczta sklep dom rodzina mieszkanie sanatorium wywiadówka telefon rower taksówka".split()
)
STRONG_VERBS = frozenset(
    "chcieć woleć myśleć pomyśleć uważać wiedzieć rozumieć zrozumieć pamiętać zapomnieć zapominać "
    "sądzić wierzyć uwierzyć wymyślić planować postanowić zdecydować decydować starać postarać martwić "
    "cieszyć obrazić obrażać gniewać wstydzić bać denerwować zdenerwować wkurzyć płakać śmiać "
    "uśmiechać marzyć tęsknić kochać lubić polubić nienawidzić żałować ufać liczyć "
    "głosować zagłosować kandydować zrezygnować rezygnować organizować zorganizować założyć zakładać "
    "prowadzić kierować zarządzać pracować dorabiać zarabiać zarobić zatrudnić zwolnić "
    "załatwić załatwiać kupić kupować sprzedać sprzedawać zapłacić płacić pożyczyć pożyczać oszczędzać "
    "oddać podarować ofiarować zapisać zapisywać wypełnić złożyć składać wnioskować podpisać "
    "studiować uczyć nauczyć gotować ugotować upiec sprzątać posprzątać prasować szyć uszyć haftować "
    "naprawiać naprawić remontować wyremontować budować zbudować wybudować malować kosić wykosić rąbać "
    "wozić zawozić zawieźć odwozić odwieźć dowozić dowieźć przywozić przywieźć podwozić podwieźć podrzucić "
    "przyjmować odśnieżać odgarniać karmić nakarmić kąpać wykąpać opiekować zaopiekować pielęgnować "
    "odwiedzać odwiedzić zaglądać zajrzeć pomagać pomóc wspierać doglądać pilnować dyżurować "
    "mieszkać zamieszkać wyprowadzić przeprowadzić wprowadzić wyjechać dojeżdżać wynajmować ożenić żenić rozwieść "
    "rozwodzić zaręczyć owdowieć urodzić wychować wychowywać pić upić zapić palić zachorować chorować "
    "leczyć wyzdrowieć umrzeć umierać wytrzymać przepracować emerytować awansować "
    "występować śpiewać zaśpiewać grać zagrać tańczyć modlić spowiadać czytać przeczytać pisać "
    "telefonować odebrać odbierać spotkać spotykać umówić umawiać przywitać pożegnać dogadać "
    "rozmawiać porozmawiać klęczeć poddać "
    "sprowadzić zaangażować udzielać wyręczać zastępować zastąpić zwariować awanturować "
    "obśmiać wyłudzać ukraść kraść oszukać oszukiwać przepić przegrać wygrać recytować "
    "poprowadzić spróbować próbować potrafić umieć musieć powinien zamierzać zamówić "
    "wyciągnąć zebrać zbierać rozdawać rozdać wybrać wybierać ".split()
)
"""What people do on purpose, feel and know; an institution does some of it too."""
ANIMATE_VERBS = frozenset(
    "iść chodzić biegać jeździć stać leżeć spać jeść zjeść przychodzić przyjeżdżać wychodzić mieć zostać "
    "zostawić dostać nosić przynieść przynosić robić zrobić dbać patrzeć widzieć słyszeć znać poznać "
    "zniknąć zginąć dawać dać przyprowadzić zgubić kończyć zacząć wejść żyć zajmować zająć "
    "zostawać trafić zaprowadzić pokazać pokazywać szukać znaleźć zobaczyć potrzebować "
    "wyglądać zajechać ruszyć trzymać zamknąć otworzyć dołożyć dorzucić zabrać brać wziąć".split()
)
"""What beasts and now and then things do as well."""
DATIVE_VERBS = frozenset(
    "wytłumaczyć odciąć odebrać odłączyć wyłączyć należeć zrobić zbudować naprawić amputować obciąć "
    "zdiagnozować przepisać przyznać przedłużyć skrócić załatwić wypisać podarować kupić przynieść "
    "zawieźć przywieźć zanieść ugotować posprzątać dowozić wymienić założyć zamontować zainstalować "
    "podziękować współczuć kazać zabronić doradzić proponować zaproponować obniżyć podnieść wypowiedzieć "
    "ukraść spalić umrzeć urodzić wynająć podpisać pogratulować zależeć brakować "
    "przysługiwać pomagać pomóc ufać wierzyć zazdrościć dać dawać oddać pożyczyć zapłacić opłacić "
    "powiedzieć mówić zająć przydzielić wyrwać zwrócić wysłać posłać przesłać przydać trzeba".split()
)
"""Done to or for somebody."""
OBJECT_VERBS = frozenset(
    "poprzeć popierać wybrać wybierać namówić przekonać poprosić prosić zapytać pytać spytać zaprosić zapraszać "
    "odwiedzić odwiedzać zatrudnić zwolnić pochować zawieźć odwieźć przywieźć podwieźć wozić zawozić spotkać "
    "spotykać znać poznać pamiętać wspominać lubić szanować chwalić pochwalić przeprosić przepraszać żegnać "
    "pożegnać witać powitać karmić kąpać ubierać leczyć pielęgnować wyleczyć oszukać pobić okraść wezwać "
    "zawołać wołać posłuchać powołać odwołać wyznaczyć zgłosić kochać uratować ratować cucić reanimować "
    "zabierać wychować wychowywać uczyć nauczyć rozumieć podziwiać poznawać wysłać proponować".split()
)
"""Of which a person is the object."""
SEEING_VERBS = frozenset("widzieć zobaczyć widywać znaleźć szukać słyszeć".split())
"""Of which a person may be the object as well as a thing."""
THING_VERBS = frozenset(
    "rosnąć kwitnąć wisieć cieknąć przeciekać kosztować boleć zepsuć psuć pękać pęknąć działać świecić "
    "gnić pleśnieć odpaść odpadać śmierdzieć padać wiać grzać smakować pachnieć topić topnieć "
    "mruczeć miauczeć szczekać merdać gdakać piać ćwierkać latać kraść gryźć otwierać zacinać stuknąć stukać skrzypieć zwisać sypać wysychać wyschnąć parować opłacać".split()
)
"""What things and beasts do."""
_WITH = frozenset(
    "rozmawiać porozmawiać gadać pogadać dogadać dogadywać spotkać spotykać kłócić pokłócić umówić "
    "umawiać współpracować pracować mieszkać jeździć pojechać leżeć siedzieć "
    "ustalić ustalać kontaktować skontaktować przyjaźnić ożenić rozwieść napisać zgadzać zgodzić "
    "grać wyjechać przepracować".split()
)
PREPOSITION_VERBS = {
  "z": ("inst", _WITH), "ze": ("inst", _WITH),
  "do": ("gen", frozenset("dzwonić zadzwonić oddzwonić przedzwonić zatelefonować napisać pisać zwrócić zwracać "
              "mówić powiedzieć podejść zajrzeć zaglądać przychodzić należeć pretensja".split())),
  "u": ("gen", frozenset("mieszkać pracować być wynajmować sprzątać nocować siedzieć robić kupić kupować załatwić "
              "leczyć byłam byłem zostawić umrzeć leżeć stać".split())),
  "od": ("gen", frozenset("wiedzieć słyszeć usłyszeć dostać pożyczyć kupić wziąć dowiedzieć odejść".split())),
  "dla": ("gen", frozenset("załatwić gotować ugotować zbierać kupić zrobić".split())),
  "o": ("loc", frozenset("mówić powiedzieć opowiadać opowiedzieć słyszeć usłyszeć pamiętać zapomnieć wiedzieć "
              "wspomnieć wspominać plotkować pytać".split())),
  "za": ("acc", frozenset("wyjść wychodzić wydać modlić poręczyć dziękować".split())),
  "przez": ("acc", frozenset("załatwić płakać cierpieć zginąć".split())),
  "po": ("loc", frozenset("przejąć odziedziczyć płakać".split())),
  "na": ("acc", frozenset("głosować zagłosować narzekać skarżyć poskarżyć liczyć powołać powoływać mówić wołać".split())),
}  # fmt: skip
"""Preposition, the case it asks for, and verbs that take people with it."""
SPEAKERS_TOO = frozenset(
    "gmina rada urząd powiat szkoła straż poczta rząd sejm ministerstwo bank firma spółka sąd szpital przychodnia "
    "ośrodek centrum fundacja parafia kościół komisja zarząd klub koło policja prokuratura opieka telewizja radio "
    "gazeta prasa ustawa uchwała przepis prawo statut regulamin raport ankieta strona kartka pismo list "
    "komputer telefon głos system agencja spółdzielnia lekarz statystyka miasto wieś województwo państwo kraj świat rodzina dom sklep apteka "
    "unia europa zima wiosna lato jesień noc dzień dzionek wieczór ranek rok miesiąc tydzień chwila czas pora okres "
    "koniec początek termin deszcz śnieg mróz burza powódź pogoda wiatr wojna choroba śmierć los życie "
    "droga woda prąd gaz autobus bus pociąg karetka samochód auto kurs program projekt ludzie osoba "
    "człowiek kobieta mężczyzna dziecko młodzież grupa klasa reszta większość połowa część kolej kolejka "
    "pies kot krew serce głowa nędza sprawa problem kłopot praca robota pomoc potrzeba "
    "zabawa nauka wiedza pamięć pieniądz złoty zgoda moda tradycja winda windy okno drzwi podłoga strach "
    "wiara nadzieja miłość dusza muzyka piosenka orkiestra zespół kapela chór kuchnia świetlica "
    "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień imię sala element stan reguła ręka czynsz "
    "klucz pech szlag krzywda sanepid administracja biblioteka decyzja status liceum godzina całość numer podpis "
    "wniosek centrum tablica telewizor klatka półka kalendarz perspektywa nawigacja ortografia "
    "nic nikt coś ktoś drużyna ekipa brygada krucjata czwórka trójka dwójka piątka połówka wiek".split()
)
"""Nouns that speak, decide, come or go without being anybody."""
BEASTS_DO = frozenset("krzyczeć wołać stać biegać".split())
"""What is told of beasts as they do it: "sowa krzyczy, baran stoi"; in the past it is of people."""
BEASTS = frozenset(
    "sroka sikora wrona mucha koza krowa świnia kura gęś kaczka mysz żaba ryba pszczoła osa sowa kawka "
    "kukułka jaskółka łasica kuna owca sarna mrówka ćma czapla pchła wesz wydra foka małpa jaszczurka "
    "lama wiewiórka papuga czajka kobyła klacz łania suka kotka jałówka maciora kwoka perliczka żmija wilga".split()
)
"""Feminine nouns for beasts; masculine ones the dictionary marks."""
