"""Numbers and contacts put into the sentences of ``corpora/osoby/szablony.tsv``.

``python -m benchmarks.privacy_material`` writes ``corpora/osoby/numery.tsv`` anew, the same
each time. Sentences are written by hand, half of them for choosing rules and half for reporting;
the values are drawn in the many ways people type and say them, so that a rule cannot fit a few
of them. Dates of birth inside PESEL are of the 19th and 22nd century: they belong to nobody.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

import pandas as pd

from qualcode.privacy.details.numerals import values

FOLDER = Path(__file__).resolve().parents[1] / "corpora" / "osoby"
DRAW = 2
"""Changed whenever rules were mended by what the reported half showed: its values are new then."""
EACH = 10
"""Utterances made of one sentence."""
WORDS = {value: word for word, value in reversed(list(values().items()))}
SPELT = (
    "a be ce de e ef gie ha i jot ka el em en o pe er es te u wu iks igrek zet".split(),
    "A B C D E F G H I J K L M N O P R S T U W X Y Z".split(),
)
MONTHS = (
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada "
    "grudnia"
).split()
MONTHS_SPOKEN = "pierwszego drugiego trzeciego czwartego piątego szóstego siódmego ósmego dziewiątego dziesiątego jedenastego dwunastego".split()
ORDINALS = (
    MONTHS_SPOKEN
    + (
        "trzynastego czternastego piętnastego szesnastego siedemnastego osiemnastego dziewiętnastego "
        "dwudziestego"
    ).split()
)
TENS = "dwudziestego trzydziestego czterdziestego pięćdziesiątego sześćdziesiątego siedemdziesiątego osiemdziesiątego dziewięćdziesiątego".split()
ROMAN = "I II III IV V VI VII VIII IX X XI XII".split()
STREETS = (
    "Leśnej;Polnej;Szkolnej;Krótkiej;Ogrodowej;Kolejowej;Nadrzecznej;Kościelnej;Sienkiewicza;"
    "Mickiewicza;Kościuszki;Piłsudskiego;Jana Pawła II;Wojska Polskiego;1 Maja;3 Maja;"
    "11 Listopada;ks. Popiełuszki;gen. Sikorskiego;św. Jana;Armii Krajowej;Konopnickiej;"
    "Pod Lasem;Nad Stawem;Młyńskiej;Rynek;Dolne Błonie;Kard. Wyszyńskiego;Hallera;Źródlanej"
).split(";")
STREETS_SPOKEN = (
    "leśnej;polnej;szkolnej;krótkiej;ogrodowej;kolejowej;nadrzecznej;kościelnej;sienkiewicza;"
    "mickiewicza;kościuszki;piłsudskiego;jana pawła drugiego;wojska polskiego;pierwszego maja;"
    "trzeciego maja;jedenastego listopada;księdza popiełuszki;generała sikorskiego;"
    "świętego jana;armii krajowej;konopnickiej;młyńskiej;hallera;źródlanej"
).split(";")
TOWNS = "Krzywa Wola;Żabin;Nowa Ruda;Dolany;Stare Pole;Brzeziny".split(";")
NAMES = (
    "anna jan ewa piotr maria tomek kasia zofia wojtek beata lidia stefan ola gosia marek".split()
)
SURNAMES = (
    "nowak wilk kowalska zych lis wrona mazur krawczyk bielak zieba kot sowa duda gil".split()
)
HOSTS = "wp.pl;o2.pl;onet.pl;gmail.com;interia.pl;poczta.onet.pl;op.pl;gmina-zabin.pl;hospicjum.org;szkola3.edu.pl;kgw.dolany.pl;vp.pl".split(
    ";"
)
OFFICES = "biuro sekretariat kontakt info zapisy klub.seniora swietlica gops kadry rodo".split()
PLATES = "WE WZ DW KR GD SK LU RZ NO CB ZS PO BIA EPA TKI SBE NOL WPR LBI KNS OPO FZ".split()


def main() -> None:
    """Write the utterances with numbers."""
    sentences = pd.read_csv(FOLDER / "szablony.tsv", sep="\t", dtype=str)
    rows = []
    for row in sentences.itertuples(index=False):
        # every sentence has its own seed, so that a new one changes no other
        chance = random.Random(f"{row.zdanie} {DRAW}")
        spoken = row.zapis == "mowa"
        for _ in range(EACH):
            text = re.sub(
                r"\{(\w*)\}",
                lambda slot: filled(row.rodzaj, slot[1], spoken, chance),  # noqa: B023
                row.zdanie,
            )
            rows.append((row.część, row.zapis, text))
    table = pd.DataFrame(rows, columns=["część", "zapis", "wypowiedź"])
    table.insert(0, "nr", [f"n{n:04d}" for n in range(1, len(table) + 1)])
    table.to_csv(FOLDER / "numery.tsv", sep="\t", index=False)


def filled(kind: str, slot: str, spoken: bool, chance: random.Random) -> str:
    """Return a value of a kind, with its mark."""
    if slot == "k":
        code = f"{chance.randrange(100):02d}-{chance.randrange(1000):03d}"
        return f"{{{kind}|{code} {chance.choice(TOWNS)}}}"
    if slot == "p":
        digits = pesel(False, chance).replace(" ", "").replace("-", "")
        part = digits[-chance.choice([3, 4, 5]) :]
        return f"{{{kind}|{said(part, [len(part) - 2, 2], chance) if spoken else part}}}"
    if kind == "adres":
        return street(spoken, chance)
    makers = {
        "PESEL": pesel, "NIP": nip, "REGON": regon, "telefon": phone, "konto": account,
        "e-mail": email, "data urodzenia": birth, "rejestracja": plate,
    }  # fmt: skip
    return f"{{{kind}|{makers[kind](spoken, chance)}}}"


def said(digits: str, sizes: list[int], chance: random.Random) -> str:
    """Return digits in words, read in groups of the given sizes, zeros one by one."""
    words: list[str] = []
    at = 0
    for size in sizes:
        words += _group(digits[at : at + size])
        at += size
    pause = chance.choice(["", "", "", "", " yyy", " no", ","])
    place = chance.randrange(1, len(words)) if len(words) > 1 else 0
    if pause and place:
        words[place - 1] += pause
    return " ".join(words)


def _group(digits: str) -> list[str]:
    words = []
    while digits.startswith("0"):
        words.append("zero")
        digits = digits[1:]
    value = int(digits or 0)
    if value >= 100:
        words.append(WORDS[value // 100 * 100])
        value %= 100
    if value >= 20:
        words.append(WORDS[value // 10 * 10])
        value %= 10
    return [*words, WORDS[value]] if value else words


def spoken_or_typed(
    digits: str, typed: list[list[int]], read: list[list[int]], spoken: bool, chance: random.Random
) -> str:
    """Return digits in words, as speech recognition spells them out, or typed in groups."""
    if spoken and chance.random() < 0.65:
        return said(digits, chance.choice([*read, [1] * len(digits)]), chance)
    sizes = chance.choice([*typed, [len(digits)]])
    mark = chance.choice([" ", " ", "-"]) if not spoken else " "
    parts, at = [], 0
    for size in sizes:
        parts.append(digits[at : at + size])
        at += size
    return mark.join(parts)


def pesel(spoken: bool, chance: random.Random) -> str:
    """Return a PESEL of the 19th or 22nd century, now and then only its beginning."""
    month = chance.randrange(1, 13) + chance.choice([80, 40])
    body = f"{chance.randrange(100):02d}{month:02d}{chance.randrange(1, 29):02d}{chance.randrange(10**4):04d}"
    weights = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)
    total = sum(int(d) * w for d, w in zip(body, weights, strict=True))
    digits = body + str(-total % 10)
    if chance.random() < 0.08:
        digits = digits[: chance.choice([6, 10])]
        return spoken_or_typed(
            digits, [[2] * (len(digits) // 2)], [[2] * (len(digits) // 2)], spoken, chance
        )
    return spoken_or_typed(
        digits, [[6, 5], [2, 2, 2, 5], [3, 3, 3, 2]], [[2, 2, 2, 2, 3], [2, 2, 2, 2, 2, 1], [3, 3, 3, 2], [2, 2, 2, 3, 2]], spoken, chance
    )  # fmt: skip


def nip(spoken: bool, chance: random.Random) -> str:
    """Return a tax number."""
    weights = (6, 5, 7, 2, 3, 4, 5, 6, 7)
    check = 10
    while check == 10:
        body = "".join(str(chance.randrange(1 if n < 3 else 0, 10)) for n in range(9))
        check = sum(int(d) * w for d, w in zip(body, weights, strict=True)) % 11
    groups = [[3, 3, 2, 2], [3, 2, 2, 3]]
    value = spoken_or_typed(f"{body}{check}", groups, [*groups, [2] * 5], spoken, chance)
    return f"PL{value}" if not spoken and value.isdecimal() and chance.random() < 0.2 else value


def regon(spoken: bool, chance: random.Random) -> str:
    """Return a number of the business register, of nine or fourteen digits."""
    body = "".join(str(chance.randrange(10)) for _ in range(8))
    body += str(
        sum(int(d) * w for d, w in zip(body, (8, 9, 2, 3, 4, 5, 6, 7), strict=True)) % 11 % 10
    )
    if chance.random() < 0.35:
        body += f"{chance.randrange(10000):04d}"
        weights = (2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8)
        body += str(sum(int(d) * w for d, w in zip(body, weights, strict=True)) % 11 % 10)
        return spoken_or_typed(body, [[9, 5]], [[2] * 7, [3, 3, 3, 3, 2]], spoken, chance)
    return spoken_or_typed(body, [[3, 3, 3]], [[3, 3, 3], [2, 2, 2, 3]], spoken, chance)


def phone(spoken: bool, chance: random.Random) -> str:
    """Return a mobile or fixed number."""
    rest = f"{chance.randrange(10**7):07d}"
    if chance.random() < 0.7:
        digits = chance.choice("50 51 53 57 60 66 69 72 73 78 79 88".split()) + rest
        value = spoken_or_typed(digits, [[3, 3, 3], [3, 2, 2, 2]], [[3, 3, 3], [2, 2, 2, 2, 1], [3, 2, 2, 2]], spoken, chance)  # fmt: skip
        if not spoken and chance.random() < 0.25:
            value = f"{chance.choice(['+48 ', '+48', '0048 ', '(+48) '])}{value}"
        if not spoken and chance.random() < 0.1:
            value = value.replace(" ", ".")
        return value
    area = chance.choice("12 17 22 32 42 58 71 81 85 89".split())
    local = chance.choice(["3", "6", "7"]) + rest[1:]
    if spoken and chance.random() < 0.6:
        return said(area + local, [2, 3, 2, 2], chance)
    opened = chance.choice(["{} ", "({}) ", "0-{} ", "{}/"]) if not spoken else "{} "
    return opened.format(area) + f"{local[:3]} {local[3:5]} {local[5:]}"


def account(spoken: bool, chance: random.Random) -> str:
    """Return a bank account with the right check digits."""
    body = "".join(str(chance.randrange(10)) for _ in range(24))
    digits = f"{98 - int(body + '252100') % 97:02d}{body}"
    if spoken and chance.random() < 0.65:
        return said(digits, chance.choice([[2] * 13, [2, *[4] * 0, *[2] * 12], [1] * 26]), chance)
    groups = " ".join([digits[:2], *(digits[n : n + 4] for n in range(2, 26, 4))])
    value = chance.choice([digits, groups, groups, groups.replace(" ", "-")])
    return value if spoken else chance.choice(["", "", "PL", "PL "]) + value


def email(spoken: bool, chance: random.Random) -> str:
    """Return an e-mail address, typed or dictated."""
    first, last = chance.choice(NAMES), chance.choice(SURNAMES)
    year = str(chance.randrange(1948, 2004))
    user = chance.choice(
        [
            first, last, f"{first}.{last}", f"{first[0]}.{last}", f"{first}_{last}", f"{first}-{last}",
            f"{first}{last}", f"{first}{year}", f"{first}.{last}{year[2:]}", chance.choice(OFFICES),
        ]
    )  # fmt: skip
    host = chance.choice(HOSTS)
    if spoken and chance.random() < 0.75:
        return _dictated(user, host, chance)
    if not spoken and chance.random() < 0.12:
        return f"{user} {chance.choice(['(at)', '[at]', '@'])} {host}"
    return f"{user.title() if not spoken and chance.random() < 0.1 else user}@{host}"


def _dictated(user: str, host: str, chance: random.Random) -> str:
    under = chance.choice(["podkreślnik", "podkreślenie", "podłoga"])
    dash = chance.choice(["myślnik", "minus", "kreska", "pauza"])
    text = user.replace(".", " kropka ").replace("_", f" {under} ").replace("-", f" {dash} ")
    text = re.sub(r"\b([a-z]) kropka", lambda m: f"{_letter(m[1])} kropka", text)
    if chance.random() < 0.6:
        text = re.sub(r"\d+", lambda m: " " + said(m[0], [2] * (len(m[0]) // 2), chance), text)
    if chance.random() < 0.2:
        host = host.replace("wp.pl", "wu pe.pl").replace("o2.pl", "o dwa.pl")
        host = host.replace("gmail.com", "dżimejl.com").replace("op.pl", "o pe.pl")
    host = host.replace(".", " kropka ").replace("-", f" {dash} ")
    if host.endswith("kropka pl") and chance.random() < 0.25:
        host = host[:-2] + "pe el"
    at = chance.choice(["małpa", "małpa", "małpa", "małpka", "at", "et", "@"])
    return re.sub(r" +", " ", f"{text} {at} {host}").replace(",", "")


def _letter(letter: str) -> str:
    return dict(zip((c.lower() for c in SPELT[1]), SPELT[0], strict=True)).get(letter, letter)


def street(spoken: bool, chance: random.Random) -> str:
    """Return a street or village with a house number; the word for street is outside the mark."""
    if spoken:
        name, number = chance.choice(STREETS_SPOKEN), chance.randrange(1, 130)
        typed = chance.random() < 0.3
        house = str(number) if typed else " ".join(_group(str(number)))
        house = f"{chance.choice(['', '', '', 'numer ', 'pod numerem '])}{house}"
        if chance.random() < 0.35:
            flat = chance.randrange(1, 60)
            flat_words = str(flat) if typed else " ".join(_group(str(flat)))
            house += f" {chance.choice(['mieszkania', 'mieszkanie', 'przez', 'łamane przez', 'm'])} {flat_words}"
        return f"ulicy {{adres|{name} {house}}}"
    name, number = chance.choice(STREETS), str(chance.randrange(1, 130))
    number += chance.choice(["", "", "", "a", "B", " c"])
    if chance.random() < 0.4:
        number += chance.choice(["/{}", " m. {}", "/{}", " lok. {}", ", m. {}"]).format(
            chance.randrange(1, 60)
        )
    cue = chance.choice(["ul. ", "ul. ", "ulicy ", "ul.", "al. "])
    return f"{cue}{{adres|{name} {number}}}"


def birth(spoken: bool, chance: random.Random) -> str:
    """Return a date of birth."""
    year, month, day = (
        chance.randrange(1929, 2022),
        chance.randrange(1, 13),
        chance.randrange(1, 29),
    )
    if spoken and chance.random() < 0.75:
        when = chance.choice([MONTHS, MONTHS, MONTHS_SPOKEN])[month - 1]
        return f"{_ordinal(day)} {when} {_year(year, chance)}"
    roman = f"{day} {ROMAN[month - 1]} {year}"
    typed = [
        f"{day:02d}.{month:02d}.{year}", f"{day}.{month}.{year}", f"{year}-{month:02d}-{day:02d}",
        f"{day} {MONTHS[month - 1]} {year}", f"{day} {MONTHS[month - 1]} {year} r.",
        f"{day:02d}/{month:02d}/{year}", f"{day:02d}-{month:02d}-{year}", f"{day:02d}.{month:02d}.{year % 100:02d}",
        f"{day:02d}.{month:02d}.{year} r.", roman,
    ]  # fmt: skip
    return f"{day} {MONTHS[month - 1]} {year}" if spoken else chance.choice(typed)


def _ordinal(day: int) -> str:
    if day <= len(ORDINALS):
        return ORDINALS[day - 1]
    return f"{TENS[day // 10 - 2]} {ORDINALS[day % 10 - 1]}"


def _year(year: int, chance: random.Random) -> str:
    rest = year % 100
    tail = _ordinal(rest) if rest <= 28 and rest else ""
    if rest > 28:
        tail = f"{TENS[rest // 10 - 2]} {ORDINALS[rest % 10 - 1] if rest % 10 else ''}".strip()
    if year >= 2000:
        return f"dwa tysiące {tail}" if tail else "dwutysięcznego"
    whole = f"tysiąc dziewięćset {tail}"
    plain = " ".join(_group(str(rest)))
    return chance.choice([whole, tail, f"tysiąc dziewięćset {plain}", plain])


def plate(spoken: bool, chance: random.Random) -> str:
    """Return a car plate."""
    letters = chance.choice(PLATES)
    digits = f"{chance.randrange(10**4):04d}"
    tail = chance.choice(
        [f"{digits}{chance.choice('ACEFGKLM')}", f"{digits}{chance.randrange(10)}"]
    )
    tail = tail[:4] + tail[4] if len(letters) == 2 else tail[-5:]
    if not spoken:
        return f"{letters}{chance.choice([' ', ' ', '', '-'])}{tail}"
    if chance.random() < 0.3:
        return f"{letters} {tail}".lower()
    spelt = dict(zip(SPELT[1], SPELT[0], strict=True))
    words = [spelt[letter] for letter in letters]
    number = "".join(c for c in tail if c.isdigit())
    sizes = chance.choice([[1] * len(number), [2, *[len(number) - 2]]])
    return " ".join([*words, said(number, sizes, chance), *(spelt[c] for c in tail if c.isalpha())])


if __name__ == "__main__":
    main()
