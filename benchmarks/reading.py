"""How well transcripts are read back: speakers, questions, facilitator, characters.

Takes coded studies as truth, writes their transcripts in the forms people really have (bare
text, Word, Zoom and Teams captions, SubRip, tables), reads those files and prints, per form, the
share of turns with the right speaker, question and facilitator, of transcripts no letter of which
was lost, and of those read back with exactly the letters that were said (no heading or label
taken for speech either).

    python benchmarks/reading.py [FOLDER] [--split test] [--wrong N]

FOLDER holds studies written by qualcode (default: corpora/); every study below it is used. With
--split only transcripts with that ``split`` in meta.csv count.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from qualcode.reading.agendas.questions import match_question
from qualcode.reading.folders import is_study, read_folder
from qualcode.reading.sources import read
from qualcode.study import FACILITATOR, Transcript
from qualcode.wording import percent

Turns = list[dict[str, object]]
SEED = 20240314
Writer = Callable[[Path, Transcript, Turns], None]


def bare_text(path: Path, transcript: Transcript, turns: Turns) -> None:
    """The transcript as it stands: headings between empty lines, labels before a colon."""
    path.with_suffix(".txt").write_text(transcript.text, encoding="utf-8")


def without_headings(path: Path, transcript: Transcript, turns: Turns) -> None:
    """Labels only: the question is to be found in the facilitator's words."""
    lines = [f"{turn['speaker']}: {turn['text']}" for turn in turns]
    path.with_suffix(".txt").write_text("\n".join(lines) + "\n", encoding="utf-16")


def word_bold(path: Path, transcript: Transcript, turns: Turns) -> None:
    """Bold names, questions as headings."""
    import docx

    document = docx.Document()
    asked = ""
    for turn in turns:
        if turn["question"] != asked:
            asked = str(turn["question"])
            document.add_heading(asked or "Pozostałe", level=2)
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{turn['speaker']}:").bold = True
        paragraph.add_run(f" {turn['text']}")
    document.save(str(path.with_suffix(".docx")))


def word_table(path: Path, transcript: Transcript, turns: Turns) -> None:
    """A Word table: speaker, what was said."""
    import docx

    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Mówca", "Wypowiedź"
    for turn in turns:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = str(turn["speaker"]), str(turn["text"])
    document.save(str(path.with_suffix(".docx")))


def zoom_captions(path: Path, transcript: Transcript, turns: Turns) -> None:
    """Zoom: cues of up to fourteen words, a few of them without a name."""
    _captions(path, turns, plain=False)


def zoom_speech(path: Path, transcript: Transcript, turns: Turns) -> None:
    """Zoom with speech recognition: lower case, no punctuation, no headings."""
    _captions(path, turns, plain=True)


def _captions(path: Path, turns: Turns, *, plain: bool) -> None:
    chance = random.Random(SEED)
    lines, number, clock = ["WEBVTT", ""], 0, 0.0
    for turn in turns:
        text = _spoken(str(turn["text"])) if plain else str(turn["text"])
        words = text.split()
        for first in range(0, len(words), 14):
            number += 1
            piece = " ".join(words[first : first + 14])
            nameless = first > 0 and chance.random() < 0.1
            label = "" if nameless else f"{turn['speaker']}: "
            lines += [str(number), f"{_stamp(clock)} --> {_stamp(clock + 4.5)}", label + piece, ""]
            clock += 5
    path.with_suffix(".vtt").write_text("\n".join(lines), encoding="utf-8")


def teams_captions(path: Path, transcript: Transcript, turns: Turns) -> None:
    """Teams: voice tags, unpadded times, overlapping cues."""
    lines, clock = ["WEBVTT", ""], 0.0
    for turn in turns:
        begin = f"0:{int(clock // 60)}:{clock % 60:.1f}"
        end = f"0:{int((clock + 6) // 60)}:{(clock + 6) % 60:.1f}"
        lines += [f"{begin} --> {end}", f"<v {turn['speaker']}>{_escaped(turn['text'])}</v>", ""]
        clock += 5
    path.with_suffix(".vtt").write_text("\n".join(lines), encoding="utf-8")


def subrip(path: Path, transcript: Transcript, turns: Turns) -> None:
    """SubRip with names before a colon."""
    lines = []
    for number, turn in enumerate(turns, 1):
        clock = f"{_stamp(number * 5.0)} --> {_stamp(number * 5.0 + 4)}".replace(".", ",")
        lines += [str(number), clock, f"{turn['speaker']}: {turn['text']}", ""]
    path.with_suffix(".srt").write_text("\n".join(lines), encoding="utf-8")


def table(path: Path, transcript: Transcript, turns: Turns) -> None:
    """A table with a column per feature, as Polish Excel saves it."""
    data = pd.DataFrame(turns)[["speaker", "role", "question", "text"]]
    data.columns = pd.Index(["mówca", "rola", "pytanie", "wypowiedź"])
    data.to_csv(path.with_suffix(".csv"), index=False, sep=";", encoding="utf-8-sig")


FORMS: dict[str, Writer] = {
    "tekst": bare_text,
    "tekst bez nagłówków": without_headings,
    "Word, pogrubienia": word_bold,
    "Word, tabela": word_table,
    "Zoom VTT": zoom_captions,
    "Zoom VTT, mowa": zoom_speech,
    "Teams VTT": teams_captions,
    "SRT": subrip,
    "CSV": table,
}


def _stamp(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{int(seconds % 1 * 1000):03}"


def _spoken(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum() or letter.isspace())


def _escaped(text: object) -> str:
    return str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def letters(text: str) -> str:
    """Return what must not be lost: letters and digits, in lower case."""
    return "".join(letter for letter in text.lower() if letter.isalnum())


def compare(turns: Turns, found: Turns) -> tuple[Counter[str], list[tuple[str, str, str]]]:
    """Align truth and reading letter by letter and count what agrees, turn by turn."""
    owner: list[int] = []
    said = []
    for number, turn in enumerate(found):
        piece = letters(str(turn["text"]))
        said.append(piece)
        owner += [number] * len(piece)
    whole, place = "".join(said), 0
    counts: Counter[str] = Counter(turns=len(turns))
    wrong = []
    for turn in turns:
        piece = letters(str(turn["text"]))
        at = whole.find(piece, place) if piece else place
        if at < 0 or not piece:
            counts["turns"] -= not piece
            continue
        middle = found[owner[at + len(piece) // 2]]
        place = at + len(piece)
        counts["speaker"] += turn["speaker"] == middle["speaker"]
        asked, read_as = str(turn["question"]), str(middle["question"])
        # the number of a heading is no part of the question
        same = (
            asked == read_as
            or (bool(read_as) and asked.endswith(read_as))
            or (
                bool(turn["question"])
                and match_question(str(turn["question"]))
                == match_question(str(middle["question"]))
                != ""
            )
        )
        counts["question"] += same
        counts["facilitator"] += (turn["role"] == FACILITATOR) == (middle["role"] == FACILITATOR)
        for key, right in (("speaker", turn["speaker"] == middle["speaker"]), ("question", same)):
            if not right:
                wrong.append((key, str(turn[key]), str(middle[key])))
    told = "".join(letters(str(turn["text"])) for turn in turns)
    rest = iter(whole)
    counts["whole"] = all(letter in rest for letter in told)  # nothing lost, order kept
    counts["exact"] = whole == told
    return counts, wrong


def known(question: str) -> bool:
    """Tell whether a heading of the truth names a question of the shipped guide."""
    return not question or bool(match_question(question))


def main() -> None:
    """Run all forms and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("corpora"))
    parser.add_argument("--wrong", type=int, default=0, help="print the commonest mistakes")
    parser.add_argument("--split", default="", help="only transcripts of this split")
    parser.add_argument("--forms", nargs="*", default=list(FORMS), choices=list(FORMS))
    arguments = parser.parse_args()
    folders = [p for p in [arguments.folder, *sorted(arguments.folder.rglob("*"))] if p.is_dir()]
    studies = [read_folder(folder) for folder in folders if is_study(folder)]
    print(
        f"{'postać':<22}{'tury':>7}{'mówca':>9}{'pytanie':>9}{'prowadz.':>10}{'bez strat':>11}{'dokładnie':>11}"
    )
    for form in arguments.forms:
        write = FORMS[form]
        total: Counter[str] = Counter()
        mistakes: Counter[tuple[str, ...]] = Counter()
        texts = 0
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            truth = {}
            for study in studies:
                for transcript in study.transcripts:
                    if arguments.split not in ("", transcript.meta.get("split", "")):
                        continue
                    rows = study.segments[study.segments["transcript"] == transcript.id]
                    truth[transcript.id] = rows.to_dict("records")
                    write(folder / transcript.id, transcript, truth[transcript.id])
            result = read(folder).segments
        for name, turns in truth.items():
            found = result[result["transcript"] == name].to_dict("records")
            counts, wrong = compare(turns, found)
            total += counts
            texts += 1
            mistakes.update((name, *item) for item in wrong)
        shares = [total[key] / total["turns"] for key in ("speaker", "question", "facilitator")]
        shares += [total[key] / texts for key in ("whole", "exact")]
        widths = (9, 9, 10, 11, 11)
        cells = [f"{percent(s):>{width}}" for s, width in zip(shares, widths, strict=True)]
        print(f"{form:<22}{total['turns']:>7}{''.join(cells)}")
        for mistake, count in mistakes.most_common(arguments.wrong):
            print(f"    {count:>4}  {' | '.join(part[:60] for part in mistake)}")


if __name__ == "__main__":
    main()
