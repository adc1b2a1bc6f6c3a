"""A compact gazetteer: powiaty by województwo, each with its seat and some well-known gminy.

One line a powiat: its adjective, then gminy, the seat first; ``_`` stands for a space. Cities with
the rights of a powiat are under ``miasta``. It is no register: a name missing here is still taken
from headers, tables and "gmina …".
"""

POWIATY = {
    "dolnośląskie": """
bolesławiecki Bolesławiec Nowogrodziec Gromadka Osiecznica
dzierżoniowski Dzierżoniów Bielawa Pieszyce Niemcza
głogowski Głogów Kotla Żukowice
górowski Góra Wąsosz Niechlów
jaworski Jawor Bolków Paszowice
karkonoski Karpacz Kowary Piechowice Szklarska_Poręba Podgórzyn Mysłakowice
kamiennogórski Kamienna_Góra Lubawka Marciszów
kłodzki Kłodzko Bystrzyca_Kłodzka Nowa_Ruda Kudowa-Zdrój Polanica-Zdrój Lądek-Zdrój Stronie_Śląskie Radków Szczytna
legnicki Chojnów Prochowice Kunice
lubański Lubań Leśna Olszyna
lubiński Lubin Ścinawa Rudna
lwówecki Lwówek_Śląski Gryfów_Śląski Mirsk Wleń
milicki Milicz Cieszków Krośnice
oleśnicki Oleśnica Syców Twardogóra Bierutów
oławski Oława Jelcz-Laskowice Domaniów
polkowicki Polkowice Chocianów Przemków
strzeliński Strzelin Wiązów Kondratowice
średzki Środa_Śląska Kostomłoty Malczyce
świdnicki Świdnica Świebodzice Żarów Strzegom Jaworzyna_Śląska
trzebnicki Trzebnica Żmigród Oborniki_Śląskie Prusice
wałbrzyski Boguszów-Gorce Głuszyca Mieroszów Szczawno-Zdrój
wołowski Wołów Brzeg_Dolny Wińsko
wrocławski Kąty_Wrocławskie Sobótka Siechnice Długołęka Kobierzyce
ząbkowicki Ząbkowice_Śląskie Ziębice Bardo
zgorzelecki Zgorzelec Bogatynia Zawidów Pieńsk
złotoryjski Złotoryja Świerzawa Wojcieszów
miasta Wrocław Legnica Jelenia_Góra Wałbrzych""",
    "kujawsko-pomorskie": """
aleksandrowski Aleksandrów_Kujawski Ciechocinek Nieszawa
brodnicki Brodnica Jabłonowo_Pomorskie
bydgoski Koronowo Solec_Kujawski Osielsko Białe_Błota
chełmiński Chełmno Lisewo
golubsko-dobrzyński Golub-Dobrzyń Kowalewo_Pomorskie
inowrocławski Inowrocław Kruszwica Gniewkowo Janikowo Pakość
lipnowski Lipno Skępe
mogileński Mogilno Strzelno
nakielski Nakło_nad_Notecią Szubin Kcynia
radziejowski Radziejów Piotrków_Kujawski
rypiński Rypin Brzuze
sępoleński Sępólno_Krajeńskie Więcbork
świecki Świecie Nowe Pruszcz
toruński Chełmża Lubicz Obrowo
tucholski Tuchola Cekcyn
wąbrzeski Wąbrzeźno Książki
włocławski Brześć_Kujawski Kowal Chodecz Lubraniec
żniński Żnin Barcin Łabiszyn
miasta Bydgoszcz Toruń Włocławek Grudziądz""",
    "lubelskie": """
bialski Międzyrzec_Podlaski Terespol Piszczac
biłgorajski Biłgoraj Tarnogród Józefów
chełmski Rejowiec_Fabryczny Siedliszcze
hrubieszowski Hrubieszów Horodło
janowski Janów_Lubelski Modliborzyce
krasnostawski Krasnystaw Izbica
kraśnicki Kraśnik Annopol Urzędów
lubartowski Lubartów Kock
lubelski Bychawa Bełżyce Niemce
łęczyński Łęczna Cyców
łukowski Łuków Stoczek_Łukowski
opolski Opole_Lubelskie Poniatowa
parczewski Parczew Sosnowica
puławski Puławy Kazimierz_Dolny Nałęczów
radzyński Radzyń_Podlaski Wohyń
rycki Ryki Dęblin
świdnicki Świdnik Piaski
tomaszowski Tomaszów_Lubelski Tyszowce Lubycza_Królewska
włodawski Włodawa Hanna
zamojski Szczebrzeszyn Zwierzyniec Krasnobród
miasta Lublin Chełm Zamość Biała_Podlaska""",
    "lubuskie": """
gorzowski Kostrzyn_nad_Odrą Witnica Kłodawa
krośnieński Krosno_Odrzańskie Gubin
międzyrzecki Międzyrzecz Skwierzyna Trzciel
nowosolski Nowa_Sól Kożuchów Bytom_Odrzański
słubicki Słubice Rzepin Ośno_Lubuskie Cybinka
strzelecko-drezdenecki Strzelce_Krajeńskie Drezdenko Dobiegniew
sulęciński Sulęcin Lubniewice
świebodziński Świebodzin Zbąszynek
wschowski Wschowa Sława Szlichtyngowa
zielonogórski Sulechów Nowogród_Bobrzański Babimost
żagański Żagań Szprotawa Iłowa Gozdnica
żarski Żary Lubsko Jasień Łęknica
miasta Gorzów_Wielkopolski Zielona_Góra""",
    "łódzkie": """
bełchatowski Bełchatów Zelów Kleszczów
brzeziński Brzeziny Dmosin
kutnowski Kutno Żychlin Krośniewice
łaski Łask Widawa
łęczycki Łęczyca Grabów
łowicki Łowicz Nieborów
łódzki_wschodni Koluszki Tuszyn Rzgów
opoczyński Opoczno Drzewica
pabianicki Pabianice Konstantynów_Łódzki
pajęczański Pajęczno Działoszyn
piotrkowski Sulejów Wolbórz Gorzkowice
poddębicki Poddębice Uniejów
radomszczański Radomsko Przedbórz Kamieńsk
rawski Rawa_Mazowiecka Biała_Rawska
sieradzki Sieradz Złoczew Warta Błaszki
skierniewicki Bolimów Godzianów
tomaszowski Tomaszów_Mazowiecki Ujazd
wieluński Wieluń Wierzchlas
wieruszowski Wieruszów Galewice
zduńskowolski Zduńska_Wola Szadek
zgierski Zgierz Ozorków Aleksandrów_Łódzki Głowno Stryków
miasta Łódź Piotrków_Trybunalski Skierniewice""",
    "małopolskie": """
bocheński Bochnia Nowy_Wiśnicz Łapanów
brzeski Brzesko Czchów Szczurowa
chrzanowski Chrzanów Trzebinia Libiąż Alwernia
dąbrowski Dąbrowa_Tarnowska Szczucin
gorlicki Gorlice Biecz Bobowa
krakowski Skawina Krzeszowice Zabierzów Zielonki Słomniki
limanowski Limanowa Mszana_Dolna Niedźwiedź
miechowski Miechów Książ_Wielki
myślenicki Myślenice Sułkowice Dobczyce
nowosądecki Krynica-Zdrój Stary_Sącz Muszyna Grybów Piwniczna-Zdrój Łącko
nowotarski Nowy_Targ Szczawnica Rabka-Zdrój Czorsztyn Jabłonka
olkuski Olkusz Wolbrom Bukowno
oświęcimski Oświęcim Kęty Brzeszcze Zator
proszowicki Proszowice Nowe_Brzesko
suski Sucha_Beskidzka Maków_Podhalański Jordanów Zawoja
tarnowski Tuchów Żabno Wojnicz Ciężkowice
tatrzański Zakopane Kościelisko Poronin Bukowina_Tatrzańska Biały_Dunajec
wadowicki Wadowice Andrychów Kalwaria_Zebrzydowska
wielicki Wieliczka Niepołomice Gdów Biskupice Kłaj
miasta Kraków Tarnów Nowy_Sącz""",
    "mazowieckie": """
białobrzeski Białobrzegi Wyśmierzyce
ciechanowski Ciechanów Glinojeck
garwoliński Garwolin Łaskarzew Żelechów Pilawa
gostyniński Gostynin Pacyna
grodziski Grodzisk_Mazowiecki Milanówek Podkowa_Leśna
grójecki Grójec Warka Mogielnica
kozienicki Kozienice Głowaczów
legionowski Legionowo Serock Jabłonna Nieporęt
lipski Lipsko Solec_nad_Wisłą
łosicki Łosice Platerów
makowski Maków_Mazowiecki Różan
miński Mińsk_Mazowiecki Halinów Kałuszyn Mrozy
mławski Mława Wieczfnia_Kościelna
nowodworski Nowy_Dwór_Mazowiecki Nasielsk Zakroczym
ostrołęcki Myszyniec Kadzidło Goworowo
ostrowski Ostrów_Mazowiecka Brok Małkinia_Górna
otwocki Otwock Karczew Józefów Wiązowna Celestynów
piaseczyński Piaseczno Konstancin-Jeziorna Góra_Kalwaria Tarczyn Lesznowola
płocki Gąbin Wyszogród Drobin
płoński Płońsk Raciąż Sochocin
pruszkowski Pruszków Piastów Brwinów Raszyn Nadarzyn Michałowice
przasnyski Przasnysz Chorzele
przysuski Przysucha Gielniów
pułtuski Pułtusk Winnica
radomski Pionki Iłża Skaryszew
siedlecki Mordy Skórzec
sierpecki Sierpc Gozdowo
sochaczewski Sochaczew Teresin
sokołowski Sokołów_Podlaski Kosów_Lacki
szydłowiecki Szydłowiec Chlewiska
warszawski_zachodni Ożarów_Mazowiecki Błonie Łomianki Izabelin Stare_Babice
węgrowski Węgrów Łochów
wołomiński Wołomin Marki Ząbki Zielonka Kobyłka Radzymin Tłuszcz
wyszkowski Wyszków Brańszczyk
zwoleński Zwoleń Policzna
żuromiński Żuromin Bieżuń
żyrardowski Żyrardów Mszczonów Wiskitki
miasta Warszawa Radom Płock Siedlce Ostrołęka""",
    "opolskie": """
brzeski Brzeg Grodków Lewin_Brzeski
głubczycki Głubczyce Baborów Kietrz
kędzierzyńsko-kozielski Kędzierzyn-Koźle Bierawa
kluczborski Kluczbork Byczyna Wołczyn
krapkowicki Krapkowice Gogolin Zdzieszowice
namysłowski Namysłów Wilków
nyski Nysa Paczków Głuchołazy Otmuchów
oleski Olesno Praszka Dobrodzień
opolski Ozimek Niemodlin Prószków
prudnicki Prudnik Biała Głogówek
strzelecki Strzelce_Opolskie Zawadzkie Leśnica Kolonowskie
miasta Opole""",
    "podkarpackie": """
bieszczadzki Ustrzyki_Dolne Lutowiska
brzozowski Brzozów Haczów
dębicki Dębica Pilzno
jarosławski Jarosław Radymno Pruchnik
jasielski Jasło Kołaczyce
kolbuszowski Kolbuszowa Majdan_Królewski
krośnieński Jedlicze Dukla Rymanów Iwonicz-Zdrój
leski Lesko Solina Cisna Baligród
leżajski Leżajsk Nowa_Sarzyna
lubaczowski Lubaczów Cieszanów Oleszyce
łańcucki Łańcut Żołynia
mielecki Mielec Radomyśl_Wielki
niżański Nisko Rudnik_nad_Sanem
przemyski Dubiecko Krasiczyn
przeworski Przeworsk Kańczuga
ropczycko-sędziszowski Ropczyce Sędziszów_Małopolski
rzeszowski Boguchwała Tyczyn Głogów_Małopolski Dynów Błażowa
sanocki Sanok Zagórz Komańcza
stalowowolski Stalowa_Wola Zaklików
strzyżowski Strzyżów Czudec Frysztak
tarnobrzeski Nowa_Dęba Baranów_Sandomierski
miasta Rzeszów Przemyśl Krosno Tarnobrzeg""",
    "podlaskie": """
augustowski Augustów Lipsk
białostocki Łapy Wasilków Supraśl Choroszcz Gródek Michałowo Tykocin
bielski Bielsk_Podlaski Brańsk
grajewski Grajewo Rajgród Szczuczyn
hajnowski Hajnówka Białowieża Kleszczele Czeremcha
kolneński Kolno Stawiski
łomżyński Nowogród Jedwabne
moniecki Mońki Goniądz Knyszyn
sejneński Sejny Puńsk Giby
siemiatycki Siemiatycze Drohiczyn
sokólski Sokółka Dąbrowa_Białostocka Krynki Suchowola
suwalski Wiżajny Filipów
wysokomazowiecki Wysokie_Mazowieckie Ciechanowiec Czyżew
zambrowski Zambrów Rutki
miasta Białystok Łomża Suwałki""",
    "pomorskie": """
bytowski Bytów Miastko
chojnicki Chojnice Czersk Brusy
człuchowski Człuchów Debrzno Czarne
gdański Pruszcz_Gdański Kolbudy
kartuski Kartuzy Żukowo Sierakowice
kościerski Kościerzyna Stara_Kiszewa
kwidzyński Kwidzyn Prabuty
lęborski Lębork Łeba
malborski Malbork Nowy_Staw
nowodworski Nowy_Dwór_Gdański Krynica_Morska Stegna
pucki Puck Władysławowo Jastarnia Hel
słupski Ustka Kępice Główczyce
starogardzki Starogard_Gdański Skarszewy Skórcz Lubichowo
sztumski Sztum Dzierzgoń
tczewski Tczew Pelplin Gniew
wejherowski Wejherowo Rumia Reda
miasta Gdańsk Gdynia Sopot Słupsk""",
    "śląskie": """
będziński Będzin Czeladź Wojkowice Siewierz
bielski Szczyrk Czechowice-Dziedzice Wilamowice
bieruńsko-lędziński Bieruń Lędziny
cieszyński Cieszyn Ustroń Wisła Skoczów Strumień Istebna
częstochowski Blachownia Koniecpol
gliwicki Knurów Pyskowice Toszek
kłobucki Kłobuck Krzepice
lubliniecki Lubliniec Woźniki
mikołowski Mikołów Orzesze Łaziska_Górne
myszkowski Myszków Żarki Koziegłowy
pszczyński Pszczyna Goczałkowice-Zdrój
raciborski Racibórz Kuźnia_Raciborska Krzanowice
rybnicki Czerwionka-Leszczyny Lyski
tarnogórski Tarnowskie_Góry Radzionków Miasteczko_Śląskie
wodzisławski Wodzisław_Śląski Radlin Rydułtowy Pszów
zawierciański Zawiercie Poręba Łazy Ogrodzieniec Pilica
żywiecki Żywiec Milówka Węgierska_Górka Rajcza
miasta Katowice Bielsko-Biała Bytom Chorzów Częstochowa Dąbrowa_Górnicza Gliwice Jastrzębie-Zdrój Jaworzno Mysłowice Piekary_Śląskie Ruda_Śląska Rybnik Siemianowice_Śląskie Sosnowiec Świętochłowice Tychy Zabrze Żory""",
    "świętokrzyskie": """
buski Busko-Zdrój Stopnica Wiślica
jędrzejowski Jędrzejów Sędziszów Małogoszcz
kazimierski Kazimierza_Wielka Skalbmierz
kielecki Chęciny Chmielnik Daleszyce Morawica Bodzentyn
konecki Końskie Stąporków
opatowski Opatów Ożarów
ostrowiecki Ostrowiec_Świętokrzyski Kunów Ćmielów
pińczowski Pińczów Działoszyce
sandomierski Sandomierz Koprzywnica Zawichost
skarżyski Skarżysko-Kamienna Suchedniów
starachowicki Starachowice Wąchock
staszowski Staszów Połaniec
włoszczowski Włoszczowa Secemin
miasta Kielce""",
    "warmińsko-mazurskie": """
bartoszycki Bartoszyce Bisztynek Górowo_Iławeckie
braniewski Braniewo Frombork Pieniężno
działdowski Działdowo Lidzbark
elbląski Pasłęk Młynary Tolkmicko
ełcki Ełk Stare_Juchy
giżycki Giżycko Ryn Wydminy
gołdapski Gołdap Dubeninki
iławski Iława Lubawa Susz Zalewo
kętrzyński Kętrzyn Reszel Korsze
lidzbarski Lidzbark_Warmiński Orneta
mrągowski Mrągowo Mikołajki
nidzicki Nidzica Kozłowo
nowomiejski Nowe_Miasto_Lubawskie Kurzętnik
olecki Olecko Kowale_Oleckie
olsztyński Barczewo Biskupiec Dobre_Miasto Olsztynek Jeziorany
ostródzki Ostróda Morąg Miłakowo
piski Pisz Orzysz Biała_Piska Ruciane-Nida
szczycieński Szczytno Pasym Wielbark
węgorzewski Węgorzewo Budry
miasta Olsztyn Elbląg""",
    "wielkopolskie": """
chodzieski Chodzież Margonin Szamocin
czarnkowsko-trzcianecki Czarnków Trzcianka Wieleń Krzyż_Wielkopolski
gnieźnieński Witkowo Trzemeszno Gniezno Kłecko
gostyński Gostyń Krobia Poniec
grodziski Grodzisk_Wielkopolski Rakoniewice
jarociński Jarocin Żerków Jaraczewo
kaliski Stawiszyn Opatówek
kępiński Kępno Bralin
kolski Koło Kłodawa Dąbie Przedecz
koniński Golina Ślesin Kleczew Sompolno
kościański Kościan Czempiń Śmigiel Krzywiń
krotoszyński Krotoszyn Koźmin_Wielkopolski Zduny Kobylin
leszczyński Rydzyna Osieczna
międzychodzki Międzychód Sieraków
nowotomyski Nowy_Tomyśl Zbąszyń Opalenica Lwówek
obornicki Oborniki Rogoźno
ostrowski Ostrów_Wielkopolski Raszków Odolanów
ostrzeszowski Ostrzeszów Grabów_nad_Prosną
pilski Wyrzysk Piła Ujście Wysoka Łobżenica
pleszewski Pleszew Dobrzyca
poznański Luboń Swarzędz Mosina Puszczykowo Kórnik Czerwonak Suchy_Las Tarnowo_Podgórne Dopiewo
rawicki Rawicz Miejska_Górka Bojanowo
słupecki Słupca Zagórów
szamotulski Szamotuły Wronki Pniewy Duszniki
średzki Środa_Wielkopolska Zaniemyśl
śremski Śrem Dolsk Książ_Wielkopolski
turecki Turek Dobra Tuliszków
wągrowiecki Wągrowiec Gołańcz Skoki
wolsztyński Wolsztyn Przemęt Siedlec
wrzesiński Września Miłosław Pyzdry Nekla
złotowski Złotów Jastrowie Krajenka Okonek
miasta Poznań Kalisz Konin Leszno""",
    "zachodniopomorskie": """
białogardzki Białogard Karlino Tychowo
choszczeński Choszczno Drawno Recz
drawski Drawsko_Pomorskie Czaplinek Złocieniec Kalisz_Pomorski
goleniowski Goleniów Nowogard Maszewo
gryficki Gryfice Trzebiatów Płoty
gryfiński Gryfino Chojna Cedynia Mieszkowice
kamieński Kamień_Pomorski Międzyzdroje Dziwnów Wolin
kołobrzeski Kołobrzeg Gościno
koszaliński Sianów Polanów Bobolice Mielno
łobeski Łobez Resko Węgorzyno
myśliborski Myślibórz Dębno Barlinek
policki Police Nowe_Warpno
pyrzycki Pyrzyce Lipiany
sławieński Sławno Darłowo
stargardzki Stargard Chociwel Ińsko
szczecinecki Szczecinek Borne_Sulinowo Barwice
świdwiński Świdwin Połczyn-Zdrój
wałecki Wałcz Mirosławiec Tuczno
miasta Szczecin Koszalin Świnoujście""",
}
