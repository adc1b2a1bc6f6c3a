"""Whether a word in small letters is a name in a text where others have capitals.

So recognition often writes: "Pani nowakowa", "jan Kowalski". Every find is a doubt: most such texts
write names right.
"""

from __future__ import annotations

from qualcode.privacy.names.actions import is_given
from qualcode.privacy.names.clues import SURNAME_LOOK, is_diminutive, is_wife
from qualcode.privacy.names.frames import asks_for_person
from qualcode.privacy.names.inflection import FORENAME, SURNAME
from qualcode.privacy.names.lookups import lemmas_of
from qualcode.privacy.names.nameforms import OFTEN
from qualcode.privacy.names.rarity import is_rare
from qualcode.privacy.names.scenes import Scene, Verdict
from qualcode.privacy.names.verdicts import (
    by_slot,
    decide,
    known_wife,
    small_cue,
    small_known,
    small_look,
    small_surname,
    speaker_form,
)

_SHORT = 4
_PLAINLY = 3
"""Points for a person that make a name of an everyday word in small letters."""


def judge_slip(scene: Scene) -> None:
    """Judge a word in small letters where others have capitals, as recognition often writes.

    "Pani nowakowa", "jan Kowalski". Every find is a doubt: most such texts write names right.
    """
    word = scene.word
    if speaker_form(scene):
        word.found, word.certain = "mówca", False
        return
    if scene.cue == "title" and scene.plain and (not scene.names or scene.courteous):
        return  # w pana okolicy, Pani obawy
    after = scene.words[scene.place + 1] if scene.place + 1 < len(scene.words) else word
    if FORENAME in scene.names and scene.free and after.capital and SURNAME in after.kinds:
        word.found, word.certain = "imię", False  # jan Kowalski
        return
    likely = SURNAME in scene.names and (scene.free or word.surname_too)
    if FORENAME in scene.names and is_given(scene.words, scene.place):
        word.found, word.certain = "czynność osoby", False
        return
    if likely and scene.plain and asks_for_person(scene.words, scene.place):
        word.found, word.certain = "przy osobie", False
        return
    if scene.plain and scene.names and scene.free and by_slot(scene, least=_PLAINLY):
        word.found, word.certain = "miejsce osoby", False
        return
    if scene.plain and scene.cue not in ("title", "naming", "kin") and not _often(scene):
        return
    if len(scene.low) <= _SHORT and not scene.cue and not lemmas_of(scene.low) & OFTEN:
        return  # "ida", "osob", "kaj" are slips and dialect far oftener
    decide(scene, (small_cue, small_surname, small_known, known_wife, _slip_look))
    if word.found:
        word.certain = False


def _slip_look(scene: Scene) -> Verdict:
    """Judge by the look of a word the dictionary has as a name, or of a wife's name."""
    word = scene.word
    if not word.everyday and (word.kinds or is_diminutive(scene.low) or is_wife(scene.low)):
        return small_look(scene)
    return None


def _often(scene: Scene) -> bool:
    """Say whether a word is far oftener a name: paulina, lech; "u kowalskich"."""
    if not scene.free or not scene.names:
        return False
    often = FORENAME in scene.names and bool(lemmas_of(scene.low) & OFTEN)
    return often or (is_rare(scene.low) and bool(SURNAME_LOOK.search(scene.low)))
