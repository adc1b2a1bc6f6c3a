"""Headers of tables: what a column holds, whom it is about and whether it asks, by its name alone."""

from __future__ import annotations

import re

_NAMES = {
    "text": "text tekst odpowiedź odpowiedz wypowiedź wypowiedz treść tresc answer utterance transcript "
    "transkrypcja response freetext zapis co_powiedziano co_powiedział co_powiedziała co_mówi content",
    "speaker": "speaker mówca mowca respondent uczestnik osoba id lp case voter name kto rozmówca autor autorka zgłaszający kto_zgłosił",
    "role": "role rola funkcja stanowisko kim_jest pełniona_funkcja zajmowane_stanowisko "
    "funkcja/stanowisko stanowisko/funkcja",
    "question": "question pytanie temat",
    "time": "time czas start początek godzina timestamp start_time",
    "votes": "kropki głosy glosy votes punkty likes liczba_głosów liczba_kropek liczba_punktów "
    "suma_głosów suma_kropek ile_głosów ile_kropek polubienia",
}
_BALLOT = re.compile(r"(?i)krop|g[łl]os|vote")
_KNOWN = {name: kind for kind, names in _NAMES.items() for name in names.split()}
_LONG_NAMES = {"numer respondenta": "speaker", "id odpowiedzi": "speaker",
               "response id": "speaker", "id wypełnienia": "speaker"}  # fmt: skip
_ROLE = re.compile(
    r"kim (?:jeste[śm]|jest|są|pan|pani|państwo)(?:[ /(]*(?:pan|pani|państwo|i|jest|są)\)?)*(?: z zawodu)?"
    r"|(?:pana|pani|państwa|twoja|moja)(?:[ /(]*(?:pana|pani)\)?)* (?:rola|funkcja|stanowisko)"
)
_GMINA = re.compile(
    # "Gmina zamieszkania", "Proszę podać nazwę gminy, w której Pani mieszka"
    r"(?:prosz[ęe] )?(?:(?:podać|wpisać|wskazać|wybrać|podaj|wpisz|wskaż|wybierz) )?"
    r"(?:(?:nazw[aęy]|jak[aą]|moj[aą]|twoj[aą]|swoj[aą]|państwa|pana/pani|pani/pana) )*gmin[aęy]"
    r"(?: (?:zamieszkania|spotkania|warsztatu|działania|respondenta|uczestnika)|[ ,]+(?:w|z) której\b.*|"
    r" ?\(.*\))?"
    # "W jakiej gminie Pan mieszka?", "Którą gminę Państwo reprezentują?"
    r"|[wz] (?:jakiej|której) gmin(?:ie|y)\b.*|(?:jak|któr)ą gminę\b.*"
    # "Miejsce zamieszkania (gmina)"
    r"|(?:miejsce|miejscowość)[^?]{0,30}[(/–-] ?gmina\)?"
)
_SYSTEM = re.compile(
    r"(?i)^(#|id|lp\.?|identyfikator(?: odpowiedzi)?|token|seed|lastpage|startlanguage|submitdate|"
    r"startdate|datestamp|ipaddr|refurl|ziarno|język|godzina (?:rozpoczęcia|ukończenia|ostatniej .*)|"
    r"(?:start|completion|last modified) time|"
    r"data (?:wysłania|wypełnienia|rozpoczęcia|ostatniej)\b.*|(?:start|submit) date.*|network id|"
    r"ostatnia strona|język początkowy|sygnatura czasowa|timestamp|adres ip|stage date.*|tags|"
    r"response type|wiek|płeć|age|gender|(?:adres |poczta )?e-?mail(?:owy| address)?|"
    r"imię(?: i nazwisko)?|nazwisko|(?:numer )?telefonu?)$"
)
_DETAILS = re.compile(r"(?i)^(wiek|płeć|age|gender|.*e-?mail.*|imię.*|nazwisko|.*telefonu?)$")
_ORDER = re.compile(r"(?i)^(#|lp\.?|l\.p\.|nr\.?|id)$")  # numbers of rows tell nothing of a table
_CODE = re.compile(
    r"^(?:(?:odpowied[źz] na )?(?:question|pytanie|slide|slajd)\s*\d*|[A-Za-z]{0,9}\d[A-Za-z\d]{0,19}(?:\[\w+\])?)\s*[.:]\s+",
    re.I,
)
# a header of a survey that is a code alone: "G01Q02", "G02Q03[SQ001]"
_BARE_CODE = re.compile(r"(?:G\d{1,3})?[QP]\d{1,3}(?:[A-Za-z]{1,3}\d{0,3})?(?:_?\w{2,6}|\[\w+\])?")
# a header that asks without a question mark, or that leaves room for one's own words
_ASKS = re.compile(
    r"(?i)^(?:(?:z|w|na|do|od|o|za|dla) )?(?:jak(?:i|a|ie|ich|im|imi|ą|iej)?|czego|czym|co|dlaczego|kto|komu|kogo|gdzie|"
    r"któr\w+)\b|\b(?:prosz[ęe]|prosimy|opisz\w*|napisz\w*|wymień\w*|podaj\w*|uzasadnij\w*|"
    r"wyjaśnij\w*|dopisz\w*|wpisz\w*|dokończ\w*|zaproponuj\w*|odpowied[źz] na)\b|"
    r"^(?:(?:inne|dodatkowe|państwa) )?(?:uwagi|komentarz\w*|sugestie|propozycje|pomysły|opini[ae])\b"
)
_REQUEST = re.compile(r"(?i)\b(?:prosz[ęe]|prosimy|zaznacz|wybierz|opisz|wpisz|podaj)\b")
_CHOOSES = re.compile(r"(?i)\b(?:zaznacz|wybierz|wybra|oceń|oceni|wskaż|wskaza|uszereguj)\w*")
_ABOUT_PERSON = re.compile(  # what is asked of who answers, in a word or two
    r"(?i)\b(?:wiek\w*|lat|płeć|płci|zawód|zawodu|zawodow\w+|wykształceni\w+|e-?mail\w*|telefon\w*|"
    r"imi(?:ę|enia)|nazwisk\w+|miejscowoś\w+|zamieszk\w+|mieszka|adres\w*|kod pocztowy|sołectw\w+|"
    r"stanowisk\w+|funkcj\w+|instytucj\w+|organizacj\w+|reprezentuj\w+|dat[aęy])\b"
)


def columns_of(header: list[str]) -> dict[str, int]:
    """Return which column holds what (``text``, ``speaker``, ``role``…), by the first row."""
    found: dict[str, int] = {}
    for place, cell in enumerate(header):
        kind = _kind(cell)
        # "Lp." stands for who speaks only where no column names them
        if kind and (kind not in found or (is_number(header[found[kind]]) and not is_number(cell))):
            found[kind] = place
    return found


def vote_columns(header: list[str]) -> list[int]:
    """Return the columns of votes by their names: "Głosy", "Liczba kropek"."""
    return [place for place, name in enumerate(header) if _kind(name) == "votes"]


def counts_votes(name: str) -> bool:
    """Tell a header that can only be of votes; likes and points stand beside comments too."""
    return bool(_BALLOT.search(name))


def has_details(header: list[str]) -> bool:
    """Tell a table with a person a row: it says who, or their age or address."""
    kinds = ((_kind(name), name) for name in header)
    return any(
        (kind in ("speaker", "role") and not _ORDER.match(name)) or _DETAILS.match(name)
        for kind, name in kinds
    )


def names_gmina(name: str) -> bool:
    """Tell a header that asks for a gmina or announces one: "Proszę podać gminę"."""
    return bool(_GMINA.fullmatch(_plain(name).rstrip("? ")))


def is_number(name: str) -> bool:
    """Tell the header of a column that numbers the rows."""
    return bool(_ORDER.match(name))


def is_system(name: str) -> bool:
    """Tell a column that a program of surveys writes, or one about a person's details."""
    # LimeSurvey writes both its code and a label: "startlanguage. Język początkowy"
    return any(_SYSTEM.match(part) for part in (name, *name.split(". ", 1)))


def is_code(name: str) -> bool:
    """Tell a header that is the code of a question alone, as LimeSurvey writes it: ``G01Q02``."""
    return bool(_BARE_CODE.fullmatch(name))


def asks(name: str) -> bool:
    """Tell a header that asks for one's own words, with a question mark or without."""
    bare = without_code(name)
    if _ABOUT_PERSON.search(bare):
        return False
    return "?" in name or bool(_ASKS.search(name) and not _CHOOSES.search(bare))


def requests(name: str) -> bool:
    """Tell a header that tells who answers what to do: "Proszę opisać", "Zaznacz"."""
    return bool(_REQUEST.search(name))


def without_code(name: str) -> str:
    """Return a header without the code of a question: ``G1Q1. Jak jest?``."""
    return _CODE.sub("", name)


def _kind(name: str) -> str:
    """Return what a column of this name holds, ``""`` when its name does not tell."""
    low = name.casefold().strip(" :*.")
    kind = _LONG_NAMES.get(low) or _KNOWN.get(low.replace(" ", "_")) or ""
    return kind or ("role" if _ROLE.fullmatch(_plain(name).rstrip(" ?")) else "")


def _plain(name: str) -> str:
    return without_code(name).casefold().strip(" :*.")
