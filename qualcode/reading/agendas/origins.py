"""Where a turn comes from when one file joins a talk, a flip chart and a survey: its label tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

TALK, WALL, SURVEY = "c", "f", "s"
_KINDS = (
    (WALL, re.compile(r"(?i)^(?:kart|plakat|grup|stolik|stół|tablic|flip|sznur|naklej)")),
    (SURVEY, re.compile(r"(?i)^(?:respond|ankiet)")),
)
_NUMBER = re.compile(r"\d+")


def origin_features(leads: Sequence[bool], speakers: Sequence[str]) -> list[set[str]]:
    """Return, per turn, whether another source begins there or respondents count anew.

    A facilitator's turn belongs to the source that comes after it.

    Parameters
    ----------
    leads : sequence of bool
        Whether the facilitator speaks.
    speakers : sequence of str
        Labels of the turns: "karteczka 3", "respondent 12", a name.
    """
    kinds = _kinds(leads, speakers)
    found: list[set[str]] = []
    before, last = next(iter(kinds), TALK), -1
    for number, (mine, kind, speaker) in enumerate(zip(leads, kinds, speakers, strict=True)):
        features = set()
        if kind != before and (not number or kinds[number - 1] != kind):
            led = bool(number and leads[number - 1])
            features.add(f"source {mine:d}{led:d}{before}>{kind}")
        if not mine:
            shown = _NUMBER.search(speaker)
            value = int(shown[0]) if shown else -1
            if kind == before == SURVEY and 0 <= value <= last:
                features.add("source falls")
            before, last = kind, value
        found.append(features)
    return found


def _kinds(leads: Sequence[bool], speakers: Sequence[str]) -> list[str]:
    """Return the source of each turn, of the facilitator's the one of the next answer."""
    kinds = []
    after = TALK
    for mine, speaker in zip(reversed(leads), reversed(speakers), strict=True):
        if not mine:
            after = next((kind for kind, label in _KINDS if label.search(speaker)), TALK)
        kinds.append(after)
    return kinds[::-1]
