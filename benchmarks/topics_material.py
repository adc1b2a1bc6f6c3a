"""Constructed speech with clear themes: what topics should find is known beforehand."""

from __future__ import annotations

import random

from qualcode.reading.codebooks import load_codebook
from qualcode.study import SEGMENTS, Study, Transcript, address, frame

OPENERS = """
No więc|U nas to|Powiem tak|Ja uważam, że|Z mojej strony:|A w naszej wsi|Szczerze mówiąc,|Proszę pana,
Moim zdaniem|Od dawna powtarzam, że|Wszyscy widzą, że|Jak dla mnie
"""
THEMES = {
    "usługi opiekuńcze": """
        usługi opiekuńcze kończą się o piętnastej|opiekunki przychodzą tylko na dwie godziny
        brakuje opiekunek do osób leżących|opiekunka umyje i poda obiad|starsze osoby czekają na opiekunkę w domu
        usług opiekuńczych nie ma w weekendy|o usługi opiekuńcze pyta co druga rodzina
        opiekunce płaci się najniższą krajową|mama leży i bez opiekunki nie wstanie
        seniorzy potrzebują opieki wieczorem|opieka nad seniorem spada na córkę|przy usługach opiekuńczych zostały dwie kobiety
    """,
    "transport i autobusy": """
        autobus jeździ dwa razy dziennie|ostatni autobus odjeżdża o czternastej|do przychodni nie ma dojazdu
        busy nie kursują w wakacje|na przystanku nie ma rozkładu|z sołectw nie da się dojechać autobusem
        kierowca busa pomija nasz przystanek|potrzebny jest transport od drzwi do drzwi
        bilety na autobus podrożały|dojazd do lekarza kosztuje sto złotych|bez samochodu człowiek nie dojedzie nigdzie
        linia autobusowa została zawieszona
    """,
    "zdrowie psychiczne młodzieży": """
        psychiatra dziecięcy przyjmuje w mieście wojewódzkim|młodzież ma depresję i lęki
        psycholog szkolny ma trzystu uczniów|nastolatki się okaleczają|do psychiatry dziecięcego czeka się rok
        uczniowie potrzebują terapii|zdrowie psychiczne młodzieży się pogarsza|psycholog jest w szkole w czwartki
        kryzys psychiczny zaczyna się w siódmej klasie|terapia dla nastolatków jest prywatna
        rodzice wstydzą się iść do psychologa|o zdrowiu psychicznym uczniów nikt nie mówi
    """,
    "mieszkania": """
        mieszkania socjalne są zagrzybione|brakuje mieszkań chronionych|na mieszkanie komunalne czeka się osiem lat
        lokale socjalne nie mają łazienek|mieszkanie treningowe pomogłoby wychowankom
        gmina nie remontuje mieszkań komunalnych|czynsz za lokal jest za wysoki|mieszkania wspomagane byłyby rozwiązaniem
        eksmisja grozi kilku rodzinom|pustostany stoją, a ludzie nie mają lokali
        najemcy nie płacą czynszu|do mieszkania chronionego nikt nie ma klucza
    """,
    "pieniądze": """
        w budżecie gminy nie ma pieniędzy|dotacja starcza na pół roku|projekt się skończył i finansowanie też
        subwencja jest coraz niższa|na wkład własny nas nie stać|środki unijne trzeba rozliczyć
        skarbnik obcina budżet na pomoc|bez dotacji nie utrzymamy zadania|finansowanie jest tylko na rok
        koszty rosną szybciej niż budżet|wojewoda daje za małą dotację|pieniędzy z projektu nie wolno przesuwać
    """,
    "uzależnienia": """
        mężczyźni piją pod sklepem|terapia uzależnień jest w powiecie|alkohol niszczy całe rodziny
        grupa anonimowych alkoholików się rozpadła|dopalacze biorą już piętnastolatki
        komisja alkoholowa działa na papierze|na odwyk czeka się miesiącami|pijany ojciec wraca po nocy
        leczenie uzależnień przerywają po tygodniu|narkotyki są pod szkołą|terapeuta uzależnień przyjmuje raz w tygodniu
        alkoholik nie pójdzie na terapię sam
    """,
    "niepełnosprawność": """
        osoby z niepełnosprawnościami nie mają podjazdu|asystent osobisty pracuje na umowę
        wózek inwalidzki nie wjedzie do urzędu|warsztat terapii zajęciowej ma trzydzieści miejsc
        asystentów osobistych jest trzech|orzeczenie o niepełnosprawności trzeba odnawiać
        syn na wózku siedzi w domu|niepełnosprawni dorośli nie mają zajęć|opieka wytchnieniowa należy się matkom
        winda dla wózków nie działa|asystent osoby z niepełnosprawnością przychodzi z projektu
        rehabilitacja dorosłych z niepełnosprawnością nie istnieje
    """,
    "cudzoziemcy": """
        uchodźcy z Ukrainy szukają pracy|cudzoziemcy nie znają języka polskiego|kurs polskiego był tylko jeden
        ukraińskie dzieci nie chodzą do szkoły|tłumacza w urzędzie nie ma|uchodźczynie mają dyplomy nieuznane
        kartę pobytu załatwia się rok|cudzoziemka nie wie, gdzie złożyć wniosek|rodziny ukraińskie mieszkają w hotelu
        nauka języka polskiego powinna być wieczorem|legalizacja pobytu to sto papierów
        uchodźcom pomagali wolontariusze
    """,
    "żłobki i przedszkola": """
        żłobek ma tylko dwadzieścia miejsc|przedszkole zamykają o szesnastej|klub dziecięcy otwarto w remizie
        matki małych dzieci nie wracają do pracy|na miejsce w żłobku jest kolejka
        przedszkolanki odchodzą na emeryturę|dwulatków nie ma kto pilnować|żłobka w gminie nigdy nie było
        opłata za przedszkole wzrosła|niania kosztuje tyle co wypłata|maluchy jeżdżą do żłobka do sąsiedniej gminy
        w przedszkolu brakuje grupy dla trzylatków
    """,
    "współpraca instytucji": """
        ośrodek nie współpracuje ze szkołą|policja nie przekazuje informacji|zespół interdyscyplinarny spotyka się rzadko
        instytucje nie wymieniają danych|przepisy zabraniają udostępniać informacje
        urzędy wysyłają do siebie pisma|współpraca z sądem trwa miesiącami|procedura ma dwanaście załączników
        kurator nie rozmawia z ośrodkiem|koordynatora współpracy nie ma|biurokracja zabija każdą inicjatywę
        przepływ informacji między urzędami nie działa
    """,
}
LINKS = (", bo ", ", a poza tym ", ", i ", ". Do tego ", ", więc ", ". I jeszcze ")


def _pieces(text: str) -> list[str]:
    return [
        piece.strip()
        for line in text.strip().splitlines()
        for piece in line.split("|")
        if piece.strip()
    ]


def clear_study(n: int, seed: int = 0, n_themes: int = 10) -> tuple[Study, list[str]]:
    """Build a study of ``n`` segments; return it with the theme of each segment."""
    dice = random.Random(seed)
    openers = _pieces(OPENERS)
    clauses = {name: _pieces(text) for name, text in list(THEMES.items())[:n_themes]}
    rows, truth, text = [], [], ""
    for number in range(n):
        theme = dice.choice(sorted(clauses))
        one, two, three = dice.sample(clauses[theme], 3)
        said = f"{dice.choice(openers)} {one}{dice.choice(LINKS)}{two}"
        if dice.random() < 0.5:
            said += f"{dice.choice(LINKS)}{three}"
        said += "."
        start = len(text) + 3
        text += f"A: {said}\n"
        rows.append(
            {
                "segment": address("zebranie", start, start + len(said)),
                "transcript": "zebranie",
                "start": start,
                "end": start + len(said),
                "speaker": f"Osoba {number % 17}",
                "role": "mieszkanka",
                "text": said,
            }
        )
        truth.append(theme)
    study = Study(load_codebook("cus"), (Transcript("zebranie", text),), frame(SEGMENTS, rows))
    return study, truth
