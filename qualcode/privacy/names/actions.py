"""What people do and beasts or things do not: "wygrał kędziora", "baranowi zrobili podjazd"."""

from __future__ import annotations

from collections.abc import Sequence

from qualcode.privacy.names.clues import PREPOSITIONS, agree
from qualcode.privacy.names.inflection import COMMON, FORENAME, SURNAME, NameReading, readings
from qualcode.privacy.names.lookups import Word
from qualcode.privacy.names.predicates import does_as_beast, is_beast
from qualcode.privacy.names.rarity import is_rare
from qualcode.privacy.names.vocabulary import PEOPLE_DO, PEOPLE_GET

_LOOK_AHEAD = 4
_SKIPPED = frozenset("się nie to też już tylko zawsze znowu nawet nam mi mu jej im tam tu".split())
_ANYBODY = frozenset("stary młody mały duży nowy święty dobry chudy głuchy polski".split())
_OPENING = frozenset("a i bo że jak ale no to też nawet tylko więc potem wtedy wczoraj".split())
_COMING = frozenset(
    "przyjść pójść odejść przyjechać pojechać wyjść wrócić zostać siedzieć mieć głosować wstać".split()
)


def acts_as_person(words: Sequence[Word], place: int) -> bool:
    """Say whether a surname that is an everyday word as well does what only people do.

    "wygrał kędziora", "mazurek chciał dobrze", "baranowi zrobili podjazd"; never where the
    everyday word names a person too: "kowal powiedział".
    """
    word = words[place]
    found = readings(word.text)
    mine = [r for r in found if r.kind == SURNAME]
    plain = [r for r in found if r.kind == COMMON]
    if any(r.tag_class not in ("subst", "depr") for r in plain):
        return False
    if place and words[place - 1].text.lower() in PREPOSITIONS - {
        "a",
        "i",
        "ale",
        "że",
        "bo",
        "jak",
    }:
        return False
    beside = [words[i] for i in (place - 1, place + 1) if 0 <= i < len(words)]
    if any(agree(other, word) for other in beside if _is_adjective(other)):
        return False  # rzadki ptak powiedział
    human = any(r.gender == "m1" and ("sg", "nom") in r.cells for r in plain)
    beast = word.surname_too and any(r.gender.endswith("m2") for r in plain)
    human = human and not beast and not is_rare(word.text.lower())
    for verb in _verbs_near(words, place):
        if verb.lemma in PEOPLE_GET and _fills(mine, "dat") and not _fills(mine, "nom"):
            return not any(r.gender == "m1" for r in plain) or word.text.endswith("owi")
        if is_beast(plain) and does_as_beast([verb, *words[place + 1 :]], 0):
            return False
        if verb.lemma in PEOPLE_DO and _is_third(verb.text):
            return _fills(mine, "nom", _sex_of(verb.text)) and not human
    return not human and _other_sex(words, place, mine, plain)


def is_given(words: Sequence[Word], place: int) -> bool:
    """Say whether something is done to a forename: "marzenie odmówili"."""
    found = [r for r in readings(words[place].text) if r.kind == FORENAME]
    near = [*words[place + 1 : place + 2], *words[max(0, place - 1) : place]]
    done = any(w.lemma in PEOPLE_GET and w.text.lower().endswith(("li", "ły")) for w in near)
    return done and any(("sg", "dat") in r.cells for r in found)


def goes_as_person(words: Sequence[Word], place: int) -> bool:
    """Say whether an adjective that is a surname does what people do: "gruba nie przyszła"."""
    word = words[place]
    low = word.text.lower()
    before = words[place - 1].text.lower() if place else ""
    at = place + 1 + int(place + 1 < len(words) and words[place + 1].text.lower() in _SKIPPED)
    if word.lemma in _ANYBODY or (before and before not in _OPENING) or at >= len(words):
        return False
    verb = words[at]
    sex = _sex_of(verb.text)
    if not sex and verb.lemma in PEOPLE_DO and _is_third(verb.text):
        sex = "f" if low.endswith("a") else "m1"  # konieczny to wie
    adjective = any(r.kind == COMMON and r.tag_class == "adj" for r in readings(low))
    mine = [r for r in readings(low) if r.kind == SURNAME]
    return (
        adjective
        and (verb.lemma in PEOPLE_DO or verb.lemma in _COMING)
        and bool(sex)
        and _fills(mine, "nom", sex)
        and low.endswith("a" if sex == "f" else ("y", "i"))
    )


def _other_sex(
    words: Sequence[Word], place: int, mine: Sequence[NameReading], plain: Sequence[NameReading]
) -> bool:
    """Say whether the verb right beside tells a man where the everyday word is feminine, or a woman.

    "sikora przyjechał", "kędziora wygrał".
    """
    steps = [at for at in (place - 1, place + 1) if 0 <= at < len(words)]
    steps = [at + (at - place) if words[at].text.lower() in _SKIPPED else at for at in steps]
    for at in steps:
        if not 0 <= at < len(words) or not any(
            r.tag_class == "praet" for r in readings(words[at].text)
        ):
            continue
        sex = _sex_of(words[at].text)
        things = ("n", "m3") if sex == "f" else ("n",)
        if sex and any(r.gender.startswith(things) for r in plain):
            continue  # dostała termin, przyniósł drewno: a thing may be the object
        if sex and _fills(mine, "nom", sex):
            return not any(("sg", "nom") in r.cells and r.gender.startswith(sex[0]) for r in plain)
    return False


def _is_adjective(word: Word) -> bool:
    return any(r.tag_class in ("adj", "ppas", "pact") for r in readings(word.text))


def _fills(found: Sequence[NameReading], case: str, sex: str = "") -> bool:
    return any(("sg", case) in r.cells and sex in ("", r.gender) for r in found)


def _verbs_near(words: Sequence[Word], place: int) -> list[Word]:
    """Return the words beside a noun among which its verb is: right before it, or a few on.

    They end where another noun that may be the subject begins.
    """
    before = words[place - 1] if place else None
    if before is not None and before.text.lower() in _SKIPPED and place > 1:
        before = words[place - 2]
    after: list[Word] = []
    for word in words[place + 1 : place + 1 + _LOOK_AHEAD]:
        if word.text.lower() not in _SKIPPED and any(
            r.kind == COMMON and r.tag_class == "subst" and ("sg", "nom") in r.cells
            for r in readings(word.text)
        ):
            break
        after.append(word)
    return [*([before] if before is not None else []), *after]


def _is_third(verb: str) -> bool:
    """Say whether a verb form tells what one other person does: mówi, powiedział, chciała."""
    return not verb.lower().endswith(
        ("m", "ę", "ą", "sz", "my", "cie", "ć", "li", "ły", "no", "to")
    )


def _sex_of(verb: str) -> str:
    """Return whom a past form speaks of: "f" for mówiła, "m1" for mówił, else ""."""
    low = verb.lower()
    if low.endswith("ła"):
        return "f"
    return "m1" if low.endswith("ł") else ""
