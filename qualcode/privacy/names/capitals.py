"""Whether a word written with a capital is a name: in mid-sentence the capital says so, at its head a verb.

A rule returns a verdict as in :mod:`qualcode.privacy.names.verdicts`.
"""

from __future__ import annotations

from qualcode.privacy.details.handles import EVERYBODY
from qualcode.privacy.names.clues import SURNAME_LOOK, agree, husband, is_lone_surname
from qualcode.privacy.names.frames import asks_for_person
from qualcode.privacy.names.inflection import COMMON, FORENAME, PLACE_NAME, SURNAME, readings
from qualcode.privacy.names.lookups import SURE, Word, lemmas_of
from qualcode.privacy.names.origins import comes_from, is_second_word
from qualcode.privacy.names.predicates import SKIPPED, any_of, is_beast, sex_of, stands_as_person
from qualcode.privacy.names.rarity import calls_people
from qualcode.privacy.names.scenes import NO_NAME, Scene, Verdict
from qualcode.privacy.names.verbs import DATIVE_VERBS, MOTION_VERBS
from qualcode.privacy.names.verdicts import by_deeds, by_slot, decide, known_wife, speaker_form
from qualcode.privacy.names.vocabulary import WORKADAY

_CLEARLY = 2
"""Points for a person at the head of a sentence, where the capital says nothing."""


def judge_capital(scene: Scene) -> None:
    """Judge a word written with a capital."""
    word = scene.word
    named = (_called, _announced, speaker_form, _known_name, _forename)
    decide(scene, (*named, known_wife, _wife, _family, _given, _head, _surname, _voted, _unknown))
    if not word.found and not word.notes and scene.voted:
        word.notes[:] = ["wygląda na imię lub nazwisko"]


def _called(scene: Scene) -> Verdict:
    """Take who is called in a chat for a name: "@Aneta"; not "@Wszyscy"."""
    word = scene.word
    if not word.called or scene.low in EVERYBODY or (word.kinds and not scene.names):
        return None
    return "zawołanie", FORENAME in scene.names


def _announced(scene: Scene) -> Verdict:
    cue = scene.cue
    strong = cue in ("title", "naming", "kin") or (cue == "address" and scene.names)
    likely = scene.names or scene.free or scene.voted
    return (cue, True) if strong and likely and not (scene.elsewhere and cue == "kin") else None


def _known_name(scene: Scene) -> Verdict:
    word, known = scene.word, scene.known
    lemmas = lemmas_of(word.text)
    held = word.lemma in known or bool(lemmas & known)
    base = husband(scene.low)
    family = bool(base) and bool({base, f"{SURE}{base}"} & known)
    borne = any(f"{SURE}{lemma}" in known for lemma in lemmas) and not word.opens
    return (
        ("znane", True)
        if (held and not (word.opens and word.everyday)) or family or borne
        else None
    )


def _forename(scene: Scene) -> Verdict:
    word = scene.word
    if FORENAME not in scene.names or (word.opens and word.everyday):
        return None
    if scene.elsewhere and PLACE_NAME in word.kinds:
        return None
    return "imię", not (word.everyday or (scene.plain and word.opens))


def _wife(scene: Scene) -> Verdict:
    """Kaczmarkowa; but "do Lipowa", "z Lipowa" is a place."""
    if not husband(scene.low) or scene.word.opens or scene.placed or scene.elsewhere:
        return None
    place = scene.low.endswith("owa") and scene.cue == "near"
    return None if place else ("nazwisko żony", False)


def _family(scene: Scene) -> Verdict:
    """Kotowie, Lisowie: beasts are called so by nobody; "w Kotowie" is a place."""
    named = {cell for r in readings(scene.low) if r.kind == SURNAME for cell in r.cells}
    if not scene.low.endswith("owie") or ("pl", "nom") not in named or scene.governed:
        return None
    plain = [r for r in readings(scene.low) if r.kind == COMMON]
    bases = [r for base in plain for r in readings(base.lemma.partition(":")[0])]
    beast = is_beast([r for r in bases if r.kind == COMMON])
    return ("rodzina", False) if beast or not plain else None


def _given(scene: Scene) -> Verdict:
    """Take those to whom something is due for a family of the study: "Piątkom należy się"."""
    cells = {cell for r in readings(scene.low) if r.kind == SURNAME for cell in r.cells}
    borne = any(f"{SURE}{lemma}" in scene.known for lemma in lemmas_of(scene.low))
    after = scene.words[scene.place + 1 : scene.place + 2]
    due = any(any_of(word, DATIVE_VERBS) for word in after)
    return ("znane", False) if borne and due and ("pl", "dat") in cells else None


def _head(scene: Scene) -> Verdict:
    """Judge an everyday word at the head of a sentence by its verb, as one in small letters."""
    if not (scene.word.opens and scene.names and (scene.plain or scene.word.everyday)):
        return None
    if scene.word.lemma in WORKADAY:
        return None  # Klasa nauczyła się liczyć
    return by_deeds(scene) or by_slot(scene, least=0 if _went(scene) else _CLEARLY)


def _went(scene: Scene) -> bool:
    """Say whether it is told right after a word that he came or went: "Wilk nie przyszedł"."""
    after = [w for w in scene.words[scene.place + 1 : scene.place + 4] if w.text not in SKIPPED][:1]
    return any(any_of(word, MOTION_VERBS) and sex_of(word.text) for word in after)


def _is_place(scene: Scene) -> bool:
    """Say whether the classifier's place is one: "Był Kamiński" tells of somebody."""
    if not scene.elsewhere or scene.word.vote == "orgName" or scene.governed:
        return scene.elsewhere
    looks = SURNAME_LOOK.search(scene.low) and is_lone_surname(scene.words, scene.place)
    before = scene.words[scene.place - 1] if scene.place else scene.word
    alone = before.opens or not before.capital
    return not (looks and alone) and not stands_as_person(scene.words, scene.place)


def _surname(scene: Scene) -> Verdict:
    word = scene.word
    # Niedziela Palmowa, Wielki Piątek
    feast = word.everyday and any(agree(other, word) for other in scene.beside)
    after = scene.words[scene.place + 1] if scene.place + 1 < len(scene.words) else word
    beside_noun = agree(word, after) or feast
    if word.everyday and not scene.voted and (beside_noun or _tells_of_thing(scene)):
        return NO_NAME
    if SURNAME not in scene.names or _is_place(scene):
        return None
    if scene.plain and _heads_title(scene, after):
        return NO_NAME
    if PLACE_NAME in word.kinds and (scene.placed or comes_from(scene.words, scene.place)):
        return None
    if is_second_word(scene.words, scene.place):
        return NO_NAME
    if word.opens and word.everyday:
        return NO_NAME
    if word.opens and scene.plain and asks_for_person(scene.words, scene.place):
        return "przy osobie", False  # Hebel z rady
    if not word.opens or not scene.plain or scene.voted:
        return "nazwisko", scene.voted or not word.kinds & {COMMON, PLACE_NAME}
    if SURNAME_LOOK.search(word.text) and not beside_noun:
        return "nazwisko", False
    return NO_NAME


def _tells_of_thing(scene: Scene) -> bool:
    """Say whether an adjective belongs to the noun before it: "Biblioteka Miejska"."""
    before = scene.words[scene.place - 1] if scene.place else scene.word
    named = before.found or before.kinds & {FORENAME} or calls_people(before.text.lower())
    return not named and agree(scene.word, before)


def _heads_title(scene: Scene, after: Word) -> bool:
    """Say whether a noun begins the name of a programme or office: "Korpus Wsparcia Seniorów"."""
    nouns = [
        r for r in readings(after.text) if r.kind == COMMON and r.tag_class in ("subst", "ger")
    ]
    if after is scene.word or not after.capital or after.title or after.text.isupper():
        return False
    owned = any(case == "gen" for r in nouns for _, case in r.cells)
    return owned and not after.kinds & {FORENAME, SURNAME} and after.vote != "persName"


def _voted(scene: Scene) -> Verdict:
    word = scene.word
    if scene.voted and scene.free and not (word.opens and scene.plain):
        return "klasyfikator", not word.kinds
    return None


def _unknown(scene: Scene) -> Verdict:
    word = scene.word
    if word.kinds or scene.elsewhere or word.text.isupper() or scene.placed:
        return None
    word.notes[:] = ["nieznane słowo wielką literą"]
    if len(word.text) > 2 and (not word.opens or SURNAME_LOOK.search(word.text)):
        return "nieznane", False
    return NO_NAME
