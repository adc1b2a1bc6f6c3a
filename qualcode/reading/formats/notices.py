"""Lines that programs add to a transcript: who began recording, what wrote it, when it ended."""

from __future__ import annotations

import re

SUFFIXES = ()  # shared by all formats
_LONGEST = 300
_NOTICE = re.compile(
    # Meet: "Ta edytowalna transkrypcja została wygenerowana komputerowo i może zawierać błędy…"
    r"(?i)^(?:ta|this) (?:\w+ )?(?:transkrypcja|transcript) (?:została|was) (?:\w+ )?"
    r"(?:wygenerowana|utworzona|generated|created|computer)\b|"
    # Meet: "Spotkanie zakończone po 00:09:12"
    r"^(?:spotkanie zakończone|transkrypcja zakończona|meeting ended|transcription ended) "
    r"(?:po|o|after|at) \d{1,2}:\d{2}|"
    # Otter, TurboScribe, and the credits that Whisper makes up over silence
    r"^\(?transcribed (?:by|with) (?:https?://)?[\w-]+\.\w{2,4}\b|"
    r"^\(?(?:transkrypcja|napisy|transcript|transcription|subtitles) "
    r"(?:\w+ )?(?:przez|by) (?:\w+ ){0,3}(?:https?://)?[\w-]+\.(?:ai|io|com|org)\b"
)
# Teams: "Anna Nowak rozpoczął(-ęła) transkrypcję"; words before the verb are names
_RECORDING = re.compile(
    r"^(?:(?:[^\W\d_a-ząćęłńóśźż][\w.’'-]*|\([^()]*\)) ){0,6}"
    r"(?:rozpoczął\(-?ęła\)|rozpoczął|rozpoczęła|zatrzymał\(-?a\)|zatrzymała?|started|stopped) "
    r"(?:transkrypcję|nagrywanie|transcription|recording)\.?$"
)


def is_notice(text: str) -> bool:
    """Tell a line that a program wrote from something said.

    Examples
    --------
    >>> is_notice("Anna Nowak zatrzymał(a) transkrypcję")
    True
    >>> is_notice("Wtedy kierowniczka zatrzymała nagrywanie.")
    False
    """
    line = " ".join(text.split())
    return len(line) <= _LONGEST and bool(_NOTICE.match(line) or _RECORDING.match(line))
