"""Whether one word is a name: rules tried in order, the first that has something to say decides.

A rule returns what the word was found as and whether that is certain, ``("", True)`` for "no name",
or None when it has nothing to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from qualcode.privacy.names.actions import acts_as_person, goes_as_person, is_given
from qualcode.privacy.names.clues import (
    SURNAME_LOOK,
    agree,
    husband,
    is_adjective,
    is_apposed,
    is_diminutive,
    is_lone_surname,
    is_wife,
    speaks_of,
    word_before,
)
from qualcode.privacy.names.frames import asks_for_person
from qualcode.privacy.names.inflection import COMMON, FORENAME, PLACE_NAME, SURNAME, readings
from qualcode.privacy.names.lookups import SPEAKER_SURE, SURE, lemmas_of
from qualcode.privacy.names.nameforms import OFTEN
from qualcode.privacy.names.origins import comes_from
from qualcode.privacy.names.predicates import does_as_thing
from qualcode.privacy.names.rarity import (
    calls_people,
    is_office,
    is_rare,
    is_rare_noun,
    is_rare_surname,
    is_strange,
    is_thing,
    stems,
)
from qualcode.privacy.names.scenes import NO_NAME, PLACE_PREPOSITIONS, Scene, Verdict
from qualcode.privacy.names.slots import score
from qualcode.privacy.names.vocabulary import PEOPLE_DO, WORKADAY

_PLACE_ENDS = tuple("czan szan żan rzan nian lan dzan nic lic ric tic cic dic kic wic".split())
"""Genitives of villages no dictionary has; with whom one is, ends in "-em", "-ą", "-ym"."""


def judge_small(scene: Scene) -> None:
    """Judge a word of a text without capitals."""
    word = scene.word
    rules = (
        speaker_form,
        small_cue,
        small_surname,
        small_known,
        known_wife,
        small_look,
        by_deeds,
        _small_rare,
        by_slot,
    )
    decide(scene, rules)
    if not word.found and SURNAME in scene.names and scene.free and SURNAME_LOOK.search(scene.low):
        word.notes[:] = ["może być nazwiskiem"]


def decide(scene: Scene, rules: Iterable[Callable[[Scene], Verdict]]) -> None:
    """Let the first rule that has something to say of a word decide."""
    for rule in rules:
        verdict = rule(scene)
        if verdict is not None:
            scene.word.found, scene.word.certain = verdict
            return


def speaker_form(scene: Scene) -> Verdict:
    """Take a form of a speaker's name for it, though it is an everyday word; not "w środę", "nowy dom"."""
    lemmas = lemmas_of(scene.low)
    if not any(f"{SPEAKER_SURE}{lemma}" in scene.known for lemma in lemmas):
        return None
    before = word_before(scene.words, scene.place)
    if before is not None and before.text.lower() in ("w", "we"):
        return None
    if does_as_thing(scene.words, scene.place):
        return None  # a kot mruczy
    if any(agree(scene.word, other) for other in scene.beside if is_adjective(scene.word)):
        return None
    return "mówca", False


def small_cue(scene: Scene) -> Verdict:
    """Judge by what announces a name: a title, a relative, "mam na imię"; a forename needs none."""
    word, names = scene.word, scene.names
    if FORENAME in names and scene.free:
        return "imię", True
    if scene.titled and (scene.free or word.surname_too):
        unknown = not word.kinds and len(scene.low) > 3 and not is_office(scene.low)
        named = names or unknown or _is_title_shared(scene)
        named = named or by_slot(scene) is not None or _is_rare_wife(scene)
        return (scene.cue, not scene.plain) if named else NO_NAME
    if scene.cue in ("kin", "address") and names and scene.free:
        if not scene.plain or FORENAME in names:
            return scene.cue, True
        told = scene.cue == "address" and SURNAME in names and speaks_of(scene.words, scene.place)
        return (scene.cue, False) if told or SURNAME_LOOK.search(scene.low) else None
    return None


def _is_rare_wife(scene: Scene) -> bool:
    """Say whether a rare adjective after "pani" has no noun of its own: "pani otrębowa hoduje".

    Or the name of a village alone is a man's wife's too: "pani stelmachowa prosi".
    """
    after = scene.words[scene.place + 1 : scene.place + 2]
    likely = is_rare(scene.low) or (not scene.plain and bool(husband(scene.low)))
    wife = likely and scene.low.endswith(("owa", "owej", "ową"))
    return wife and not any(agree(scene.word, other) for other in after)


def _is_title_shared(scene: Scene) -> bool:
    """Say whether a rare noun stands in the case of the title before it: "komendant osa"."""
    title = readings(scene.words[scene.place - 1].text)
    cells = {c for r in title if r.tag_class == "subst" for c in r.cells if c[0] == "sg"}
    mine = {cell for r in readings(scene.low) if r.tag_class == "subst" for cell in r.cells}
    if is_rare_noun(scene.low):
        return scene.cue == "naming" or bool(cells & mine)
    office = scene.words[scene.place - 1].text.lower() not in ("pan", "pani")
    after = scene.words[scene.place + 1].text if scene.place + 1 < len(scene.words) else ""
    acts = any(r.tag_class in ("praet", "fin") for r in readings(after))
    subject = ("sg", "nom") in cells & mine and acts
    return office and subject and is_thing(scene.low)  # radna wiśnia przyszła


def small_surname(scene: Scene) -> Verdict:
    """Take a word that is a surname and no everyday word."""
    word = scene.word
    if SURNAME not in scene.names or scene.plain or not scene.free or len(scene.low) <= 3:
        return None
    before = scene.words[scene.place - 1].text if scene.place else ""
    if before in PLACE_PREPOSITIONS | {"na"} and PLACE_NAME in word.kinds:
        return NO_NAME
    if comes_from(scene.words, scene.place):
        return NO_NAME  # jeżdżę do bochni
    return "nazwisko", PLACE_NAME not in word.kinds


def small_known(scene: Scene) -> Verdict:
    """Take a name of the study."""
    if not scene.word.kinds and stems(scene.low) & scene.known:
        return "znane", True
    if not scene.free or not lemmas_of(scene.low) & scene.known:
        return None
    if not scene.plain and len(scene.low) > 3:
        return "znane", True
    return ("znane", False) if SURNAME in scene.names else None


def known_wife(scene: Scene) -> Verdict:
    """Take an adjective made of the name of somebody known for his wife's."""
    return ("nazwisko żony", False) if scene.wife_of_known else None


def small_look(scene: Scene) -> Verdict:
    """Judge by the look of the word: skis and -wiczes, wives, diminutives."""
    word, low = scene.word, scene.low
    if scene.free and SURNAME in scene.names and is_lone_surname(scene.words, scene.place):
        return "nazwisko", False
    noun = [w for w in scene.beside if w.lemma not in ("stary", "młody")]
    wife = scene.free and is_wife(low) and not _is_other_than_wife(scene)
    if wife and not any(agree(word, other) for other in noun):
        return "nazwisko żony", False
    if not word.kinds and is_diminutive(low):
        return "zdrobnienie", True
    if not word.kinds and SURNAME_LOOK.search(low) and len(low) > 5:
        return "końcówka nazwiska", False
    return None


def _is_other_than_wife(scene: Scene) -> bool:
    """Say whether a word is more than an adjective, or told of somebody: "salowa", "jestem gotowa"."""
    before = word_before(scene.words, scene.place)
    at = before.text.lower() if before else ""
    if at in ("na", "przy") and scene.low.endswith("ej"):
        return True  # na kolejowej
    told = before is not None and before.lemma in ("być", "zostać")
    classes = {r.tag_class for r in readings(scene.low) if r.kind == COMMON}
    return bool(classes - {"adj"}) or (told and bool(classes))


def by_deeds(scene: Scene) -> Verdict:
    """Judge an everyday word by what it does, and by the names and votes beside it."""
    word, names = scene.word, scene.names
    if FORENAME in names and scene.titled:
        return scene.cue, False
    if FORENAME in names and _is_child_orspeaker_form(scene):
        return "przy osobie", False
    if FORENAME in names and is_given(scene.words, scene.place):
        return "czynność osoby", False
    if SURNAME in names and word.surname_too and goes_as_person(scene.words, scene.place):
        return "czynność osoby", False
    borne = any(f"{SURE}{lemma}" in scene.known for lemma in lemmas_of(scene.low))
    bare = SURNAME in names and (scene.free or borne)
    beast = SURNAME in names and word.surname_too and word.lemma not in WORKADAY
    if (bare or beast) and acts_as_person(scene.words, scene.place):
        return "czynność osoby", False
    likely = bare or (SURNAME in names and word.surname_too)
    if likely and asks_for_person(scene.words, scene.place):
        return "przy osobie", False
    if likely and scene.cue == "kin" and is_apposed(word, scene.words, scene.place):
        return scene.cue, False
    near = any(other.found for other in scene.beside)
    if scene.voted and names and near and (scene.free or word.surname_too):
        return "klasyfikator", False
    return None


def _small_rare(scene: Scene) -> Verdict:
    """Take a noun nobody says of services, or one no dictionary has, for a name."""
    low, before = scene.low, word_before(scene.words, scene.place)
    at = before.text.lower() if before else ""
    if is_rare_surname(low) and scene.free and not does_as_thing(scene.words, scene.place):
        return (
            None
            if scene.described or at in PLACE_PREPOSITIONS | {"na"}
            else ("rzadki wyraz", False)
        )
    if at in ("z", "ze") and low.endswith(_PLACE_ENDS):
        return None  # z kłęczan
    if is_strange(low) and scene.free and at not in PLACE_PREPOSITIONS | {"na"}:
        return ("nieznane", False) if _may_be_person(scene, at) and scene.spelt else None
    return None


def by_slot(scene: Scene, least: int = 0) -> Verdict:
    """Take a noun for a name where the clues around it add up to a person."""
    need = _needed(scene)
    enough = need and score(scene.words, scene.place) >= max(need, least)
    return ("miejsce osoby", False) if enough else None


def _needed(scene: Scene) -> int:
    """Return the points a word needs to be a name, 0 for a word that is never one.

    The rarer it is in talk of services, the fewer.
    """
    low = scene.low
    if not scene.names:
        if is_strange(low):
            return _LITTLE if scene.spelt else 0
        return _MOST if scene.free and is_rare(low) and not calls_people(low) else 0
    if scene.free and (not scene.plain or is_rare(low)):
        return _LITTLE
    if scene.free or (scene.word.surname_too and scene.word.lemma not in WORKADAY):
        return _MUCH
    return _MORE


_LITTLE, _MUCH, _MORE, _MOST = 1, 1, 2, 3


_WITH_PEOPLE = frozenset(
    "od u dla do z ze za o przez po i oraz a czy ten ta tego tej temu tą".split()
)


def _may_be_person(scene: Scene, before: str) -> bool:
    """Say whether a strange word stands where people are spoken of."""
    after = scene.words[scene.place + 1 : scene.place + 3]
    acts = any(
        r.tag_class in ("praet", "fin", "verb") for word in after[:1] for r in readings(word.text)
    ) or (len(after) > 1 and after[0].text.lower() in ("nie", "się", "też", "to", "już"))
    named = any(other.found for other in scene.beside)
    return acts or named or before in _WITH_PEOPLE or scene.voted


def _is_child_orspeaker_form(scene: Scene) -> bool:
    """Say whether an everyday word is a common forename here: "wnuczka róża", "maja mówi"."""
    if not lemmas_of(scene.low) & OFTEN or ("sg", "nom") not in scene.word.cells:
        return False
    if scene.low not in OFTEN:
        return False  # "ani" is of Ania, yet no first case
    after = scene.words[scene.place + 1 : scene.place + 2]
    return scene.cue == "kin" or any(word.lemma in PEOPLE_DO for word in after)
