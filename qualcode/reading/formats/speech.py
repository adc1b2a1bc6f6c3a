"""Speech recognition in JSON: Whisper and WhisperX (with diarisation), and lists of utterances."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

from qualcode.errors import InputError, Problem
from qualcode.reading.decoding import clean, encoding_note, read_text
from qualcode.reading.drafts import UNKNOWN_TIME, Block, Draft
from qualcode.reading.formats.captions import joined
from qualcode.wording import counted

SUFFIXES = (".json",)
_LISTS = ("segments", "utterances", "results", "transcription", "chunks", "monologues")
_TEXTS = ("text", "transcript", "content", "caption")
_SPEAKERS = ("speaker", "speaker_label", "speaker_name", "speakerName", "name")
_STARTS = ("start", "start_time", "startTime", "begin", "timestamp")


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
    found = [_block(item) for item in _items(data)]
    blocks = [block for block in found if block is not None]
    if not blocks and isinstance(data, dict) and isinstance(data.get("text"), str):
        blocks = [Block(line.strip()) for line in clean(data["text"]).split("\n") if line.strip()]
        return _result(blocks, path, encoding, text)
    nameless = sum(block.speaker is None for block in blocks)
    if not any(block.speaker for block in blocks):
        return _result(blocks, path, encoding, text)
    result = _result(joined(blocks), path, encoding, text)
    if nameless:
        count = counted(nameless, "fragment", "fragmenty", "fragmentów")
        sentence = f"{count} bez mówcy przypisano mówcy fragmentu poprzedniego."
        result.problems.append(Problem(path.name, sentence))
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


def _block(item: Any) -> Block | None:
    if not isinstance(item, dict):
        return None
    said = next((item[key] for key in _TEXTS if isinstance(item.get(key), str)), "")
    said = " ".join(clean(said).split())
    if not said:
        return None
    speaker = next((item[key] for key in _SPEAKERS if isinstance(item.get(key), str | int)), None)
    name = " ".join(clean(str(speaker)).split()) if speaker is not None else None
    return Block(said, name, time=_start(item))


def _start(item: dict[str, Any]) -> float:
    value = next((item[key] for key in _STARTS if key in item), None)
    value = value[0] if isinstance(value, list) and value else value
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            return float(value) if math.isfinite(value) else UNKNOWN_TIME
        except OverflowError:
            return UNKNOWN_TIME
    return UNKNOWN_TIME
