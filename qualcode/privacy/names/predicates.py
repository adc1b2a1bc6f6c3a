"""What the verbs around a noun tell: whether people do such things, or things and beasts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from qualcode.privacy.names.inflection import COMMON, PLACE_NAME, SURNAME, NameReading, readings
from qualcode.privacy.names.localities import is_gmina
from qualcode.privacy.names.lookups import Word
from qualcode.privacy.names.rarity import is_rare
from qualcode.privacy.names.toponyms import VILLAGES
from qualcode.privacy.names.verbs import (
    ALONE_VERBS,
    ANIMATE_VERBS,
    BEASTS,
    BEASTS_DO,
    MOTION_VERBS,
    PEOPLES_PLACES,
    SITTING_VERBS,
    SPEECH_VERBS,
    STRONG_VERBS,
    THING_VERBS,
)
from qualcode.privacy.names.vocabulary import KIN, PEOPLE_DO, TITLES

_NOUNS = frozenset(["subst", "depr"])
SKIPPED = frozenset(
    "się mnie nie to też już tylko zawsze znowu nawet nam mi mu jej im tam tu jeszcze sam sama ci go ją "
    "dzisiaj dziś wczoraj wtedy kiedyś zaraz potem teraz by pewnie chyba może no właśnie też dobrze "
    "bardzo ciągle dalej codziennie nigdy czasem ostatnio najpierw".split()
)
_REACH = 3
_ESTEEM = frozenset(
    "człowiek gospodarz gospodyni kobieta facet chłop dziewczyna chłopak baba babka gość anioł "
    "fachowiec społecznik radny radna sołtys sołtyska wójt wójtowa kierownik "
    "kierowniczka nauczyciel nauczycielka pielęgniarka lekarz lekarka opiekunka specjalista specjalistka wdowa "
    "wdowiec kawaler panna sierota emeryt emerytka rencista rencistka inwalida kombatant dusza członek "
    "przewodniczący przewodnicząca kierowca niewidomy głuchy chory chora samotny samotna sparaliżowany "
    "sparaliżowana leżący leżąca".split()
)
"""What somebody is said to be."""
_AGES = frozenset("lat lata latek roczek rok".split())
_GIVING = frozenset(["dać", "dawać"])
_TOWARDS = frozenset("na do z ze u od o".split())
PLURAL = ("ą", "li", "ły")
_NOT_THIRD = ("m", "ę", "sz", "my", "cie", "ć", "no", "to")


def fills(mine: Sequence[NameReading], case: str, sex: str = "") -> bool:
    """Say whether a name may stand in a case of the singular here."""
    return any(("sg", case) in r.cells and sex in ("", r.gender) for r in mine)


def subject(
    words: Sequence[Word], place: int, mine: Sequence[NameReading], plain: Sequence[NameReading]
) -> int:
    """Return points for a verb beside that tells what people do."""
    if _is_calling(plain, words[place]):
        return 0
    best = 0
    for at in _verbs(words, place):
        low = words[at].text.lower()
        if low.endswith(PLURAL):
            if not _is_joined(words, place):
                continue
        elif low.endswith(_NOT_THIRD) or not fills(mine, "nom", sex_of(low)):
            continue
        best = max(best, _weight(words, place, at, plain))
    return best


def does_as_beast(words: Sequence[Word], at: int) -> bool:
    """Say whether a verb tells what a beast does right now: "sowa krzyczy", not "krzyczy na sesji"."""
    now = any_of(words[at], BEASTS_DO) and not sex_of(words[at].text.lower())
    return now and not any(word.lemma in PEOPLES_PLACES for word in words[at + 1 : at + 4])


def stands_as_person(words: Sequence[Word], place: int) -> bool:
    """Say whether a surname that is a place as well is the subject of somebody's verb: "Był Mazur".

    Not where a place in the first case and of that sex is likelier: "Była Bochnia".
    """
    found = readings(words[place].text)
    mine = [r for r in found if r.kind == SURNAME and r.gender in ("m1", "f")]
    if subject(words, place, mine, [r for r in found if r.kind == COMMON]) > 1:
        return True
    if place > 1 and words[place - 1].lemma == "być":
        told = words[max(0, place - 1 - _REACH) : place - 1]
        if any(word.title for word in told):
            return True  # przewodniczącym jest Mazur, sołtysem Gruszowa jest Nowak
    for at in _verbs(words, place):
        sex = sex_of(words[at].text.lower())
        if sex and fills(mine, "nom", sex) and not any_of(words[at], THING_VERBS):
            return not _is_town(words[place].text, found, sex)
    return False


def _is_town(text: str, found: Sequence[NameReading], sex: str) -> bool:
    """Say whether a form may be the first case of a gmina or a common village's name."""
    first = [r for r in found if r.kind == PLACE_NAME and ("sg", "nom") in r.cells]
    named = [r for r in first if r.gender.startswith(sex[0])]
    villages = {r.lemma.partition(":")[0].lower() for r in named} & VILLAGES
    return bool(villages) or (bool(named) and is_gmina(text))


def _weight(words: Sequence[Word], place: int, at: int, plain: Sequence[NameReading]) -> int:
    """Return the points a verb is worth: less for one of beasts, or where the noun may be its object."""
    verb, follows = words[at], at > place
    lows = [word.text.lower() for word in words[at + 1 : at + 4]]
    thing = any(r.gender.startswith(("m3", "n")) for r in plain) and not any_of(verb, SITTING_VERBS)
    if is_beast(plain) and does_as_beast(words, at):
        return 0
    if thing and (not follows or all(r.gender == "n" for r in plain if r.cells)):
        return 0
    if (verb.lemma == "mieć" and "rację" in lows) or (any_of(verb, _GIVING) and "rady" in lows):
        return 3
    if any_of(verb, ALONE_VERBS):
        return 4
    less = int(thing) + int(abs(at - place) > 2)
    if any_of(verb, SPEECH_VERBS):
        return 4 - less
    if any_of(verb, MOTION_VERBS):
        sits = any_of(verb, SITTING_VERBS) and not is_beast(plain)
        return 3 if sits or _goes_to_people(words, at) else 2 - int(is_beast(plain))
    if any_of(verb, STRONG_VERBS | PEOPLE_DO):
        return 3 - less
    if any_of(verb, ANIMATE_VERBS) and follows:
        return 1 if is_beast(plain) or less else 2
    return 0


def _goes_to_people(words: Sequence[Word], at: int) -> bool:
    """Say whether what follows a verb is a meeting, an office or a relative: "na zebranie", "z mamą"."""
    near = range(at + 1, min(at + 4, len(words)))
    return any(words[n].text.lower() in _TOWARDS and _is_peoples(words[n + 1 :]) for n in near)


@lru_cache(maxsize=20_000)
def verbs_of(low: str) -> frozenset[str]:
    """Return the verbs a form may be of: "przyszła" is of przyjść, whatever the tagger calls it."""
    return frozenset(
        r.lemma.partition(":")[0]
        for r in readings(low)
        if r.tag_class in ("fin", "praet", "verb", "inf", "impt", "imps", "pant", "pcon")
    )


def any_of(word: Word, lemmas: frozenset[str]) -> bool:
    """Say whether a word is a form of one of the verbs."""
    return word.lemma in lemmas or bool(verbs_of(word.text.lower()) & lemmas)


def _is_peoples(after: Sequence[Word]) -> bool:
    """Say whether a meeting, an office or a relative is where somebody goes or with whom."""
    return any(word.lemma in PEOPLES_PLACES or word.lemma in KIN for word in after[:2])


def _verbs(words: Sequence[Word], place: int) -> list[int]:
    """Return where the verbs stand a noun may be the subject of: right before, or after it."""
    found: list[int] = []
    at = place - 1
    if at > 0 and words[at].text.lower() in SKIPPED:
        at -= 1
    if at >= 0 and is_verb(words[at]) and not (at and _is_subject(words[at - 1])):
        found.append(at)
    at = place + 1
    if at + 1 < len(words) and words[at].text.lower() in ("i", "oraz", "z"):
        at += 2
    while at < len(words) and at - place <= _REACH + 2:
        word = words[at]
        low = word.text.lower()
        if is_verb(word):
            return [*found, at]
        if low in ("z", "ze", "od", "spod") and at + 1 < len(words):
            at += 2  # sikora z rady powiedział
            continue
        if low not in SKIPPED:
            return found
        at += 1
    return found


def _is_subject(word: Word) -> bool:
    nominative = any(("sg", "nom") in r.cells for r in readings(word.text) if r.tag_class in _NOUNS)
    return (
        bool(word.found)
        or nominative
        or word.text.lower() in ("on", "ona", "ono", "kto", "co", "ja")
    )


def is_verb(word: Word) -> bool:
    """Say whether a word may be a verb in a person, and nothing shorter."""
    classes = {r.tag_class for r in readings(word.text) if r.kind == COMMON}
    return bool(classes & {"fin", "praet", "verb"}) and not classes & {"prep", "conj", "part"}


def sex_of(low: str) -> str:
    """Return whom a past form tells of: "f" for mówiła, "m1" for mówił, else ""."""
    return "f" if low.endswith("ła") else "m1" if low.endswith("ł") else ""


def _is_joined(words: Sequence[Word], place: int) -> bool:
    """Say whether a plural verb may belong to two joined: "młotek i siekiera siedzą"."""
    near = [word.text.lower() for word in words[max(0, place - 1) : place + 2]]
    return any(joint in near for joint in ("i", "oraz", "z"))


def _is_calling(plain: Sequence[NameReading], word: Word) -> bool:
    """Say whether the everyday noun calls people itself: kucharz; not młotek, jarosz."""
    human = [r for r in plain if r.gender == "m1" and ("sg", "nom") in r.cells]
    others = [r for r in plain if r.tag_class in _NOUNS and r.gender != "m1"]
    return bool(human) and not others and not is_rare(word.text.lower())


def is_beast(plain: Sequence[NameReading]) -> bool:
    """Say whether readings of a noun are of one that calls a beast: lis, sikora."""
    m2 = any(r.gender == "m2" for r in plain) and not any(r.gender == "m3" for r in plain)
    return m2 or any(r.lemma.partition(":")[0] in BEASTS for r in plain)


def said_to_be(words: Sequence[Word], place: int, plain: Sequence[NameReading]) -> int:
    """Return points for "kos to człowiek z sercem", "róża kończy osiemnaście lat", "kruk ma rację"."""
    after = words[place + 1 : place + 7]
    lows = [word.text.lower() for word in after]
    if not after:
        return 0
    if lows[0] in ("ma", "miał", "miała", "kończy", "skończył", "skończyła") and _AGES & set(
        lows[1:5]
    ):
        return 4 - int(any(r.gender.startswith(("m3", "n")) for r in plain))
    linked = lows[0] in ("to", "jest", "był", "była", "został", "została", "byłby")
    if linked and any(w.lemma in _ESTEEM and not w.text.startswith("ludz") for w in after[1:4]):
        return 3
    if lows[0] in ("z", "ze", "spod", "od") and len(after) > 2:
        return 2 if place and words[place - 1].title in TITLES else 1
    return (
        1 if lows[0] in ("co", "który", "która") and is_verb(after[min(1, len(after) - 1)]) else 0
    )


def does_as_thing(words: Sequence[Word], place: int) -> bool:
    """Say whether a verb right after a noun tells what only things and beasts do: "mech rośnie"."""
    after = [word for word in words[place + 1 : place + 4] if word.text.lower() not in SKIPPED]
    return bool(after) and any_of(after[0], THING_VERBS)


def is_done(clause: Sequence[Word], mine: Sequence[NameReading]) -> bool:
    """Say whether a clause begins with what people did: "bo nie chciał"."""
    verbs = [w for w in clause if w.text.lower() not in SKIPPED][:1]
    return any(
        any_of(w, STRONG_VERBS | SPEECH_VERBS)
        and sex_of(w.text)
        and any(r.gender == sex_of(w.text) for r in mine)
        for w in verbs
    )
