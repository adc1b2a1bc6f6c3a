"""Words that tell where a name is, words that only look like names, and names to give instead."""

from __future__ import annotations

TITLES = frozenset(
    "pan pani panna państwo doktor dr profesor prof mgr magister inżynier inż mecenas ksiądz ks "
    "proboszcz wikary siostra s. ciocia ciotka wujek wuj babcia dziadek brat kuzyn kuzynka stryjek "
    "redaktor pastor sołtyska komendant wójt burmistrz burmistrzyni starosta wicestarosta radny radna "
    "sołtys prezes prezeska przewodniczący przewodnicząca dyrektor dyrektorka kierownik kierowniczka "
    "p. niejaki niejaka panienka pastorka starościna naczelnik poseł posłanka senator senatorka".split()
)
"""After one of these a name follows, whatever it looks like."""
KIN = frozenset(
    "mama tata mąż żona syn synek córka córeczka wnuk wnuczka wnuczek kolega koleżanka kumpel "
    "sąsiad sąsiadka teść teściowa zięć synowa szwagier szwagierka chrześniak przyjaciel "
    "przyjaciółka asystent asystentka opiekun opiekunka pielęgniarka położna psycholog pedagog "
    "nauczyciel nauczycielka logopeda terapeuta terapeutka wolontariusz wolontariuszka pacjent "
    "pacjentka podopieczny podopieczna uczeń uczennica chłopak dziewczyna dziewczynka chłopiec "
    "rodzina małżeństwo bliźniak bliźniaczka lekarz lekarka rehabilitant rehabilitantka fryzjerka "
    "koordynatorka koordynator instruktorka dzielnicowy policjant moderator moderatorka prowadzący "
    "prowadząca sekretarz skarbnik skarbniczka referentka urzędniczka księgowa kucharka kierowca "
    "pracownica pracownik specjalistka specjalista stażystka praktykantka wychowawczyni dziecko".split()
)
"""After one of these a forename may follow, or a surname that is nothing else."""
OFFICES = frozenset(
    "inspektor inspektorka komisarz aspirant sierżant prokurator kurator kuratorka sędzia leśniczy "
    "komornik notariusz adwokat dzielnicowa księgowy instruktor trener trenerka woźny woźna listonosz "
    "listonoszka bibliotekarz bibliotekarka dentysta dentystka organista aptekarz aptekarka".split()
)
"""After one of these a name may follow too, in small letters: no "Inspektor Ochrony Danych"."""
NAMING = (
    "mam na imię", "ma na imię", "miał na imię", "miała na imię", "na imię", "nazywam się",
    "nazywa się", "nazywał się", "nazywała się", "o imieniu", "imieniem", "o nazwisku", "nazwisko",
    "z tej strony", "mówią na mnie", "mówią do mnie", "wołają na mnie", "wołali na niego",
    "mówią na niego", "mówią na nią", "podpisano", "podpisała", "z domu", "przy telefonie",
    "nazwisko moje", "moje nazwisko", "nazwisko jest", "nazwisko to", "moje imię", "imię moje", "z nazwiska",
    "na nazwisko mam", "na nazwisko ma", "na nazwisko miał", "na nazwisko miała", "nazwiskiem",
)  # fmt: skip
"""What announces a name."""
COMMON_LEMMAS = frozenset(
    "mieć jaki jak dać dana dany danie pan pani panie iść lub ale mieszkać broń bronić brona pić "
    "witać tonąć toń tona ton tonia tylko ul maj maić maja maje budzić marzenie marzyć gadać gad gada "
    "pole pol pola dowieść dowiedzieć ani nadzieja wieś cel cela cele przemysł sen walić wał wala "
    "radzić rad rada rama ramię miły mila mile prać pierze sam sama samo sami samy węgiel od oda "
    "odziać lew lewy lewa marzec al sala salo godzić kino jeleń teren las róż róża park parka kasa "
    "kasza mania mana wierzyć wiara wierza fabryka przewóz lód loda lody łódź tani tania jury jura "
    "sylwester trud wić wit wita domek domka grzech tom hala halo hal kostka lot lota gleba golem "
    "milenium taras władać honor mercedes bon bona bonia bony gen genia pluton popiół solony talib "
    "wilk wilka hel miś mis węzeł jagoda madonna miłować ruda as asa bób milczeć milka oliwa cham "
    "furia lilia delfin nora alfa malina ruta wywrót oscar atlas gierka karp karpia kuna laur polka "
    "wulkan chryzantema ursus flora el dan danio salka żelek żelka len lena matrona kalina gaj gaja "
    "gaić ludek amor dąbrówka feniks herkules jehowa kir mieszek pegaz agat hiacynt luby narcyz "
    "wicie ramować kinia opaska metoda marka sława sławić ulica ulec ulga jezus jezu bóg bil bila "
    "sal sak miara mało lis lisa kaj lubić by on ona ta ten ma mój jako ładny perła "
    "jakoby sito marynarz klemens molocha moloch pregaba makary sarna iwa wiosna pan-bóg mamut skarb bela beza "
    "ada alko judo baptysta filmowy prosty zgoda jej jeszcze czy co kto gdy bo te tę to i a o u w z "
    "na do po za ze we nie tak niech może no bądź aby aha aj ej oj ja ty my wy się ono one oni "
    "ich jego im ci cię mi mnie mu nam nas go ją je jemu niej nich nim dla przy pod nad bez przed przez".split()
)  # fmt: skip
"""Everyday words whose forms are forenames as well: in small letters they need a cue."""
STILL_NAMES = frozenset(
    "marek marku markiem markowi marka leny lenę lenie leną lena nory daniela danielem anieli mai maję "
    "milena julii zosi poli genia genię genią gieni sylwestrze sylwestrowi sylwestrem asia asi asię kingi ady adę adzie "
    "romek romkowi romkiem romku romka agaty agacie ula ulę ulą uli hela helę heli ada witka witkiem witkowi helą tonia kai maćka basie".split()
)
"""Forms of such words that people use as names far oftener."""
WORKADAY = frozenset(
    "strona koniec pokój ręka kurs grupa bus głowa kuchnia ściana blok klasa klatka dach budynek "
    "noga początek milion termin robota próba warunek działka pora uchwała kolano stół gabinet "
    "poczta tysiąc granica książka palec przerwa paczka garnek podstawa czynsz lek straż poseł szyba "
    "kwadrans brama torba piłka izba karteczka ścieżka kraj jezioro gaz sztuka materac data forma "
    "doba para bok choroba krok litera zasada kłopot dziura karetka kawałek worek śnieg ciasto "
    "deszcz świadek brak skarga chodnik pogrzeb posiłek cisza cena kurtka okulary okienko wojna "
    "widok pogoda świat grant nauka lampa lalka rząd mandat pieczątka".split()
)
"""Everyday nouns that fill talk of services; a forename or title before them makes them surnames."""
EVERYDAY = frozenset(
    "polski wiejski miejski gminny ludzki męski żeński sąsiedzki warszawski krakowski niemiecki "
    "ukraiński rosyjski wojewódzki bliski wysoki niski lekki wielki śląski mazurski podlaski "
    "kaszubski angielski francuski szeroki wąski głęboki rzadki krótki słodki gorzki ciężki miękki "
    "gładki cienki brzydki szybki wszelki środowiskowy mieszkaniowy rowerzysta szkolny mały duży "
    "nowy stary młody biały czarny czerwony zielony żółty złoty dobry dobra zły wolny cichy suchy zimny "
    "gruby chudy łysy garbaty głuchy ślepy kulawy wesoły smutny mądry głupi bogaty biedny święty "
    "kochany szczęsny socjalny sam mama tata babcia dziadek sąsiad ksiądz doktor wójt sołtys radny "
    "starosta burmistrz marszałek wojewoda sędzia kowal krawiec szewc stolarz murarz młynarz piekarz "
    "rzeźnik kucharz lekarz policjant strażak górnik rolnik student uczeń nauczyciel organista "
    "proboszcz wikary biskup kierownik dyrektor prezes komornik notariusz listonosz kierowca rybak "
    "dzielnicowy przewodniczący mówić móc musieć chcieć wiedzieć powiedzieć iść przyjść dzwonić "
    "przychodnia poniedziałek wtorek środa czwartek piątek sobota niedziela styczeń luty marzec "
    "kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień wiosna lato jesień "
    "zima rok miesiąc tydzień dzień wieczór godzina chwila kot pies dom szkoła kościół gmina powiat "
    "pieniądz złoto bank sklep apteka przystanek autobus rower droga ulica rynek plac park las woda "
    "chleb masło ser mleko kawa herbata obiad kolacja kasza groch fasola kapusta burak marchew "
    "socjalna pielęgniarka opiekunka asystentka psycholog pedagog logopeda terapeutka rehabilitantka "
    "koordynatorka sekretarka skarbnik prawnik adwokat mecenas inspektor prokurator kurator naczelnik "
    "specjalista emeryt rencista senior seniorka wolontariusz zastępca kierowniczka dyrektorka "
    "profesor redaktor moderator prowadząca prowadzący sprzątaczka kucharka fryzjerka ekspedientka "
    "higienistka położna farmaceuta dentysta hydraulik elektryk mechanik ogrodnik pszczelarz leśniczy "
    "młynarz konserwator palacz dozorca portier woźny woźna stróż pastor siostra brat kolega sąsiadka "
    "znajomy nasz wasz swój mój twój jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć "
    "pierwszy drugi trzeci czwarty piąty szósty siódmy ósmy dziewiąty dziesiąty żaden każdy inny "
    "taki sama samo ktoś coś tam tu teraz potem tylko już jeszcze bardzo dużo mało może też tak nie "
    "ja ty on ona my wy oni który jaki ten ta to tamten wszystko nic kiedy gdzie bo ale więc czyli "
    "niech proszę dziękuję przepraszam wieś osoba człowiek dziecko chłop baba kobieta mężczyzna "
    "środek sprawa pomoc praca opieka głos potrzeba szef boss bóg król książę cesarz papież rodo "
    "kus kusa kusie kusem cus mops mopsu gops pcpr pfron pefron zus ops dps śds wtz ukrainiec ukrainka "
    "polak polka niemiec niemka rom romka cygan białorusin rosjanin rosjanka wietnamczyk romowie "
    "caritas excel covid internet facebook google bóg pan pani raz lat lata ur ul nr tel potrzebny arabski bez choć choćby dobrze zdrowy klub cały kogoś "
    "komuś kimś czegoś czemuś czymś obecny numer podpis perspektywa kurs wina wniosek nadzieja basen "
    "kalendarz dziekan administracja biblioteka decyzja całość centrum tablica telewizor zegarek klatka "
    "półka krzywda gospodyni szlag pech kwit sanepid status pralnia nawigacja ortografia liceum kołdra "
    "naleśnik pieróg siekiera łacina kultura instytucja klucz krok".split()
)  # fmt: skip
"""Words that are no surname after "pan", "pani" in small letters, though the dictionary has one."""
EVERYDAY |= WORKADAY
NEVER = frozenset(
    "nip nipu nipem nipie pesel pesele peselu peselem peseli peselów regon regonu regonem regonie "
    "bóg boży boski pan-bóg jezus chrystus maryja matka narodzenie ciało papież bajram dzień biedronka lidl "
    "żabka netto whatsapp facebook messenger internet excel zoom teams covid unicef caritas rynek bar "
    "ukrainiec ukrainka polak polka niemiec niemka rom romka cygan białorusin białorusinka rosjanin "
    "rosjanka wietnamczyk wietnamka gruzin gruzinka ormianin czeczen czeczenka kazachstan huawei "
    "wagadugu ustawa rada papier przetarg orlik konstytucja sejm senat państwo nikt żeby żebym żebyśmy "
    "poradnia urząd jadłodzielnia youtube alzheimer down parkinson asperger czegoś czemuś czymś jehowa".split()
)
"""Written with a capital, yet no person: what is holy, shops, programs, nations."""
ALSO_SURNAMES = frozenset(
    "kot wilk lis las niedziela piątek środa wrona sowa biały czarny suchy mróz zima wiosna lato "
    "kowal krawiec szewc stolarz młynarz kucharz rybak góra kula żyła gruby cichy wesoły głowa groch "
    "fasola kapusta burak zielony złoty święty woźny król bąk maj marzec styczeń lipiec wrzesień sobota "
    "pies żak szpak kaczor róża malina kalina wójt sołtys szeroki wysoki bielecki mały głuchy karp "
    "jeleń gad gaj bóg rak kruk baran gołąb jary łysy garbaty rudy nowy dobry miły chleb ryba "
    "wolny chudy cygan konieczny węgiel masło niemiec czech rusin litwin węgrzyn turek mokry miły "
    "jagoda dąb zgoda polak stary młody pokora kura sójka czapka nauka rzepa lato".split()
)
"""Everyday words that are surnames often enough to be believed after a forename or "pan"."""
ALSO_SURNAMES |= WORKADAY
SURNAMES_FIRST = frozenset(
    "nowak wójcik kowalczyk krawczyk dudek walczak kozieł bednarek gajda klimek marczak tkaczyk "
    "bielak stępień stępienie duda mroczek kołodziej hajduk żak drozd wróblewski górecki mazur "
    "rataj stelmach bednarz rymarz kmieć bartnik piwowar kmita kowalski wiśniewski lech lecha".split()
)
"""Words the dictionary has as everyday ones, though whoever says them means a person."""
PEOPLE_DO = frozenset(
    "powiedzieć mówić obiecać obiecywać odpowiedzieć odpowiadać pytać zapytać spytać twierdzić chcieć "
    "podpisać podpisywać zadzwonić napisać załatwić załatwiać zrezygnować rezygnować obrazić zgodzić "
    "zgadzać prosić poprosić tłumaczyć wytłumaczyć uważać zgłosić zgłaszać wiedzieć rozumieć opowiadać "
    "opowiedzieć wspominać wspomnieć kłócić pamiętać zapomnieć żartować zachorować umrzeć ożenić "
    "wymyślić płakać przepraszać pożyczyć nauczyć zapisać mieszkać narzekać krzyczeć odebrać odbierać "
    "namówić przekonywać wytrzymać studiować woleć martwić postarać".split()
)
"""What people do and beasts or things do not: a surname that is an everyday word gives itself away."""
PEOPLE_GET = frozenset(
    "dać dawać zrobić przyznać przyznawać odmówić zabrać zabierać powiedzieć mówić pomóc pomagać "
    "zapłacić płacić obiecać odciąć należeć załatwić pozwolić dziękować podziękować odpisać wypłacić "
    "tłumaczyć kazać oddać przywieźć przynieść wyłączyć zalać zaproponować nosić wierzyć".split()
)
"""What is done to people: "baranowi zrobili podjazd"."""
FOREIGN_FEMALE = (
    "Nikola Ołena Oksana Olena Svitlana Switłana Swietłana Natalia Nataliia Natalija Iryna Irina Julia Yulia Yuliia Julija "
    "Kateryna Katia Katya Nadiia Nadija Halyna Galina Liudmyla Ludmyła Ljudmyła Tetiana Tetjana Tatiana Tatiana Anastasiia "
    "Anastazja Nastia Khrystyna Chrystyna Daria Dasza Darija Solomija Sołomija Marijka Lesia Łesia Ołesia Oleksandra "
    "Wira Vira Zoriana Zorjana Myrosława Bohdana Yana Jana Inna Ałła Alla Alona Alina Polina Larysa "
    "Raisa Żanna Zhanna Snizhana Śniżana Uliana Yevheniia Jewhenija Valentyna Walentyna Olha Olga Nina Lilia Ruslana "
    "Aisha Aisza Fatima Leila Lejla Zahra Mariam Nino Tamar Ketevan Thi Linh Mai Huong Lan "
    "Zarina Zulfiya Dilnoza Gulnara Madina Amina Samira Yasmin Jasmina Elif Ayşe Priya Anjali Sunita "
    "Valentina Daryna Swieta Sveta Volha Natallia Yuliya Maryna Alesia Yaryna Ivanna Zlata Złata Vasylyna Anhelina "
    "Viktoriia Wiktorija Mariia Marija Sofiia Sofija Veronika Oksanka Olenka Nataszka Sita Gita Maya Camila Valeria Lucia Carmen "
    "Nana Lali Eka Tamta Dżenneta Elmira Aigul Ajgul Malika Hatidże Trudka Hyjdla Gizela Jessica Dżesika Nikol Nicole Vanessa Wanesa Vivien Brajanka Andżelika Sandra Samanta Megan Wanessa Zoja Dajana Jaśmina Darya "
    "Mia Nel Nela Milla Zoe Chloe Emma Ava Ella Eva Yeva Wei Mei Xiu Thuy Trang Hoa Nga Phuong "
    "Ngoc Thao Hanh Huyen Nhung Khadija Hadidża Aicha Maryam Salma Nour Layla Zainab Zeinab "
    "Noor Hanan Yara Ngozi Adaeze Chiamaka Fatou Fatma Mariama Abena Priyanka Deepa Lakshmi "
    "Kavita Pooja Neha Divya Harpreet Manpreet Maricel Jocelyn Rowena Marisol Xiomara Yolanda "
    "Esperanza Guadalupe Ximena Paola Zeynep Ayse Salome Mzia Natia Zarema Alena Nadzeja Liubow "
    "Lubow Ljubow Zinaida Zinajida Halia Yelyzaveta Jelyzaweta Liza Solomiia Vlada Alisa "
    "Varvara Warwara Uljana Marharyta Margaryta Nelia Larisa Walia Jennifer Ashley Anahit Gohar "
    "Lusine Narine Ruzanna Jelena Elena Bianca Mihaela Ioana Svetla Milica".split()
)
FOREIGN_MALE = (
    "Oleksandr Ołeksandr Andrij Andriy Andrey Siergiej Serhij Serhii Sergiy Wołodymyr Volodymyr "
    "Dmytro Dmitrij Mykoła Mykola Mychajło Mykhailo Iwan Ivan Ihor Igor Oleh Oleg Jurij Yurii Yuriy "
    "Taras Bohdan Wasyl Vasyl Pawło Pavlo Petro Roman Ruslan Rusłan Stepan Vitalii Witalij Vitaly "
    "Wiktor Maksym Denys Anton Artem Jarosław Yaroslav Kyryło Kyrylo Rostysław Ostap Nazar Hryhorij "
    "Jewhen Yevhen Yevhenii Sasza Wania Kola Misza Żenia Wowa Giorgi Irakli Levan Luka Dawit Davit "
    "Zurab Ahmed Mohammed Muhammad Mohamed Ali Hassan Omar Yusuf Mustafa Ibrahim Khalid Rashid Karim "
    "Abdul Tariq Nguyen Minh Tuan Hung Duc Anh Raj Rajesh Sanjay Kumar Amit Carlos Juan Pedro Jose "
    "Miguel Kevin Brajan Dżordan Dylan Dean Justin Nathan Rustam Timur Aslan Ramzan Szamil Alihan "
    "Danyło Danylo Mykyta Nikita Wiktar Siarhiej Siarhei Aliaksandr Andrej Pavel Dzmitry Illia Ilja Matwij Matvii "
    "Tymofij Tymofii Danyil Bikash Suman Ramesh Deepak Santosh Andrés Andres Santiago Diego Alejandro Luis Mateo Gocha Zaza "
    "Wachtang Zefel Zeflik Hajnel Ditmar Achim Ginter Alojz Francek Hanek Ecik Erwin Akmal Bobur Dilshod Jahongir Farhad Bryan Denis Oleksij Kewin "
    "Quang Hieu Thanh Cuong Phuc Khoa Binh Vinh Hoang Viet Huy Trung Khanh Pham Huynh Phan Bui "
    "Ngo Truong Singh Kaur Patel Sharma Gupta Thapa Gurung Tamang Arjun Vikram Ravi Suresh "
    "Vijay Rahul Rohit Manoj Sunil Dinesh Gurpreet Jaswinder Jorge Javier Fernando Ricardo "
    "Eduardo Sergio Pablo Felipe Enrique Hernán Hernan Gustavo Camilo Mehmet Emre Murat Ahmet "
    "Hüseyin Huseyin Ozan Lasha Tornike Vakhtang Tengiz Nodar Guram Aleś Ales Zmicier Zmitser "
    "Uladzimir Kastuś Vasil Jauhien Tymur Wiaczesław Stanislav Jaroslav Zachar Hleb Maksim "
    "Artiom Ilia Ilya Vladyslav Vladislav Brian Jason Tyler Ethan Liam Noah Logan Ashot Armen "
    "Hakob Mohamad Muhamad Ahmad Bilal Faisal Hamza Hussein Husajn Imran Jamal Kareem Mahmoud "
    "Mahmud Nabil Samir Youssef Yousef Ziad Abdullah Abdi Kwame Kofi Chidi Chinedu Emeka Tendai "
    "Diallo Mensah Okafor Gonzalez Rodriguez Lopez Martinez Hernandez Garcia Sanchez Ramirez "
    "Mendoza Wang Zhang Chen Huang Zhao Yilmaz Melnyk Antonio Giovanni Luca Matteo Klaus "
    "Jürgen Hans Dieter Helmut Vasile Gheorghe Zoran".split()
)
NICKNAMES_FEMALE = (
    "Kryśka Kryska Zosieńka Kasieńka Bronka Marynka Ludka Wisia Irka Krystynka Ewcia Ewelinka Agatka Kamilka Gabrysia Gabi Anetka Lucynka Reginka Celinka Lenka Lidka Lusia Wiesia Jadzia Krysia Gosia Goska Basia Kasia Zosia Zuzia Ania Aśka Magda Madzia Iza "
    "Ela Hela Halinka Grażynka Bożenka Danusia Terenia Tereska Tosia Jagna Marysia Maryśka Hanka Hania "
    "Mania Dorotka Monia Aga Agusia Agnisia Ola Olka Olcia Kinia Jola Jolka Renia Stasia Stenia Genia Gienia "
    "Bronia Franka Frania Wika Wercia Werka Natka Dominisia Karola Emilka Beatka Iwonka Mirka Zdzisia Czesia "
    "Ziuta Józia Józka Felka Władzia Rózia Kazia Ewka Ewunia Aneczka Anulka Kaśka Baśka Zośka Gośka "
    "Weronka Werunia Alusia Lilka Jaga Tereśka Zuza Zuzka Zuzanka Julcia Julka Amelka Oliwka Nadunia "
    "Natalka Natala Karolcia Klaudynka Patka Patrysia Dagusia Marlenka Kornelka Rozalka Michasia Antosia Józefka "
    "Bernia Bernadka Elżunia Elusia Elunia Irusia Irenka Stefcia Stefka Bolka Mietka Zdziśka Kazka Władka Jadźka "
    "Heńka Gienka Gienia Fela Felcia Wiktorka Wiktosia Leśka Miecia Ludwika Ludwisia Luśka Lusia Tośka "
    "Malwa Igusia Polusia Laurka Blanusia Sarenka Liluśka Alicja Alka Alinka Ninka Kingusia Sabinka Marzenka "
    "Marzka Mariolka Jolusia Gośka Gocha Gosieńka Basieńka Krysieńka Grażka Bożka Teniuśka Wandeczka Zochna "
    "Bogusia Lodzia Leosia Wandzia Haneczka Jasia Lila Majka Pola Polcia Ninka Tola Ulka Urszulka Wiola "
    "Wiolka Sylwka Marzenka Edytka Justysia Justa Misia Mela Melania Jagódka Malwinka Alutka Alusia Lonia "
    "Andzia Dziunia Anusia Anielka Benia Cesia Dosia Edzia Elwirka Emilcia Gabryśka Helcia Henia Ilonka "
    "Iwcia Izka Izunia Jagusia Jania Joaśka Joanka Justynka Kachna Karinka Kasiula Krycha "
    "Leonka Lidzia Lonka Lucka Magdusia Majeczka Małgośka Marcelka Marcysia Marianka Marychna "
    "Marysieńka Michalinka Milenka Mirusia Monisia Nastka Nastusia Natusia Nelka Niusia Oleńka "
    "Otylka Pelasia Pelcia Romcia Sabcia Salcia Stachna Stefa Sylwunia Tekielka Teklusia Truda "
    "Ulcia Ulunia Walercia Walerka Wiktusia Wiesieńka Zocha Zosiula Zula Żanetka Żańcia Anuśka "
    "Bogna Tosieńka Lenusia Hanusia Mariolcia Teresia Teniusia Wiolcia Zuzieńka".split()
)
NICKNAMES_MALE = (
    "Zbyszek Zbych Zbysiu Staszek Stasiek Stachu Stach Staś Krzysiek Krzychu Krzyś Rysiek Rysio Rychu Zdzich Zdzisiek "
    "Zdzisław Mietek Mieciu Władek Władziu Tadek Tadziu Józek Ziutek Franek Franio Antek Jasiek Jaś Janek Johny "
    "Jurek Juruś Wojtek Wojtuś Tomek Tomuś Bartek Bartuś Maciek Maciuś Kuba Kubuś Michałek Misiek Piotrek Piotruś "
    "Pawełek Grzesiek Grześ Darek Marcinek Radek Romek Sławek Mirek Wiesiek Wiesiu Heniek Henio Gienek Edek "
    "Felek Leszek Lesiu Lolek Bolek Bronek Benek Boguś Bodzio Czesiek Czesiu Kazik Kaziu Kazek Jędrek Jędruś "
    "Andrzejek Arek Jarek Marian Marianek Mareczek Olek Oluś Alek Przemek Rafałek Robcio Seba Szymek Tymek Wicek Witek "
    "Witus Waldek Wacek Wacław Zenek Ziemek Zygmuś Zyga Karolek Karolcio Damianek Dawidek Filipek Igorek Kamilek Ignaś Stefcio "
    "Remek Remik Kacperek Kacpuś Miłoszek Oliwierek Antoś Szymuś Szymonek Wiktorek Gabryś Bartuś Bartosz Lucek Lutek "
    "Genek Gienio Mundek Zygmunt Zyguś Wieniek Wieniu Kostek Kornel Norbertek Hubercik Robcik Robuś Danielek "
    "Mateuszek Łukaszek Tomcio Tomeczek Rafcio Maryś Michaś Misio Mikuś Mikołajek Leonek Fredek Alfredek Gustek Gucio "
    "Edziu Edzio Jerzyk Jureczek Stasio Stasiu Jasiu Jasio Kazio Heniu Rysiu Zdzisiu Zdzisio Gieniu Franuś Józio "
    "Józiu Władzio Bronek Bronuś Leszko Lesio Mirko Sławuś Sławcio Darko Darunio Grzesio Grzesiu Krzysio Krzysiu Zbysio "
    "Wiesio Wojtas Wojciu Jędruś Andriuszka Lonek Lonia Ludwiczek Dominiczek Kubusiek Kubulek Jakubek Piotrunio "
    "Pietrek Pietruś Sebastianek Sebuś Adaśko Adamek Bogdek Boguś Benio Beniu Mariuszek Marcinuś Konradek "
    "Stefek Ludwiś Leoś Adaś Adrianek Bogdanek Jacuś Jóźwa Maniek Manio Nikoś Oskarek Patryczek Poldek Sewek Teoś Tolek Julek Tymuś Pawcio Natanek "
    "Antonek Czarek Kajtek Bartulek Błażejek Cyrylek Dareczek Daruś Edzik Emilek Fabianek Feluś Florianek "
    "Frycek Genio Gracjanek Gutek Heniutek Hirek Huberek Ignacek Irek Jaruś Jaśko Julianek "
    "Kajtuś Karluś Krystek Krystianek Krzych Ksawcio Kubaś Lechu Lucuś Maksio Maksiu Maniuś "
    "Marcyś Maruś Mieczuś Michu Mirunio Mundzio Olafek Oleś Olo Patryś Pawluś Przemcio Przemuś "
    "Radzio Romcio Romuś Sebcio Sebek Stasiulek Stefanek Sylwuś Szczepcio Szymcio Tadzik "
    "Tobiaszek Tosiek Tymonek Wacuś Waluś Wicio Wieśko Wiluś Wituś Wojtaszek Zbynio Zbysiek "
    "Zbychu Zdzicho Zdzichu Zeniu Zenuś Dżony Grześko Leosiek Olgierdek Jorg Alojzik Ernestek".split()
)
DIMINUTIVES = {
    "Zofia": "Zosia Zośka Zosieńka", "Katarzyna": "Kasia Kaśka Kasieńka", "Anna": "Ania Anka Aneczka Anulka Andzia",
    "Barbara": "Basia Baśka", "Małgorzata": "Gosia Gośka Małgosia", "Krystyna": "Krysia Kryśka",
    "Danuta": "Danusia Danka", "Jadwiga": "Jadzia Jadźka", "Maria": "Marysia Maryśka Marynia",
    "Halina": "Halinka Hala", "Elżbieta": "Ela Elka Elżunia", "Teresa": "Tereska Terenia Renia",
    "Agnieszka": "Aga Agusia", "Magdalena": "Magda Madzia", "Aleksandra": "Ola Olka Olcia",
    "Joanna": "Asia Aśka Joasia", "Helena": "Hela Helenka", "Jolanta": "Jola Jolka", "Hanna": "Hania Hanka",
    "Bożena": "Bożenka", "Grażyna": "Grażynka", "Ewa": "Ewka Ewunia", "Zuzanna": "Zuzia Zuza",
    "Stanisława": "Stasia", "Genowefa": "Genia Gienia", "Dorota": "Dorotka", "Izabela": "Iza",
    "Urszula": "Ula Ulka", "Róża": "Różyczka Rózia", "Irena": "Irenka Irka", "Gabriela": "Gabrysia Gabi", "Lucyna": "Lucynka", "Julia": "Julka Julcia", "Maja": "Majka", "Celina": "Celinka", "Wiesława": "Wiesia", "Renata": "Renatka", "Monika": "Monia",
    "Zbigniew": "Zbyszek Zbych Zbysiu", "Stanisław": "Staszek Stasiek Stachu Stach Staś",
    "Krzysztof": "Krzysiek Krzychu Krzyś", "Ryszard": "Rysiek Rysio", "Tadeusz": "Tadek Tadziu",
    "Józef": "Józek Ziutek", "Franciszek": "Franek Franio", "Antoni": "Antek Antoś", "Leon": "Leoś", "Mikołaj": "Mikołajek", "Wacław": "Wacek", "Roman": "Romek", "Karol": "Karolek", "Konstanty": "Kostek", "Sylwester": "Sylwek", "Jan": "Janek Jaś Jasiek",
    "Jerzy": "Jurek", "Wojciech": "Wojtek Wojtuś", "Tomasz": "Tomek", "Bartosz": "Bartek",
    "Maciej": "Maciek Maciuś", "Jakub": "Kuba Kubuś", "Piotr": "Piotrek Piotruś", "Grzegorz": "Grzesiek Grześ",
    "Dariusz": "Darek", "Radosław": "Radek", "Sławomir": "Sławek", "Mirosław": "Mirek", "Henryk": "Heniek Henio",
    "Kazimierz": "Kazik Kaziu", "Andrzej": "Jędrek Andrzejek", "Jarosław": "Jarek", "Zdzisław": "Zdzisiek Zdzich",
    "Władysław": "Władek Władziu", "Mieczysław": "Mietek Mieciu", "Zenon": "Zenek", "Witold": "Witek",
    "Wiesław": "Wiesiek Wiesiu", "Czesław": "Czesiek Czesiu", "Waldemar": "Waldek", "Paweł": "Pawełek",
    "Marek": "Mareczek", "Michał": "Michałek", "Eugeniusz": "Gienek", "Edward": "Edek", "Bogusław": "Boguś",
    "Szymon": "Szymek", "Przemysław": "Przemek", "Arkadiusz": "Arek", "Ignacy": "Ignaś", "Adam": "Adaś",
}  # fmt: skip
"""Forename and its diminutives: one person is one pseudonym."""
BORNE = frozenset(
    "lech zbigniew stanisław stanisława krzysztof andrzej józef jan anna maria katarzyna małgorzata "
    "agnieszka krystyna ewa elżbieta zofia janina teresa joanna magdalena danuta irena halina helena "
    "bożena grażyna hanna zuzanna lena alicja jadwiga iwona mariola lucyna genowefa stefania justyna "
    "marzena alina wiesława henryka kazimiera mirosława ewelina antonina michalina marianna franciszka "
    "stefan czesław jacek leszek witold wiesław henryk kazimierz ryszard tadeusz jerzy eugeniusz bronisław "
    "mirosław jarosław sławomir dariusz mariusz łukasz mateusz michał szymon jakub mikołaj adam grzegorz "
    "artur paweł piotr tomasz wojciech marian bartłomiej bartosz maciej arkadiusz alan oliwier ignacy "
    "aleksander franciszek antoni stanisława paulina oliwka bronisława czesława zdzisława bogusława "
    "leszek lechosława sara nina pola liliana iga blanka antonina aniela matylda zoja milena".split()
)
"""Forenames people bear often that are not given as pseudonyms."""
FEMALE_POOL = (
    "Barbara Julia Beata Lidia Renata Wanda Sylwia Marta Aneta Natalia Klara Otylia Bianka Monika "
    "Dorota Celina Edyta Wiktoria Kornelia Regina Laura Weronika Sabina Kamila Eliza Roksana Paulina "
    "Diana Aurelia Adela Apolonia Brygida Dagmara Emilia Gabriela Honorata Ilona Jowita Kinga Ligia "
    "Marlena Nadia Oliwia Patrycja Rozalia Tamara Urszula Wioletta Zenobia Aldona Bogumiła Cecylia "
    "Felicja Hortensja Irma Judyta Karolina Leokadia Matylda Nikola Pelagia Rita Salomea Teodora".split()
)
MALE_POOL = (
    "Marek Robert Rafał Damian Hubert Konrad Norbert Oskar Patryk Dominik Gustaw Igor Kamil Lucjan "
    "Maksymilian Natan Przemysław Roman Sebastian Tymon Wiktor Zygmunt Adrian Bogdan Cezary Dawid "
    "Emil Fabian Gracjan Ireneusz Julian Klemens Leonard Marcel Nikodem Olgierd Remigiusz Sylwester "
    "Teodor Walenty Alojzy Błażej Cyprian Daniel Eryk Feliks Gerard Hilary Jeremi Korneliusz Leon Maurycy "
    "Albert Borys Edmund Filip Gabriel Jacek Karol Ludwik Marcin Oliwier Ambroży Ignacy Kuba Kosma Barnaba".split()
)
SURNAME_POOL = (
    "Lipski Bielecki Makowski Rudnicki Gajewski Borkowski Malinowski Kalinowski Dąbrowski Jasiński "
    "Górecki Lisowski Murawski Nowicki Olszewski Piotrowski Rogowski Tarnowski Urbański Walicki Zaleski "
    "Bogucki Czajkowski Domański Falkowski Grabowski Jankowski Karpiński Laskowski Milewski Orłowski "
    "Pawłowski Rutkowski Sadowski Tomaszewski Wasilewski Zawadzki Baranowski Chmielewski Dobrowolski "
    "Frankowski Głowacki Kamiński Leszczyński Markowski Ostrowski Przybylski Sokołowski Wysocki Bukowski "
    "Cichocki Drozdowski Gawroński Kwiatkowski Lewicki Morawski Pruski Romanowski Topolski Zakrzewski".split()
)
NOUN_SURNAME_POOL = (
    "Bielak Cieślak Dudziak Gawlik Janik Kubiak Lorenc Matusiak Nowaczyk Olejnik Pawlik Rybak "
    "Tomczyk Urbaniak Walczak Wrona Zięba Bednarz Duda Fornal Gawron Jurek Klimek Ławniczak Machnik "
    "Piątek Ratajczak Sikora Banaś Golec Kania Kozioł Krupa Łuczak Mazurek Nogaj Pietrzyk Ryba Sroka "
    "Wróbel Bartosik Cebula Florczak Grzelak Kopeć Madej Mucha Pająk Reszka Wrzos Zając Gajda Adamiak "
    "Skiba Bartczak Kubica Frączek Rogala Grabiec Cholewa Hejnar Smoła Ignaczak Matyja Marczak Pluta "
    "Nowaczek Warzecha Owczarek Płonka Pasternak Kaleta Stasiak Domagała Szymczak Gawęda Tokarz Kurzawa "
    "Wawrzyniak Kulesza Witczak Lasota Antczak Machura Biernat Misiura Czubak Zaręba Dybek Tyrała Filipiak "
    "Jóźwiak Leśniak Maciejak Michalak Nawrot Pacholczyk Roszak Sobczyk Świątek".split()
)
KNOWN_PLACES = frozenset(
    "polska niemcy ukraina rosja białoruś litwa czechy słowacja anglia wielka brytania irlandia holandia "
    "norwegia szwecja dania francja włochy hiszpania belgia austria szwajcaria europa ameryka azja afryka stany "
    "zjednoczone unia usa kanada turcja grecja gruzja armenia wietnam syria afganistan białorus islandia finlandia "
    "mazury podlasie śląsk pomorze wielkopolska małopolska podkarpacie mazowsze kujawy warmia podhale "
    "kaszuby lubelszczyzna opolszczyzna dolny górny bieszczady tatry sudety karkonosze beskidy bałtyk wisła odra "
    "warta bug san narew noteć krym donbas lwów kijów londyn berlin paryż bruksela chicago wiedeń praga "
    "warszawa kraków łódź wrocław poznań gdańsk szczecin bydgoszcz lublin białystok katowice gdynia "
    "częstochowa radom toruń sosnowiec kielce rzeszów gliwice zabrze olsztyn bielsko-biała bytom "
    "zielona góra opole elbląg koszalin kalisz legnica słupsk tarnów płock suwałki ełk".split()
)
"""Countries, regions, rivers and large cities: larger than a gmina, they stay."""
HOUSES = frozenset(
    "szkoła przedszkole żłobek policja straż parafia fundacja stowarzyszenie biblioteka urząd gmina powiat "
    "klub koło przychodnia szpital świetlica dom ośrodek spółdzielnia komenda sąd bank firma agencja".split()
)
"""Lemmas of institutions: in labels beside who speaks, "Szkoła SP2 Renata", and in "Dom Kultury"."""
