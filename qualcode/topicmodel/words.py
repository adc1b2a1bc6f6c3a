"""The words of a segment that carry its subject: lemmas without names, fillers and grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from qualcode.polish.documents import documents
from qualcode.topicmodel.paradigms import is_forename

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_KINDS = frozenset({"NOUN", "VERB", "ADJ"})
_VERBS = """
być mieć móc musieć chcieć wiedzieć powiedzieć mówić robić zrobić dać dawać iść pójść chodzić
przyjść przychodzić wziąć brać zostać zostawać trzeba widzieć zobaczyć znać myśleć pomyśleć stać
siedzieć leżeć bać pytać zapytać słyszeć usłyszeć czekać próbować zacząć zaczynać skończyć kończyć
wyjść wychodzić wejść wchodzić stanąć patrzeć popatrzeć trzymać dostać dostawać kazać woleć lubić
wolno można warto należeć bywać zdążyć położyć postawić znaczyć przepraszać dziękować prosić
zgadzać zgodzić rozumieć zrozumieć dodać pamiętać zapomnieć liczyć wrócić wracać odejść dochodzić
ruszyć starać starczyć wystarczyć pokazać przynieść zanieść puścić wisieć niech oddać trafić żyć
nazywać przestać powinien starczy słuchać czuć brakować zabraknąć wyjąć dowiedzieć pójść przyjechać
"""
_TIMES_AND_AMOUNTS = """
rok dzień raz czas miesiąc tydzień godzina minuta chwila moment koniec początek połowa część reszta
wieczór rano poniedziałek wtorek środa czwartek piątek sobota niedziela styczeń luty marzec
kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień lato zima wiosna
jesień wiek tysiąc milion sto para dwójka trójka procent złoty złotówka kilometr liczba numer
"""
_VAGUE = """
rzecz sprawa kwestia problem temat pytanie strona sposób przykład rodzaj typ coś ktoś pan pani
państwo człowiek prawda słowo głowa ręka oko uwaga zdanie powód fakt stan poziom zakres kierunek
przypadek wzgląd miejsce głos racja gmina wieś pomysł punkt ogół imię dodatek podstawa osoba
taki inny sam jeden drugi trzeci każdy cały wszystek nowy duży mały wielki dobry zły ostatni
następny pierwszy ważny różny pewien możliwy konkretny zwykły prawdziwy jakiś żaden ładny normalny
kolejny swój mój nasz głupi wspólny jedyny
"""
_HEADS_OF_PHRASES = "osoba człowiek miejsce punkt poziom głos przypadek wieś zakres numer drzwi"
_LITTLE_ALONE = """
starszy stary młody dom praca życie grupa brak potrzeba możliwość forma mieszkaniec mieszkanka
ludzie góra dół socjalny społeczny miasto program zmiana system plan wynik cel działanie
rozwój bariera priorytet kod wypowiedź wniosek skutek krok miara wskaźnik źródło model podział
zasób pomoc własny koło odpowiedź spotkanie warunek jakość element ocena opis lista
"""
_GENERAL = frozenset(f"{_VERBS} {_TIMES_AND_AMOUNTS} {_VAGUE}".split())
_HEADS = frozenset(_HEADS_OF_PHRASES.split())
"""General nouns that make good phrases: osoby starsze, miejsce pracy."""
_ALONE = frozenset(_LITTLE_ALONE.split())
"""Words that make good phrases but say little alone in a label."""
_ORDINAL = re.compile(
    r"^(?:czwart|piąt|szóst|siódm|ósm|setn)[ya]$|(?:nast|dziest|dziesiąt|dziewiąt)[ya]$"
)
_NAMES = frozenset({"persName", "placeName", "geogName"})
_MARK = re.compile(
    r"\[[^\W\d_][\w -]{1,30}\s\d+\]|"
    r"\b(?:[Mm]iejscowoś(?:ć|ci|cią)|[Uu]lic[aęąy])\s(?:[A-Z]{1,2}|[b-hj-np-tx-y])\b"
)
"""What masking writes: ``[e-mail 2]``, ``miejscowości B``."""
_LONGEST_ACRONYM = 6
SHORTEST = 2
"""Words with meaning a segment needs to have a subject."""


def unmarked(text: str) -> str:
    """Return a text without the marks of masking, which are nobody's words.

    Examples
    --------
    >>> unmarked("piszcie na [e-mail 2], mieszkam w miejscowości B")
    'piszcie na , mieszkam w '
    """
    return _MARK.sub("", text)


class Word(NamedTuple):
    """One word that carries meaning: what is written, its lemma, part of speech and number."""

    form: str
    lemma: str
    upos: str
    plural: bool
    place: int


def tagged(texts: Iterable[str], pipeline: str | None = None) -> list[Doc]:
    """Run the language pipeline over texts."""
    return documents(texts, pipeline, ("lemmas", "parts_of_speech"))


def bearing(token: Token) -> bool:
    """Tell whether a word carries the subject: a noun, verb or adjective that is no filler.

    Names of people and places are left out, else every gmina would be a topic of its own;
    acronyms (PFRON, ZUS) stay.
    """
    if not token.text[:1].isalpha() or len(token.text) < 3:
        return False
    if is_acronym(token.text):
        return True
    lemma = token.lemma_.lower()
    if token.pos_ not in _KINDS or lemma in _GENERAL or _ORDINAL.search(lemma):
        return False
    return not is_name(token)


def is_name(token: Token) -> bool:
    """Tell whether a word belongs to a name: marked as one, or with a capital inside a sentence."""
    if is_acronym(token.text):
        return False
    named = token.ent_type_ in _NAMES or token.lemma_[:1].isupper()
    capital = token.text[:1].isupper() and not token.is_sent_start
    return named or capital or (token.pos_ == "NOUN" and is_forename(token.lemma_))


def is_acronym(form: str) -> bool:
    """Tell whether a word is an acronym: ``PFRON``, ``MOPS-u``."""
    head = form.partition("-")[0]
    return 1 < len(head) <= _LONGEST_ACRONYM and head.isupper() and head.isalpha()


def weak(lemma: str) -> bool:
    """Tell whether a word says little when it stands alone in a label.

    Nouns made of verbs (dzwonienie) are among them; they carry the verb's lemma.
    """
    general = lemma in _ALONE or lemma in _GENERAL
    return general or lemma.endswith("ć") or bool(_ORDINAL.search(lemma))


def fits_phrase(lemma: str) -> bool:
    """Tell whether a word may be part of a phrase in a label."""
    return (
        len(lemma) > 2 and (lemma not in _GENERAL or lemma in _HEADS) and not _ORDINAL.search(lemma)
    )


def needs_more(lemma: str) -> bool:
    """Tell whether a complement says nothing without its adjective: osoby, miejsca."""
    return lemma in _HEADS


def words(doc: Doc) -> list[Word]:
    """Return the words of one segment that carry its subject, in order."""
    return [
        Word(
            token.text.lower(),
            lemma_of(token),
            token.pos_,
            "Plur" in token.morph.get("Number", []),
            token.i,
        )
        for token in doc
        if bearing(token)
    ]


def lemma_of(token: Token) -> str:
    """Return the lemma in small letters, acronyms in capitals without their ending."""
    if is_acronym(token.text):
        return token.text.partition("-")[0]
    return token.lemma_.lower()
