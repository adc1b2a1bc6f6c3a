"""Rich text (.rtf) through striprtf."""

from __future__ import annotations

from pathlib import Path

from qualcode.errors import InputError
from qualcode.reading.decoding import check_size, clean
from qualcode.reading.drafts import Draft
from qualcode.reading.formats.text import text_blocks

SUFFIXES = (".rtf",)
_MEND = "otwórz go w edytorze i zapisz ponownie jako .docx albo .txt"


def draft(path: Path) -> Draft:
    """Read the text of an .rtf file, Polish letters in any of its spellings.

    Raises
    ------
    InputError
        When it is no RTF or holds no text.
    """
    from striprtf.striprtf import rtf_to_text

    check_size(path)
    data = path.read_bytes()
    if not data.lstrip()[:5].startswith(b"{\\rtf"):
        raise InputError(f"to nie jest plik RTF; {_MEND}")
    try:
        # the format is ASCII; letters beyond it are escaped, or stand in the code page it names
        text = clean(rtf_to_text(data.decode("cp1250", errors="replace"), errors="replace"))
    except Exception as error:  # the parser raises anything on broken groups
        raise InputError(f"plik RTF jest uszkodzony; {_MEND}") from error
    blocks = text_blocks(text)
    if not blocks:
        raise InputError(f"w pliku RTF nie ma tekstu; {_MEND}")
    return Draft(blocks)
