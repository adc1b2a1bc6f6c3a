"""Speech recognition in JSON: Whisper and WhisperX (with diarisation), and lists of utterances."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

from qualcode.errors import InputError, Problem
from qualcode.reading.decoding import clean, encoding_note, read_text
from qualcode.reading.drafts import UNKNOWN_TIME, Block, Draft
from qualcode.reading.formats.owners import owned, told
from qualcode.reading.formats.pieces import Piece, parted, turns

SUFFIXES = (".json",)
_LISTS = ("segments", "utterances", "results", "transcription", "chunks", "monologues")
_TEXTS = ("text", "transcript", "content", "caption")
_SPEAKERS = ("speaker", "speaker_label", "speaker_name", "speakerName", "name")
_STARTS = ("start", "start_time", "startTime", "begin", "timestamp")
_ENDS = ("end", "end_time", "endTime")


def draft(path: Path) -> Draft:
    """Read segments with ``text`` and, where there are, ``start`` and ``speaker``.

    Raises
    ------
    InputError
        When it is no JSON, or holds no segments.
    """
    text, encoding = read_text(path)
    try:
        data = json.loads(text.lstrip("\ufeff"))
    except (json.JSONDecodeError, RecursionError) as error:
        raise InputError(
            "to nie jest poprawny plik JSON; wyeksportuj transkrypcję ponownie"
        ) from error
    pieces = list(parted(filter(None, map(_piece, _items(data)))))
    if not pieces and isinstance(data, dict) and isinstance(data.get("text"), str):
        blocks = [Block(line.strip()) for line in clean(data["text"]).split("\n") if line.strip()]
        return _result(blocks, path, encoding, text)
    if not any(piece.speaker for piece in pieces):
        return _result(turns(pieces), path, encoding, text)
    found = owned(pieces)
    result = _result(turns(found.pieces), path, encoding, text)
    notes = told(found, ("fragment", "fragmenty", "fragmentów"), "fragmentu")
    result.problems += [Problem(path.name, sentence) for sentence in notes]
    return result


def _result(blocks: list[Block], path: Path, encoding: str, text: str) -> Draft:
    if not blocks:
        raise InputError("w pliku JSON nie ma wypowiedzi („segments” z „text”); sprawdź eksport")
    note = encoding_note(encoding, text)
    return Draft(blocks, problems=[Problem(path.name, note)] if note else [])


def _items(data: Any) -> list[Any]:
    if isinstance(data, list):
        return data
    if isinstance(data, dict):
        for key in _LISTS:
            if isinstance(data.get(key), list):
                return list(data[key])
    return []


def _piece(item: Any) -> Piece | None:
    if not isinstance(item, dict):
        return None
    said = next((item[key] for key in _TEXTS if isinstance(item.get(key), str)), "")
    said = " ".join(clean(said).split())
    if not said:
        return None
    speaker = next((item[key] for key in _SPEAKERS if isinstance(item.get(key), str | int)), None)
    name = " ".join(clean(str(speaker)).split()) if speaker is not None else None
    return Piece(said, name or None, *_times(item))


def _times(item: dict[str, Any]) -> tuple[float, float]:
    """Return when a segment begins and ends; ``timestamp`` may hold both."""
    start = next((item[key] for key in _STARTS if key in item), None)
    end = next((item[key] for key in _ENDS if key in item), None)
    if isinstance(start, list) and start:
        start, end = start[0], start[1] if len(start) > 1 else end
    return _seconds(start), _seconds(end)


def _seconds(value: Any) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            return float(value) if math.isfinite(value) else UNKNOWN_TIME
        except OverflowError:
            return UNKNOWN_TIME
    return UNKNOWN_TIME
