"""A compact gazetteer: the gminy of Poland by powiat and województwo.

One line a powiat: its adjective, the seat and well-known gminy; after ``|`` the others; after a
second ``|`` those whose names are words of everyday speech or stand for several places. ``_`` is a
space. An urban and a rural gmina of one name are one entry. Cities with the rights of a powiat are
under ``miasta``; a rural gmina of their name stands under its powiat. Names that are not here are
still taken from headers, tables and "gmina …".
"""

POWIATY = {
    "dolnośląskie": """
bolesławiecki Bolesławiec Nowogrodziec Gromadka Osiecznica | Warta_Bolesławiecka
dzierżoniowski Dzierżoniów Bielawa Pieszyce Niemcza | Piława_Górna Łagiewniki
głogowski Głogów Kotla Żukowice | Jerzmanowa Pęcław
górowski Góra Wąsosz Niechlów | Jemielno
jaworski Jawor Bolków Paszowice | Męcinka Mściwojów Wądroże_Wielkie
karkonoski Karpacz Kowary Piechowice Szklarska_Poręba Podgórzyn Mysłakowice | Janowice_Wielkie Jeżów_Sudecki Stara_Kamienica
kamiennogórski Kamienna_Góra Lubawka Marciszów
kłodzki Kłodzko Bystrzyca_Kłodzka Nowa_Ruda Kudowa-Zdrój Polanica-Zdrój Lądek-Zdrój Stronie_Śląskie Radków Szczytna | Duszniki-Zdrój Lewin_Kłodzki Międzylesie
legnicki Chojnów Prochowice Kunice | Krotoszyce Legnickie_Pole Miłkowice | Ruja
lubański Lubań Leśna Olszyna | Siekierczyn Świeradów-Zdrój | Platerówka
lubiński Lubin Ścinawa Rudna
lwówecki Lwówek_Śląski Gryfów_Śląski Mirsk Wleń | Lubomierz
milicki Milicz Cieszków Krośnice
oleśnicki Oleśnica Syców Twardogóra Bierutów | Dobroszyce Dziadowa_Kłoda Międzybórz
oławski Oława Jelcz-Laskowice Domaniów
polkowicki Polkowice Chocianów Przemków | Gaworzyce Grębocice Radwanice
strzeliński Strzelin Wiązów Kondratowice | Przeworno | Borów
średzki Środa_Śląska Kostomłoty Malczyce | Miękinia Udanin
świdnicki Świdnica Świebodzice Żarów Strzegom Jaworzyna_Śląska | Dobromierz Marcinowice
trzebnicki Trzebnica Żmigród Oborniki_Śląskie Prusice | Wisznia_Mała Zawonia
wałbrzyski Boguszów-Gorce Głuszyca Mieroszów Szczawno-Zdrój | Czarny_Bór Jedlina-Zdrój Stare_Bogaczowice Walim
wołowski Wołów Brzeg_Dolny Wińsko
wrocławski Kąty_Wrocławskie Sobótka Siechnice Długołęka Kobierzyce | Jordanów_Śląski Żórawina | Czernica Mietków
ząbkowicki Ząbkowice_Śląskie Ziębice Bardo | Ciepłowody Kamieniec_Ząbkowicki Stoszowice Złoty_Stok
zgorzelecki Zgorzelec Bogatynia Zawidów Pieńsk | Sulików Węgliniec
złotoryjski Złotoryja Świerzawa Wojcieszów | Zagrodno | Pielgrzymka
miasta Wrocław Legnica Jelenia_Góra Wałbrzych""",
    "kujawsko-pomorskie": """
aleksandrowski Aleksandrów_Kujawski Ciechocinek Nieszawa | Bądkowo Koneck Raciążek Waganiec | Zakrzewo
brodnicki Brodnica Jabłonowo_Pomorskie | Bartniczka Bobrowo Świedziebnia Zbiczno | Brzozie Górzno Osiek
bydgoski Koronowo Solec_Kujawski Osielsko Białe_Błota | Dąbrowa_Chełmińska Dobrcz Nowa_Wieś_Wielka Sicienko
chełmiński Chełmno Lisewo | Kijewo_Królewskie Papowo_Biskupie Stolno Unisław
golubsko-dobrzyński Golub-Dobrzyń Kowalewo_Pomorskie | Ciechocin Radomin Zbójno
inowrocławski Inowrocław Kruszwica Gniewkowo Janikowo Pakość | Dąbrowa_Biskupia Rojewo Złotniki_Kujawskie
lipnowski Lipno Skępe | Chrostkowo Dobrzyń_nad_Wisłą Kikół Tłuchowo Wielgie | Bobrowniki
mogileński Mogilno Strzelno | Jeziora_Wielkie | Dąbrowa
nakielski Nakło_nad_Notecią Szubin Kcynia | Mrocza | Sadki
radziejowski Radziejów Piotrków_Kujawski | Bytoń Osięciny | Dobre Topólka
rypiński Rypin Brzuze | Skrwilno Wąpielsk | Rogowo
sępoleński Sępólno_Krajeńskie Więcbork | Kamień_Krajeński | Sośno
świecki Świecie Nowe Pruszcz | Dragacz Drzycim Jeżewo Lniano Świekatowo Warlubie | Bukowiec Osie
toruński Chełmża Lubicz Obrowo | Czernikowo Łysomice Wielka_Nieszawka Zławieś_Wielka | Łubianka
tucholski Tuchola Cekcyn | Gostycyn Kęsowo Lubiewo Śliwice
wąbrzeski Wąbrzeźno Książki | Dębowa_Łąka Płużnica
włocławski Brześć_Kujawski Kowal Chodecz Lubraniec | Baruchowo Boniewo Choceń Fabianki Izbica_Kujawska Lubanie Lubień_Kujawski Włocławek
żniński Żnin Barcin Łabiszyn | Gąsawa Janowiec_Wielkopolski | Rogowo
grudziądzki Łasin Radzyń_Chełmiński | Grudziądz Gruta Rogóźno Świecie_nad_Osą
miasta Bydgoszcz Toruń Włocławek Grudziądz""",
    "lubelskie": """
bialski Międzyrzec_Podlaski Terespol Piszczac | Biała_Podlaska Drelów Janów_Podlaski Kodeń Leśna_Podlaska Łomazy Rokitno Rossosz Sławatycze Wisznice | Konstantynów Sosnówka Tuczna Zalesie
biłgorajski Biłgoraj Tarnogród Józefów | Biszcza Frampol Goraj Księżpol Obsza Potok_Górny Tereszpol Turobin | Aleksandrów Łukowa
chełmski Rejowiec_Fabryczny Siedliszcze | Białopole Chełm Dorohusk Dubienka Leśniowice Rejowiec Ruda-Huta Wojsławice | Kamień Sawin Wierzbica Żmudź
hrubieszowski Hrubieszów Horodło | Dołhobyczów Mircze Trzeszczany Uchanie Werbkowice
janowski Janów_Lubelski Modliborzyce | Batorz Chrzanów Dzwola Godziszów Potok_Wielki
krasnostawski Krasnystaw Izbica | Fajsławice Gorzków Kraśniczyn Łopiennik_Górny Siennica_Różana Żółkiewka | Rudnik
kraśnicki Kraśnik Annopol Urzędów | Dzierzkowice Gościeradów Szastarka Trzydnik_Duży Wilkołaz Zakrzówek
lubartowski Lubartów Kock | Jeziorzany Niedźwiada Ostrów_Lubelski Uścimów | Abramów Firlej Kamionka Michów Ostrówek Serniki
lubelski Bychawa Bełżyce Niemce | Borzechów Głusk Jabłonna Jastków Krzczonów Niedrzwica_Duża Strzyżewice Wólka | Garbów Konopnica Wojciechów Wysokie Zakrzew
łęczyński Łęczna Cyców | Milejów Spiczyn | Ludwin Puchaczów
łukowski Łuków Stoczek_Łukowski | Serokomla Stanin Trzebieszów Wojcieszków Wola_Mysłowska | Adamów Krzywda
opolski Opole_Lubelskie Poniatowa | Chodel Józefów_nad_Wisłą Karczmiska Łaziska Wilków
parczewski Parczew Sosnowica | Dębowa_Kłoda Milanów Podedwórze Siemień | Jabłoń
puławski Puławy Kazimierz_Dolny Nałęczów | Końskowola Markuszów Wąwolnica Żyrzyn | Baranów Janowiec Kurów
radzyński Radzyń_Podlaski Wohyń | Czemierniki Kąkolewnica Komarówka_Podlaska Ulan-Majorat | Borki
rycki Ryki Dęblin | Kłoczew Nowodwór Ułęż | Stężyca
świdnicki Świdnik Piaski | Mełgiew Rybczewice | Trawniki
tomaszowski Tomaszów_Lubelski Tyszowce Lubycza_Królewska | Bełżec Jarczów Łaszczów Rachanie Susiec Tarnawatka Telatyn Ulhówek | Krynice
włodawski Włodawa Hanna | Hańsk Stary_Brus Urszulin Wola_Uhruska Wyryki
zamojski Szczebrzeszyn Zwierzyniec Krasnobród | Grabowiec Komarów-Osada Łabunie Miączyn Nielisz Radecznica Sitno Skierbieszów Stary_Zamość Sułów Zamość | Adamów
miasta Lublin Chełm Zamość Biała_Podlaska""",
    "lubuskie": """
gorzowski Kostrzyn_nad_Odrą Witnica Kłodawa | Bogdaniec Deszczno Lubiszyn Santok
krośnieński Krosno_Odrzańskie Gubin | Bobrowice Bytnica Dąbie Maszewo
międzyrzecki Międzyrzecz Skwierzyna Trzciel | Bledzew Przytoczna Pszczew
nowosolski Nowa_Sól Kożuchów Bytom_Odrzański | Kolsko Nowe_Miasteczko Otyń | Siedlisko
słubicki Słubice Rzepin Ośno_Lubuskie Cybinka | Górzyca
strzelecko-drezdenecki Strzelce_Krajeńskie Drezdenko Dobiegniew | Stare_Kurowo | Zwierzyn
sulęciński Sulęcin Lubniewice | Krzeszyce Słońsk Torzym
świebodziński Świebodzin Zbąszynek | Szczaniec | Lubrza Łagów Skąpe
wschowski Wschowa Sława Szlichtyngowa
zielonogórski Sulechów Nowogród_Bobrzański Babimost | Bojadła Czerwieńsk Kargowa Świdnica Trzebiechów | Zabór
żagański Żagań Szprotawa Iłowa Gozdnica | Małomice Niegosławice Wymiarki | Brzeźnica
żarski Żary Lubsko Jasień Łęknica | Lipinki_Łużyckie Trzebiel Tuplice | Brody Przewóz
miasta Gorzów_Wielkopolski Zielona_Góra""",
    "łódzkie": """
bełchatowski Bełchatów Zelów Kleszczów | Drużbice Rusiec Szczerców | Kluki
brzeziński Brzeziny Dmosin | | Jeżów Rogów
kutnowski Kutno Żychlin Krośniewice | Bedlno Dąbrowice Krzyżanów Łanięta Nowe_Ostrowy | Oporów Strzelce
łaski Łask Widawa | Sędziejowice Wodzierady | Buczek
łęczycki Łęczyca Grabów | Daszyna Góra_Świętej_Małgorzaty Świnice_Warckie Witonia | Piątek
łowicki Łowicz Nieborów | Chąśno Domaniewice Kiernozia Kocierzew_Południowy Łyszkowice Zduny | Bielawy
łódzki_wschodni Koluszki Tuszyn Rzgów | Andrespol Brójce Nowosolna
opoczyński Opoczno Drzewica | Białaczów Sławno Żarnów | Mniszków Paradyż Poświętne
pabianicki Pabianice Konstantynów_Łódzki | Dłutów Dobroń Ksawerów Lutomiersk
pajęczański Pajęczno Działoszyn | Kiełczygłów Nowa_Brzeźnica Rząśnia Siemkowice Strzelce_Wielkie | Sulmierzyce
piotrkowski Sulejów Wolbórz Gorzkowice | Grabica Łęki_Szlacheckie Ręczno Rozprza Wola_Krzysztoporska | Aleksandrów Czarnocin Moszczenica
poddębicki Poddębice Uniejów | Dalików Pęczniew Wartkowice Zadzim
radomszczański Radomsko Przedbórz Kamieńsk | Dobryszyce Gidle Gomunice Kobiele_Wielkie Kodrąb Lgota_Wielka Ładzice Masłowice Wielgomłyny Żytno
rawski Rawa_Mazowiecka Biała_Rawska | Cielądz Regnów Sadkowice
sieradzki Sieradz Złoczew Warta Błaszki | Brąszewice Brzeźnio Burzenin Goszczanów Wróblew | Klonowa
skierniewicki Bolimów Godzianów | Kowiesy Lipce_Reymontowskie Nowy_Kawęczyn Skierniewice | Głuchów Maków Słupia
tomaszowski Tomaszów_Mazowiecki Ujazd | Będków Budziszewice Czerniewice Inowłódz Lubochnia Rokiciny Rzeczyca Żelechlinek
wieluński Wieluń Wierzchlas | Biała Czarnożyły Mokrsko Osjaków Pątnów Skomlin | Konopnica Ostrówek
wieruszowski Wieruszów Galewice | Bolesławiec Czastary Lututów | Łubnice Sokolniki
zduńskowolski Zduńska_Wola Szadek | Zapolice
zgierski Zgierz Ozorków Aleksandrów_Łódzki Głowno Stryków | Parzęczew
miasta Łódź Piotrków_Trybunalski Skierniewice""",
    "małopolskie": """
bocheński Bochnia Nowy_Wiśnicz Łapanów | Drwinia Lipnica_Murowana Rzezawa Trzciana Żegocina
brzeski Brzesko Czchów Szczurowa | Borzęcin Dębno Iwkowa | Gnojnik
chrzanowski Chrzanów Trzebinia Libiąż Alwernia | Babice
dąbrowski Dąbrowa_Tarnowska Szczucin | Gręboszów Mędrzechów Olesno Radgoszcz | Bolesław
gorlicki Gorlice Biecz Bobowa | Lipinki Łużna Uście_Gorlickie | Moszczenica Ropa Sękowa
krakowski Skawina Krzeszowice Zabierzów Zielonki Słomniki | Igołomia-Wawrzeńczyce Iwanowice Jerzmanowice-Przeginia Kocmyrzów-Luborzyca Michałowice Mogilany Sułoszowa Świątniki_Górne Wielka_Wieś | Czernichów Liszki Skała
limanowski Limanowa Mszana_Dolna Niedźwiedź | Dobra Jodłownik Łukowica Słopnice Tymbark | Kamienica Laskowa
miechowski Miechów Książ_Wielki | Charsznica Gołcza Racławice Słaboszów | Kozłów
myślenicki Myślenice Sułkowice Dobczyce | Lubień Pcim Raciechowice Siepraw | Tokarnia Wiśniowa
nowosądecki Krynica-Zdrój Stary_Sącz Muszyna Grybów Piwniczna-Zdrój Łącko | Chełmiec Gródek_nad_Dunajcem Kamionka_Wielka Łabowa Łososina_Dolna Nawojowa Podegrodzie Rytro | Korzenna
nowotarski Nowy_Targ Szczawnica Rabka-Zdrój Czorsztyn Jabłonka | Czarny_Dunajec Krościenko_nad_Dunajcem Lipnica_Wielka Łapsze_Niżne Ochotnica_Dolna Raba_Wyżna Szaflary | Spytkowice
olkuski Olkusz Wolbrom Bukowno | Trzyciąż | Bolesław Klucze
oświęcimski Oświęcim Kęty Brzeszcze Zator | Chełmek Polanka_Wielka Przeciszów | Osiek
proszowicki Proszowice Nowe_Brzesko | Koniusza Koszyce Pałecznica Radziemice
suski Sucha_Beskidzka Maków_Podhalański Jordanów Zawoja | Budzów Bystra-Sidzina Stryszawa Zembrzyce
tarnowski Tuchów Żabno Wojnicz Ciężkowice | Gromnik Lisia_Góra Pleśna Ryglice Rzepiennik_Strzyżewski Skrzyszów Szerzyny Tarnów Wierzchosławice Wietrzychowice Zakliczyn | Radłów
tatrzański Zakopane Kościelisko Poronin Bukowina_Tatrzańska Biały_Dunajec
wadowicki Wadowice Andrychów Kalwaria_Zebrzydowska | Lanckorona Mucharz Stryszów Tomice | Brzeźnica Spytkowice Wieprz
wielicki Wieliczka Niepołomice Gdów Biskupice Kłaj
miasta Kraków Tarnów Nowy_Sącz""",
    "mazowieckie": """
białobrzeski Białobrzegi Wyśmierzyce | Promna Stara_Błotnica Stromiec | Radzanów
ciechanowski Ciechanów Glinojeck | Gołymin-Ośrodek Grudusk Ojrzeń Opinogóra_Górna Regimin Sońsk
garwoliński Garwolin Łaskarzew Żelechów Pilawa | Borowie Maciejowice Miastków_Kościelny Sobolew | Górzno Parysów Trojanów Wilga
gostyniński Gostynin Pacyna | Sanniki Szczawin_Kościelny
grodziski Grodzisk_Mazowiecki Milanówek Podkowa_Leśna | Jaktorów Żabia_Wola | Baranów
grójecki Grójec Warka Mogielnica | Belsk_Duży Chynów Goszczyn Nowe_Miasto_nad_Pilicą Pniewy | Błędów Jasieniec
kozienicki Kozienice Głowaczów | Garbatka-Letnisko Gniewoszów Grabów_nad_Pilicą Magnuszew Sieciechów
legionowski Legionowo Serock Jabłonna Nieporęt | Wieliszew
lipski Lipsko Solec_nad_Wisłą | Chotcza Ciepielów Rzeczniów Sienno
łosicki Łosice Platerów | Huszlew Sarnaki Stara_Kornica | Olszanka
makowski Maków_Mazowiecki Różan | Karniewo Krasnosielc Płoniawy-Bramura Sypniewo Szelków | Czerwonka Młynarze Rzewnie
miński Mińsk_Mazowiecki Halinów Kałuszyn Mrozy | Cegłów Dębe_Wielkie Latowicz Sulejówek | Dobre Jakubów Siennica Stanisławów
mławski Mława Wieczfnia_Kościelna | Dzierzgowo Lipowiec_Kościelny Strzegowo Stupsk Szreńsk Wiśniewo | Radzanów Szydłowo
nowodworski Nowy_Dwór_Mazowiecki Nasielsk Zakroczym | Czosnów Leoncin Pomiechówek
ostrołęcki Myszyniec Kadzidło Goworowo | Baranowo Czarnia Czerwin Lelis Olszewo-Borki Rzekuń Troszyn | Łyse
ostrowski Ostrów_Mazowiecka Brok Małkinia_Górna | Andrzejewo Boguty-Pianki Stary_Lubotyń Szulborze_Wielkie Wąsewo Zaręby_Kościelne | Nur
otwocki Otwock Karczew Józefów Wiązowna Celestynów | Kołbiel Osieck Sobienie-Jeziory
piaseczyński Piaseczno Konstancin-Jeziorna Góra_Kalwaria Tarczyn Lesznowola | Prażmów
płocki Gąbin Wyszogród Drobin | Bielsk Bodzanów Brudzeń_Duży Bulkowo Łąck Mała_Wieś Nowy_Duninów Radzanowo Słubice Słupno Stara_Biała Staroźreby
płoński Płońsk Raciąż Sochocin | Baboszewo Czerwińsk_nad_Wisłą Dzierzążnia Joniec Naruszewo | Nowe_Miasto Załuski
pruszkowski Pruszków Piastów Brwinów Raszyn Nadarzyn Michałowice
przasnyski Przasnysz Chorzele | Czernice_Borowe Krzynowłoga_Mała | Jednorożec Krasne
przysuski Przysucha Gielniów | Borkowice Klwów Odrzywół Wieniawa | Potworów Rusinów
pułtuski Pułtusk Winnica | | Gzy Obryte Pokrzywnica Świercze Zatory
radomski Pionki Iłża Skaryszew | Gózd Jedlińsk Jedlnia-Letnisko Wolanów | Jastrzębia Kowala Przytyk Wierzbica Zakrzew
siedlecki Mordy Skórzec | Domanice Korczew Kotuń Mokobody Siedlce Suchożebry Wiśniew Wodynie Zbuczyn | Paprotnia Przesmyki
sierpecki Sierpc Gozdowo | Mochowo Rościszewo Szczutowo Zawidz
sochaczewski Sochaczew Teresin | Brochów Iłów Młodzieszyn Nowa_Sucha | Rybno
sokołowski Sokołów_Podlaski Kosów_Lacki | Bielany Ceranów Jabłonna_Lacka Repki Sabnie Sterdyń
szydłowiecki Szydłowiec Chlewiska | Mirów Orońsko | Jastrząb
warszawski_zachodni Ożarów_Mazowiecki Błonie Łomianki Izabelin Stare_Babice | Kampinos Leszno
węgrowski Węgrów Łochów | Grębków Korytnica Liw Miedzna Sadowne Wierzbno | Stoczek
wołomiński Wołomin Marki Ząbki Zielonka Kobyłka Radzymin Tłuszcz | Klembów Strachówka | Dąbrówka Jadów Poświętne
wyszkowski Wyszków Brańszczyk | Długosiodło Rząśnik Somianka Zabrodzie
zwoleński Zwoleń Policzna | Kazanów Przyłęk Tczów
żuromiński Żuromin Bieżuń | Kuczbork-Osada Lubowidz Lutocin Siemiątkowo
żyrardowski Żyrardów Mszczonów Wiskitki | Puszcza_Mariańska Radziejowice
miasta Warszawa Radom Płock Siedlce Ostrołęka""",
    "opolskie": """
brzeski Brzeg Grodków Lewin_Brzeski | Lubsza Skarbimierz | Olszanka
głubczycki Głubczyce Baborów Kietrz | Branice
kędzierzyńsko-kozielski Kędzierzyn-Koźle Bierawa | Cisek Pawłowiczki Polska_Cerekiew Reńska_Wieś
kluczborski Kluczbork Byczyna Wołczyn | Lasowice_Wielkie
krapkowicki Krapkowice Gogolin Zdzieszowice | Strzeleczki | Walce
namysłowski Namysłów Wilków | Domaszowice | Pokój Świerczów
nyski Nysa Paczków Głuchołazy Otmuchów | Kamiennik Korfantów Łambinowice Pakosławice Skoroszyce
oleski Olesno Praszka Dobrodzień | Gorzów_Śląski Zębowice | Radłów Rudniki
opolski Ozimek Niemodlin Prószków | Chrząstowice Dobrzeń_Wielki Komprachcice Łubniany Tarnów_Opolski Tułowice Turawa | Dąbrowa Murów Popielów
prudnicki Prudnik Biała Głogówek | | Lubrza
strzelecki Strzelce_Opolskie Zawadzkie Leśnica Kolonowskie | Izbicko Jemielnica Ujazd
miasta Opole""",
    "podkarpackie": """
bieszczadzki Ustrzyki_Dolne Lutowiska | | Czarna
brzozowski Brzozów Haczów | Domaradz Dydnia Jasienica_Rosielna Nozdrzec
dębicki Dębica Pilzno | Brzostek Jodłowa Żyraków | Czarna
jarosławski Jarosław Radymno Pruchnik | Chłopice Pawłosiów Roźwienica Wiązownica | Laszki Rokietnica
jasielski Jasło Kołaczyce | Brzyska Krempna Nowy_Żmigród Osiek_Jasielski Skołyszyn Tarnowiec | Dębowiec
kolbuszowski Kolbuszowa Majdan_Królewski | Cmolas Dzikowiec Niwiska Raniżów
krośnieński Jedlicze Dukla Rymanów Iwonicz-Zdrój | Chorkówka Jaśliska Korczyna Krościenko_Wyżne Miejsce_Piastowe Wojaszówka
leski Lesko Solina Cisna Baligród | Olszanica
leżajski Leżajsk Nowa_Sarzyna | Grodzisko_Dolne Kuryłówka
lubaczowski Lubaczów Cieszanów Oleszyce | Horyniec-Zdrój Narol Stary_Dzików Wielkie_Oczy
łańcucki Łańcut Żołynia | Białobrzegi Rakszawa | Czarna Markowa
mielecki Mielec Radomyśl_Wielki | Gawłuszowice Padew_Narodowa Przecław Tuszów_Narodowy Wadowice_Górne | Borowa Czermin
niżański Nisko Rudnik_nad_Sanem | Harasiuki Jarocin Krzeszów Ulanów | Jeżowe
przemyski Dubiecko Krasiczyn | Bircza Fredropol Krzywcza Przemyśl Stubno Żurawica | Medyka Orły
przeworski Przeworsk Kańczuga | Adamówka Jawornik_Polski Sieniawa Tryńcza | Gać Zarzecze
ropczycko-sędziszowski Ropczyce Sędziszów_Małopolski | Iwierzyce Wielopole_Skrzyńskie | Ostrów
rzeszowski Boguchwała Tyczyn Głogów_Małopolski Dynów Błażowa | Chmielnik Hyżne Lubenia Sokołów_Małopolski Świlcza Trzebownisko | Kamień Krasne
sanocki Sanok Zagórz Komańcza | Besko Bukowsko Tyrawa_Wołoska Zarszyn
stalowowolski Stalowa_Wola Zaklików | Pysznica Radomyśl_nad_Sanem Zaleszany | Bojanów
strzyżowski Strzyżów Czudec Frysztak | Niebylec | Wiśniowa
tarnobrzeski Nowa_Dęba Baranów_Sandomierski | Grębów | Gorzyce
miasta Rzeszów Przemyśl Krosno Tarnobrzeg""",
    "podlaskie": """
augustowski Augustów Lipsk | Bargłów_Kościelny Sztabin | Nowinka Płaska
białostocki Łapy Wasilków Supraśl Choroszcz Gródek Michałowo Tykocin | Czarna_Białostocka Dobrzyniewo_Duże Juchnowiec_Kościelny Suraż Turośń_Kościelna Zabłudów | Poświętne Zawady
bielski Bielsk_Podlaski Brańsk | Boćki | Orla Rudka Wyszki
grajewski Grajewo Rajgród Szczuczyn | Radziłów Wąsosz
hajnowski Hajnówka Białowieża Kleszczele Czeremcha | Dubicze_Cerkiewne Narew Narewka | Czyże
kolneński Kolno Stawiski | Grabowo Mały_Płock Turośl
łomżyński Nowogród Jedwabne | Łomża Miastkowo Piątnica Przytuły Śniadowo Wizna Zbójna
moniecki Mońki Goniądz Knyszyn | Jasionówka Jaświły Krypno Trzcianne
sejneński Sejny Puńsk Giby | Krasnopol
siemiatycki Siemiatycze Drohiczyn | Dziadkowice Milejczyce Nurzec-Stacja Perlejewo | Grodzisk Mielnik
sokólski Sokółka Dąbrowa_Białostocka Krynki Suchowola | Korycin Nowy_Dwór Sidra Szudziałowo | Janów Kuźnica
suwalski Wiżajny Filipów | Bakałarzewo Jeleniewo Przerośl Rutka-Tartak Suwałki Szypliszki | Raczki
wysokomazowiecki Wysokie_Mazowieckie Ciechanowiec Czyżew | Klukowo Kobylin-Borzymy Kulesze_Kościelne Nowe_Piekuty Szepietowo | Sokoły
zambrowski Zambrów Rutki | Kołaki_Kościelne Szumowo
miasta Białystok Łomża Suwałki""",
    "pomorskie": """
bytowski Bytów Miastko | Borzytuchom Czarna_Dąbrówka Kołczygłowy Lipnica Parchowo Studzienice Trzebielino Tuchomie
chojnicki Chojnice Czersk Brusy | Konarzyny
człuchowski Człuchów Debrzno Czarne | Koczała Przechlewo Rzeczenica
gdański Pruszcz_Gdański Kolbudy | Cedry_Wielkie Przywidz Suchy_Dąb Trąbki_Wielkie | Pszczółki
kartuski Kartuzy Żukowo Sierakowice | Chmielno Przodkowo Somonino Sulęczyno | Stężyca
kościerski Kościerzyna Stara_Kiszewa | Dziemiany Karsin Liniewo Lipusz Nowa_Karczma
kwidzyński Kwidzyn Prabuty | Gardeja Ryjewo Sadlinki
lęborski Lębork Łeba | Cewice Nowa_Wieś_Lęborska Wicko
malborski Malbork Nowy_Staw | Lichnowy Miłoradz Stare_Pole
nowodworski Nowy_Dwór_Gdański Krynica_Morska Stegna | Ostaszewo Sztutowo
pucki Puck Władysławowo Jastarnia Hel | Kosakowo Krokowa
słupski Ustka Kępice Główczyce | Słupsk Damnica Dębnica_Kaszubska Kobylnica Potęgowo Smołdzino
starogardzki Starogard_Gdański Skarszewy Skórcz Lubichowo | Bobowo Czarna_Woda Osieczna Smętowo_Graniczne Zblewo | Kaliska Osiek
sztumski Sztum Dzierzgoń | Mikołajki_Pomorskie Stary_Dzierzgoń Stary_Targ
tczewski Tczew Pelplin Gniew | Morzeszczyn Subkowy
wejherowski Wejherowo Rumia Reda | Choczewo Gniewino Luzino Łęczyce Szemud | Linia
miasta Gdańsk Gdynia Sopot Słupsk""",
    "śląskie": """
będziński Będzin Czeladź Wojkowice Siewierz | Mierzęcice | Bobrowniki Psary Sławków
bielski Szczyrk Czechowice-Dziedzice Wilamowice | Bestwina Buczkowice Jasienica Porąbka Wilkowice | Jaworze Kozy
bieruńsko-lędziński Bieruń Lędziny | Bojszowy Chełm_Śląski Imielin
cieszyński Cieszyn Ustroń Wisła Skoczów Strumień Istebna | Brenna Chybie Goleszów Hażlach Zebrzydowice | Dębowiec
częstochowski Blachownia Koniecpol | Dąbrowa_Zielona Kamienica_Polska Kłomnice Konopiska Lelów Mstów Mykanów Olsztyn Przyrów Rędziny | Janów Kruszyna Poczesna Starcza
gliwicki Knurów Pyskowice Toszek | Gierałtowice Pilchowice Rudziniec Sośnicowice Wielowieś
kłobucki Kłobuck Krzepice | Miedźno Opatów Przystajń Wręczyca_Wielka | Lipie Panki Popów
lubliniecki Lubliniec Woźniki | Boronów Kochanowice Koszęcin Pawonków | Ciasna Herby
mikołowski Mikołów Orzesze Łaziska_Górne | Ornontowice Wyry
myszkowski Myszków Żarki Koziegłowy | Niegowa | Poraj
pszczyński Pszczyna Goczałkowice-Zdrój | Kobiór Miedźna Pawłowice Suszec
raciborski Racibórz Kuźnia_Raciborska Krzanowice | Kornowac Krzyżanowice Pietrowice_Wielkie | Nędza Rudnik
rybnicki Czerwionka-Leszczyny Lyski | Gaszowice Jejkowice Świerklany
tarnogórski Tarnowskie_Góry Radzionków Miasteczko_Śląskie | Krupski_Młyn Ożarowice Świerklaniec Tworóg Zbrosławice | Kalety
wodzisławski Wodzisław_Śląski Radlin Rydułtowy Pszów | Lubomia Marklowice Mszana | Godów Gorzyce
zawierciański Zawiercie Poręba Łazy Ogrodzieniec Pilica | Irządze Kroczyce Szczekociny Włodowice | Żarnowiec
żywiecki Żywiec Milówka Węgierska_Górka Rajcza | Gilowice Jeleśnia Koszarawa Łękawica Łodygowice Radziechowy-Wieprz Ślemień Świnna Ujsoły | Czernichów Lipowa
miasta Katowice Bielsko-Biała Bytom Chorzów Częstochowa Dąbrowa_Górnicza Gliwice Jastrzębie-Zdrój Jaworzno Mysłowice Piekary_Śląskie Ruda_Śląska Rybnik Siemianowice_Śląskie Sosnowiec Świętochłowice Tychy Zabrze Żory""",
    "świętokrzyskie": """
buski Busko-Zdrój Stopnica Wiślica | Gnojno Nowy_Korczyn Solec-Zdrój Tuczępy | Pacanów
jędrzejowski Jędrzejów Sędziszów Małogoszcz | Imielno Nagłowice Oksa Wodzisław | Słupia Sobków
kazimierski Kazimierza_Wielka Skalbmierz | Bejsce Opatowiec | Czarnocin
kielecki Chęciny Chmielnik Daleszyce Morawica Bodzentyn | Bieliny Łopuszno Masłów Miedziana_Góra Mniów Nowa_Słupia Piekoszów Pierzchnica Strawczyn Zagnańsk | Górno Łagów Nowiny Raków
konecki Końskie Stąporków | Fałków Gowarczów Radoszyce Ruda_Maleniecka Słupia_Konecka | Smyków
opatowski Opatów Ożarów | Baćkowice Iwaniska Sadowie Tarłów Wojciechowice | Lipnik
ostrowiecki Ostrowiec_Świętokrzyski Kunów Ćmielów | Bałtów Bodzechów Waśniów
pińczowski Pińczów Działoszyce | | Kije Michałów Złota
sandomierski Sandomierz Koprzywnica Zawichost | Dwikozy Klimontów Łoniów Samborzec Wilczyce | Obrazów
skarżyski Skarżysko-Kamienna Suchedniów | Bliżyn Skarżysko_Kościelne | Łączna
starachowicki Starachowice Wąchock | Mirzec | Brody Pawłów
staszowski Staszów Połaniec | Bogoria Oleśnica Rytwiany Szydłów | Łubnice Osiek
włoszczowski Włoszczowa Secemin | Kluczewsko Krasocin Moskorzew Radków
miasta Kielce""",
    "warmińsko-mazurskie": """
bartoszycki Bartoszyce Bisztynek Górowo_Iławeckie | Sępopol
braniewski Braniewo Frombork Pieniężno | Lelkowo Płoskinia Wilczęta
działdowski Działdowo Lidzbark | Iłowo-Osada Płośnica | Rybno
elbląski Pasłęk Młynary Tolkmicko | Elbląg Godkowo Gronowo_Elbląskie Markusy Milejewo | Rychliki
ełcki Ełk Stare_Juchy | Kalinowo | Prostki
giżycki Giżycko Ryn Wydminy | Kruklanki | Miłki
gołdapski Gołdap Dubeninki | Banie_Mazurskie
iławski Iława Lubawa Susz Zalewo | Kisielice
kętrzyński Kętrzyn Reszel Korsze | Barciany Srokowo
lidzbarski Lidzbark_Warmiński Orneta | Kiwity Lubomino
mrągowski Mrągowo Mikołajki | Piecki Sorkwity
nidzicki Nidzica Kozłowo | Janowiec_Kościelny Janowo
nowomiejski Nowe_Miasto_Lubawskie Kurzętnik | Biskupiec Grodziczno
olecki Olecko Kowale_Oleckie | Wieliczki | Świętajno
olsztyński Barczewo Biskupiec Dobre_Miasto Olsztynek Jeziorany | Dywity Gietrzwałd Jonkowo Kolno Purda Stawiguda | Świątki
ostródzki Ostróda Morąg Miłakowo | Dąbrówno Grunwald Łukta Małdyty Miłomłyn
piski Pisz Orzysz Biała_Piska Ruciane-Nida
szczycieński Szczytno Pasym Wielbark | Dźwierzuty Jedwabno Rozogi | Świętajno
węgorzewski Węgorzewo Budry | Pozezdrze
miasta Olsztyn Elbląg""",
    "wielkopolskie": """
chodzieski Chodzież Margonin Szamocin | Budzyń
czarnkowsko-trzcianecki Czarnków Trzcianka Wieleń Krzyż_Wielkopolski | Drawsko Lubasz Połajewo
gnieźnieński Witkowo Trzemeszno Gniezno Kłecko | Czerniejewo Kiszkowo Łubowo Mieleszyn Niechanowo
gostyński Gostyń Krobia Poniec | Borek_Wielkopolski Pępowo Piaski Pogorzela
grodziski Grodzisk_Wielkopolski Rakoniewice | Granowo Kamieniec Wielichowo
jarociński Jarocin Żerków Jaraczewo | | Kotlin
kaliski Stawiszyn Opatówek | Blizanów Brzeziny Ceków-Kolonia Godziesze_Wielkie Koźminek Mycielin Szczytniki Żelazków | Lisków
kępiński Kępno Bralin | Łęka_Opatowska Rychtal Trzcinica | Baranów Perzów
kolski Koło Kłodawa Dąbie Przedecz | Babiak Grzegorzew Kościelec Osiek_Mały | Chodów Olszówka
koniński Golina Ślesin Kleczew Sompolno | Kazimierz_Biskupi Kramsk Krzymów Rychwał Rzgów Skulsk Wierzbinek Wilczyn | Grodziec Stare_Miasto
kościański Kościan Czempiń Śmigiel Krzywiń
krotoszyński Krotoszyn Koźmin_Wielkopolski Zduny Kobylin | Rozdrażew | Sulmierzyce
leszczyński Rydzyna Osieczna | Krzemieniewo Lipno Święciechowa Wijewo Włoszakowice
międzychodzki Międzychód Sieraków | Chrzypsko_Wielkie Kwilcz
nowotomyski Nowy_Tomyśl Zbąszyń Opalenica Lwówek | Kuślin Miedzichowo
obornicki Oborniki Rogoźno | Ryczywół
ostrowski Ostrów_Wielkopolski Raszków Odolanów | Nowe_Skalmierzyce Przygodzice Sieroszewice Sośnie
ostrzeszowski Ostrzeszów Grabów_nad_Prosną | Czajków Doruchów Kobyla_Góra Kraszewice Mikstat
pilski Wyrzysk Piła Ujście Wysoka Łobżenica | Białośliwie Miasteczko_Krajeńskie | Kaczory Szydłowo
pleszewski Pleszew Dobrzyca | Chocz Gizałki Gołuchów | Czermin
poznański Luboń Swarzędz Mosina Puszczykowo Kórnik Czerwonak Suchy_Las Tarnowo_Podgórne Dopiewo | Kleszczewo Kostrzyn Murowana_Goślina Pobiedziska Stęszew | Buk Komorniki Rokietnica
rawicki Rawicz Miejska_Górka Bojanowo | Jutrosin Pakosław
słupecki Słupca Zagórów | Lądek Orchowo Ostrowite Powidz Strzałkowo
szamotulski Szamotuły Wronki Pniewy Duszniki | Kaźmierz Obrzycko Ostroróg
średzki Środa_Wielkopolska Zaniemyśl | Dominowo Krzykosy Nowe_Miasto_nad_Wartą
śremski Śrem Dolsk Książ_Wielkopolski | Brodnica
turecki Turek Dobra Tuliszków | Brudzew Kawęczyn Malanów Przykona | Władysławów
wągrowiecki Wągrowiec Gołańcz Skoki | Damasławek Mieścisko | Wapno
wolsztyński Wolsztyn Przemęt Siedlec
wrzesiński Września Miłosław Pyzdry Nekla | Kołaczkowo
złotowski Złotów Jastrowie Krajenka Okonek | Tarnówka | Lipka Zakrzewo
miasta Poznań Kalisz Konin Leszno""",
    "zachodniopomorskie": """
białogardzki Białogard Karlino Tychowo
choszczeński Choszczno Drawno Recz | Bierzwnik Krzęcin Pełczyce
drawski Drawsko_Pomorskie Czaplinek Złocieniec Kalisz_Pomorski | Wierzchowo
goleniowski Goleniów Nowogard Maszewo | Przybiernów Stepnica | Osina
gryficki Gryfice Trzebiatów Płoty | Brojce Karnice Rewal
gryfiński Gryfino Chojna Cedynia Mieszkowice | Moryń Stare_Czarnowo Trzcińsko-Zdrój Widuchowa | Banie
kamieński Kamień_Pomorski Międzyzdroje Dziwnów Wolin | Golczewo Świerzno
kołobrzeski Kołobrzeg Gościno | Dygowo Rymań Siemyśl Ustronie_Morskie
koszaliński Sianów Polanów Bobolice Mielno | Będzino Biesiekierz Manowo Świeszyno
łobeski Łobez Resko Węgorzyno | Dobra Radowo_Małe
myśliborski Myślibórz Dębno Barlinek | Boleszkowice Nowogródek_Pomorski
policki Police Nowe_Warpno | Dobra Kołbaskowo
pyrzycki Pyrzyce Lipiany | Bielice Kozielice Przelewice Warnice
sławieński Sławno Darłowo | Malechowo Postomino
stargardzki Stargard Chociwel Ińsko | Dobrzany Dolice Kobylanka Marianowo Stara_Dąbrowa Suchań
szczecinecki Szczecinek Borne_Sulinowo Barwice | Biały_Bór | Grzmiąca
świdwiński Świdwin Połczyn-Zdrój | Brzeżno Rąbino Sławoborze
wałecki Wałcz Mirosławiec Tuczno | Człopa
miasta Szczecin Koszalin Świnoujście""",
}
