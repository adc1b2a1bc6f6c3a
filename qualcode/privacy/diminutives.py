"""Diminutives: whose a short forename may be, so that one person is one pseudonym."""

from __future__ import annotations

from qualcode.privacy.names.vocabulary import DIMINUTIVES

_MORE = {
    "Aleksandra": "Oleńka Olusia", "Olga": "Ola Olka Olcia", "Alicja": "Ala Alusia Alka",
    "Alina": "Ala Alinka", "Anna": "Anusia Anuśka Hanka Haneczka", "Hanna": "Haneczka Hanusia",
    "Antonina": "Tosia Tośka Antosia", "Bronisława": "Bronia Bronka", "Cecylia": "Cesia",
    "Czesława": "Czesia Cesia", "Dominika": "Dominisia Domi", "Edyta": "Edytka Edzia", "Emilia": "Emilka Emilcia",
    "Eugenia": "Genia Gienia Gienka", "Felicja": "Fela Felka Felcia", "Franciszka": "Frania Franka",
    "Gabriela": "Gabryśka", "Genowefa": "Gienka", "Helena": "Helcia Helenka Hela Lena",
    "Henryka": "Henia Heńka", "Irena": "Irusia Irenka Ira", "Iwona": "Iwonka", "Janina": "Janka Jania Jasia",
    "Joanna": "Joaśka Joanka", "Jolanta": "Jolka Jolusia", "Justyna": "Justynka Justysia Justa",
    "Józefa": "Józia Józka Ziuta", "Kamila": "Kamilka", "Karolina": "Karolcia Karolinka Karola",
    "Kazimiera": "Kazia Kazka", "Kinga": "Kinia Kingusia", "Klaudia": "Klaudynka", "Krystyna": "Krysieńka Krycha Krystynka",
    "Leokadia": "Lodzia Leosia Loda", "Lidia": "Lidka Lidzia", "Ludwika": "Ludka Ludwisia Lusia",
    "Magdalena": "Magdusia Magdzia", "Małgorzata": "Małgośka Gosieńka Gocha", "Marianna": "Marianka Marysia",
    "Maria": "Marynka Marychna Marysieńka", "Mariola": "Mariolka", "Marlena": "Marlenka", "Marzena": "Marzenka",
    "Michalina": "Michasia Misia Michalinka", "Monika": "Monisia", "Natalia": "Natalka Natka Natala",
    "Patrycja": "Patrysia Patka", "Paulina": "Paulinka Paula", "Sabina": "Sabinka", "Stanisława": "Staszka Stasieńka",
    "Stefania": "Stefa Stefcia Stefka", "Sylwia": "Sylwka Sylwunia", "Teresa": "Teresia Tereśka",
    "Walentyna": "Wala", "Wanda": "Wandzia Wandeczka", "Weronika": "Weronka Werka Wercia Weronisia",
    "Wiesława": "Wieśka Wiesieńka", "Wiktoria": "Wika Wiktorka Wiktosia", "Władysława": "Władzia Władka",
    "Zdzisława": "Zdzisia Zdziśka", "Zofia": "Zocha Zochna", "Zuzanna": "Zuzka Zuzanka", "Jadwiga": "Jaga Jagusia",
    "Jagoda": "Jagódka", "Agnieszka": "Agnisia", "Agata": "Agatka Aga", "Amelia": "Amelka", "Aneta": "Anetka",
    "Ewelina": "Ewelinka", "Beata": "Beatka", "Lucyna": "Lucka", "Julia": "Julcia Julka", "Urszula": "Urszulka Ulcia",
    "Adam": "Adaś Adaśko Adamek", "Aleksander": "Olek Alek Oluś", "Aleksy": "Alek", "Alfred": "Fredek Alfredek",
    "Andrzej": "Jędruś Andrzejek", "Antoni": "Tosiek Tolek Antonek", "Anatol": "Tolek", "Bartłomiej": "Bartek Bartuś Bartulek",
    "Bartosz": "Bartuś Bartulek", "Benedykt": "Benek", "Bogdan": "Bogdanek Bodzio Boguś", "Bogumił": "Boguś", "Bogusław": "Bodzio Bogusiek",
    "Bolesław": "Bolek", "Bronisław": "Bronek Bronuś", "Cezary": "Czarek", "Czesław": "Czesio", "Damian": "Damianek",
    "Daniel": "Danielek", "Dariusz": "Darunio Daruś", "Dawid": "Dawidek", "Edmund": "Mundek Mundzio Edek", "Edward": "Edzio Edzik",
    "Zygmunt": "Zyga Zyguś Zygmuś Mundek", "Emil": "Emilek", "Eugeniusz": "Genek Gienio Genio Gienuś", "Feliks": "Felek Feluś",
    "Filip": "Filipek", "Franciszek": "Franuś Francek", "Gabriel": "Gabryś", "Grzegorz": "Grzesio Grzesiu Grześko",
    "Gustaw": "Gustek Gucio Gutek", "Henryk": "Heniuś Heniutek", "Hubert": "Hubercik Huberek", "Ignacy": "Ignacek",
    "Ireneusz": "Irek", "Jacek": "Jacuś", "Jakub": "Kubusiek Kubulek Kubaś", "Jan": "Jasio Jaśko Johny Jasiu",
    "Jarosław": "Jaruś", "Jerzy": "Juruś Jureczek Jerzyk", "Józef": "Józio Józwa Józiu", "Julian": "Julek",
    "Juliusz": "Julek", "Kacper": "Kacperek Kacpuś", "Kajetan": "Kajtek Kajtuś", "Kamil": "Kamilek", "Karol": "Karolcio Lolek",
    "Kazimierz": "Kazek Kazio", "Konrad": "Konradek", "Krystian": "Krystek Krystianek",
    "Krzysztof": "Krzych Krzychu Krzysio Krzysiu Krzysztofek", "Lech": "Leszek Lechu", "Leon": "Leonek Lonek", "Leopold": "Poldek",
    "Leszek": "Lesio Lesiu Leszko", "Lucjan": "Lucek Lucuś", "Ludwik": "Ludwiczek Ludwiś Lutek", "Łukasz": "Łukaszek",
    "Maciej": "Maciuś Maciejek", "Maksymilian": "Maks Maksio", "Marcin": "Marcinek Marcinuś", "Marian": "Marianek Maniek Manio",
    "Mariusz": "Mariuszek Maniek", "Mateusz": "Mateuszek", "Michał": "Michaś Misiek Michu Misio", "Mieczysław": "Miecio Mietuś",
    "Mikołaj": "Mikuś", "Miłosz": "Miłoszek", "Mirosław": "Mirko Miruś", "Norbert": "Norbertek", "Oskar": "Oskarek", "Patryk": "Patryczek Patryś",
    "Paweł": "Pawcio Pawluś", "Piotr": "Pietrek Pietruś Piotrunio", "Przemysław": "Przemcio Przemuś", "Radosław": "Radzio", "Rafał": "Rafałek Rafcio",
    "Remigiusz": "Remek Remik", "Robert": "Robcio Robcik Robuś", "Roman": "Romcio Romuś", "Ryszard": "Rychu Rych Rysiu",
    "Sebastian": "Seba Sebuś Sebek Sebcio", "Seweryn": "Sewek", "Sławomir": "Sławcio Sławuś", "Stanisław": "Stach Stasio Stasiu Stasiulek",
    "Stefan": "Stefek Stefcio Stefanek", "Szczepan": "Szczepcio", "Szymon": "Szymuś Szymonek Szymcio", "Tadeusz": "Tadzio Tadzik",
    "Teodor": "Teoś", "Tomasz": "Tomuś Tomcio Tomeczek", "Tymon": "Tymek Tymuś", "Tymoteusz": "Tymek Tymuś", "Wacław": "Wacuś",
    "Waldemar": "Walduś", "Wiesław": "Wiesio Wieśko", "Wiktor": "Wituś", "Wincenty": "Wicek Wicuś", "Witold": "Wituś",
    "Władysław": "Władzio", "Wojciech": "Wojtas Wojtaszek Wojcio", "Zbigniew": "Zbychu Zbysio Zbysiek Zbynio", "Zdzisław": "Zdzichu Zdzicho Zdzisio",
    "Zenon": "Zenuś Zenio",
}  # fmt: skip
"""Forenames and more of their diminutives; one may belong to several."""


def _bases() -> dict[str, tuple[str, ...]]:
    """Return each diminutive with the forenames it may stand for, the likeliest first."""
    table: dict[str, list[str]] = {}
    for listed in (DIMINUTIVES, _MORE):
        for name, shorts in listed.items():
            for short in shorts.split():
                names = table.setdefault(short, [])
                if name not in names:
                    names.append(name)
    return {short: tuple(names) for short, names in table.items()}


BASES = _bases()
"""Diminutive and the forenames it may stand for."""
