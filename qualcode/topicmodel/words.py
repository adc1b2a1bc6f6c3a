"""The words of a segment that carry its subject: lemmas without names, fillers and grammar."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from qualcode.polish import load_pipeline

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_KINDS = frozenset({"NOUN", "VERB", "ADJ"})
_GENERAL = frozenset(
    # verbs any sentence may have
    "być mieć móc musieć chcieć wiedzieć powiedzieć mówić robić zrobić dać dawać iść pójść chodzić "
    "przyjść przychodzić wziąć brać zostać zostawać trzeba widzieć zobaczyć znać myśleć pomyśleć "
    "stać siedzieć leżeć bać pytać zapytać słyszeć usłyszeć czekać próbować zacząć zaczynać "
    "skończyć kończyć wyjść wychodzić wejść wchodzić stanąć patrzeć popatrzeć trzymać dostać "
    "dostawać kazać woleć lubić wolno można warto należeć bywać zdążyć położyć postawić znaczyć "
    "przepraszać dziękować prosić zgadzać zgodzić rozumieć zrozumieć dodać pamiętać zapomnieć "
    "liczyć wrócić wracać odejść dochodzić chodzić ruszyć starać starczyć wystarczyć pokazać "
    "przynieść zanieść puścić wisieć niech oddać trafić żyć nazywać przestać "
    # nouns of time, amount and order
    "rok dzień raz czas miesiąc tydzień godzina minuta chwila moment koniec początek połowa część "
    "reszta wieczór rano noc poniedziałek wtorek środa czwartek piątek sobota niedziela styczeń "
    "luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień "
    "lato zima wiosna jesień wiek tysiąc milion sto para dwójka trójka procent złoty złotówka kilometr "
    # nouns that mean anything
    "rzecz sprawa kwestia problem temat pytanie strona sposób przykład rodzaj typ coś ktoś pan pani "
    "państwo człowiek prawda słowo głowa ręka oko uwaga zdanie powód fakt stan poziom zakres "
    "kierunek przypadek wzgląd miejsce głos racja gmina wieś pomysł punkt imię dodatek podstawa "
    "osoba "
    # adjectives that mean anything
    "taki inny sam jeden drugi trzeci każdy cały wszystek nowy duży mały wielki dobry zły ostatni "
    "następny pierwszy ważny różny pewien możliwy konkretny zwykły prawdziwy jakiś żaden ładny "
    "normalny stary kolejny swój mój nasz głupi wspólny jedyny".split()
)
_ALONE = frozenset(
    "osoba człowiek starszy stary młody dom gmina wieś miejsce pani pan praca życie grupa brak "
    "potrzeba możliwość forma mieszkaniec mieszkanka ludzie".split()
)
"""Words that start a phrase well but say little alone."""
SHORTEST = 2
"""Words with meaning a segment needs to have a subject."""


class Word(NamedTuple):
    """One word that carries meaning: what is written, its lemma, part of speech and number."""

    form: str
    lemma: str
    upos: str
    plural: bool
    place: int


def tagged(texts: Iterable[str], pipeline: str | None = None) -> list[Doc]:
    """Run the language pipeline over texts."""
    return list(load_pipeline(pipeline).pipe(texts))


def bearing(token: Token) -> bool:
    """Tell whether a word carries the subject: a noun, verb or adjective that is no filler.

    Names of people and places are left out, else every gmina would be a topic of its own;
    acronyms (PFRON, ZUS) stay.
    """
    if not token.text[:1].isalpha() or len(token.text) < 3:
        return False
    if is_acronym(token.text):
        return True
    if token.pos_ not in _KINDS or token.lemma_.lower() in _GENERAL:
        return False
    if token.pos_ == "ADJ" and token.morph.get("NumType"):
        return False
    return not (token.text[:1].isupper() and not token.is_sent_start)


def is_acronym(form: str) -> bool:
    """Tell whether a word is an acronym: ``PFRON``, ``MOPS-u``."""
    head = form.partition("-")[0]
    return len(head) > 1 and head.isupper() and head.isalpha()


def weak(lemma: str) -> bool:
    """Tell whether a word says little when it stands alone in a label."""
    return lemma in _ALONE or lemma in _GENERAL


def words(doc: Doc) -> list[Word]:
    """Return the words of one segment that carry its subject, in order."""
    return [
        Word(
            token.text.lower(),
            lemma_of(token),
            token.pos_,
            "Plur" in token.morph.get("Number"),
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
