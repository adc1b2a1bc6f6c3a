"""One question, several wordings: what workshops of one study ask in slightly different words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from qualcode.errors import Problem
from qualcode.reading.agendas.questions import Guide, clearly_names, known_questions, match_question
from qualcode.wording import counted, listed, quoted

_WORD = re.compile(r"\w+")
_STEM = 5  # letters of a word that its forms share
_ALIKE = 0.75  # share of words two wordings have in common
_SMALL = frozenset(
    "a ale bo by co czy dla do i jak jest na nad nam nas o od oraz po pod są się ta te to u w we z za "
    "ze jaki jaka jakie jaką jakich państwo państwa pani pana pan wy wam nasz nasza nasze naszej".split()
)


def merge_wordings(
    asked: Mapping[str, Iterable[str]], guides: Mapping[str, Guide]
) -> tuple[dict[tuple[str, str], str], list[Problem]]:
    """Return one text for every question that several transcripts put in different words.

    Wordings are joined when the discussion guide knows them as one question, or when one only adds
    to the words of the other, at most a quarter, whatever the case and ending. Two wordings that stand
    in one transcript are two questions and stay so. Nothing changes where there is one wording.

    Parameters
    ----------
    asked : mapping of str to iterable of str
        Transcript → its questions.
    guides : mapping of str to Guide
        Transcript → the guide it was read with.

    Returns
    -------
    (dict, list of Problem)
        (transcript, wording) → the text to use, only where it changes; a note with the original
        wordings of each joined question.
    """
    places: dict[str, set[str]] = {}
    for transcript, texts in asked.items():
        for text in filter(None, texts):
            places.setdefault(text, set()).add(transcript)
    changed: dict[tuple[str, str], str] = {}
    notes = []
    for label, wordings in _groups(places, guides):
        others = [text for text in wordings if text != label]
        changed.update(
            {(transcript, text): label for text in others for transcript in places[text]}
        )
        shown = [f"{quoted(text)} ({listed(sorted(places[text]))})" for text in others]
        count = counted(len(wordings), "brzmienie", "brzmienia", "brzmień")
        notes.append(
            Problem(
                "pytania",
                f"{count} jednego pytania zapisano jako {quoted(label)}; w transkrypcjach było: "
                f"{'; '.join(shown)}.",
            )
        )
    for transcript, texts in asked.items():
        notes += _unmet(transcript, set(texts), guides[transcript])
    return changed, notes


def _unmet(transcript: str, asked: set[str], guide: Guide) -> list[Problem]:
    """Tell which of the user's own questions a transcript does not seem to put."""
    if guide is known_questions():
        return []
    met = asked | {match_question(text, guide) for text in asked if text}
    left = [quoted(question.text) for question in guide if question.text not in met]
    if not left:
        return []
    sentence = f"z podanego spisu pytań nie rozpoznano: {listed(left)}."
    return [Problem(transcript, sentence)]


def _groups(
    places: Mapping[str, set[str]], guides: Mapping[str, Guide]
) -> list[tuple[str, list[str]]]:
    """Return (text to use, wordings) of every question with more than one wording."""
    known: dict[str, list[str]] = {}
    loose: list[str] = []
    for text in sorted(places):
        guide = guides[min(places[text])]
        named = match_question(text, guide)
        if any(q.text == named and (text == named or clearly_names(text, q)) for q in guide):
            known.setdefault(named, []).append(text)
        else:
            loose.append(text)
    found = [(label, _apart(texts, places, label)) for label, texts in sorted(known.items())]
    for texts in _alike(loose):
        kept = _apart(texts, places, "")
        uses = Counter({text: len(places[text]) for text in kept})
        # the wording of most transcripts; of equals the longest says most
        label = max(kept, key=lambda text: (uses[text], len(text), text)) if kept else ""
        found.append((label, kept))
    return [(label, texts) for label, texts in found if set(texts) - {label}]


def _apart(texts: list[str], places: Mapping[str, set[str]], label: str) -> list[str]:
    """Drop wordings that share a transcript: whoever asked both meant two questions."""
    counts = Counter(place for text in texts for place in places[text])
    single = [text for text in texts if all(counts[place] == 1 for place in places[text])]
    return single if len(single) > 1 or (label in texts and single) else []


def _alike(texts: list[str]) -> list[list[str]]:
    """Group texts that share most of their words."""
    groups: list[list[str]] = []
    for text in texts:
        words = _stems(text)
        home = next((group for group in groups if _near(words, _stems(group[0]))), None)
        if home is None:
            groups.append([text])
        else:
            home.append(text)
    return [group for group in groups if len(group) > 1]


def _stems(text: str) -> frozenset[str]:
    words = [word for word in _WORD.findall(text.lower()) if word not in _SMALL]
    return frozenset(word[:_STEM] for word in words)


def _near(first: frozenset[str], second: frozenset[str]) -> bool:
    """Tell two wordings of which one only adds a word or two, and no "nie" or number."""
    more = first ^ second
    if not first or not second or not (first <= second or second <= first):
        return False
    told = "nie" in more or any(word.isdigit() for word in more)
    return not told and len(first & second) >= _ALIKE * len(first | second)
