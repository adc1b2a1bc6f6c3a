"""Mutated inputs: whatever a file holds, ``read`` returns a sound study or one sentence.

    python benchmarks/reading_fuzz.py [COUNT] [--seed N]

Small samples of every format are mutated (bytes flipped, cut, doubled, tokens put in, endings
swapped, parts inside ZIP containers changed) and read. Prints how many were read and refused, the
slowest, and every exception that is no InputError; exit code 1 when there was any.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import tempfile
import time
import traceback
import zipfile
import zlib
from collections import Counter
from pathlib import Path

from qualcode.errors import InputError
from qualcode.reading.codebooks import load_codebook
from qualcode.reading.sources import read

SPOKEN = """Protokół z warsztatu
Gmina: Wieliczka
Data: 14 marca 2024 r.

1. Jakie są bariery?

Prowadząca: Dzień dobry Państwu, zaczynamy. Kto pierwszy?
KOWALSKA ANNA (GOPS): Nie ma kto pracować, opiekunki odchodzą; w 2023: pięć osób.
Pan Jan, sołtys: U nas jest dobrze, tylko busa brakuje.
Prowadząca: Przejdźmy do pytania drugiego. Jakie mamy priorytety?
KOWALSKA ANNA (GOPS): Asystent, transport, psycholog.
Pan Jan, sołtys: Zażółć gęślą jaźń.
"""
CAPTIONS = """WEBVTT

1
00:00:01.000 --> 00:00:04.000
Prowadząca: Dzień dobry, zaczynamy.

2
00:00:04.000 --> 00:00:08.500
Anna Kowalska (GOPS): Nie ma kto pracować,

3
00:00:07.000 --> 00:00:12.000
opiekunki odchodzą

0:0:12.5 --> 0:0:14.0
<v Jan Nowak>U nas jest dobrze.</v>
"""
YOUTUBE = """WEBVTT
Kind: captions
Language: pl

00:00:00.000 --> 00:00:02.000 align:start position:0%
nie ma<00:00:00.500><c> kto</c><00:00:01.000><c> pracować</c>

00:00:02.000 --> 00:00:04.000 align:start position:0%
nie ma kto pracować
opiekunki<00:00:02.500><c> odchodzą</c>
"""
CHAT = "10:02:11\tAnna:\tnie słychać\n10:02:15 From Jan to Everyone: teraz lepiej\n"
SPEECH = (
    '{"segments": [{"start": 0.5, "end": 2, "text": "Dzień dobry", "speaker": "SPEAKER_00"},'
    ' {"start": 2.5, "end": 4, "text": "Nie ma busa", "speaker": "SPEAKER_01"}]}'
)
TABLE = "mówca;rola;pytanie;wypowiedź\nAnna;GOPS;Bariery?;Nie ma kto pracować\nJan;sołtys;;Jest dobrze\n"
PAGE = "<html><body><h2>Jakie są bariery?</h2><p><b>Anna:</b> Nie ma kto pracować.</p><p><b>Jan:</b> Dobrze.</p><table><tr><td>a b</td><td>3</td></tr><tr><td>c d</td><td>4</td></tr></table></body></html>"
RICH = r"{\rtf1\ansi\ansicpg1250{\fonttbl{\f0 Arial;}}\f0 Anna: Nie ma kto pracowa\u263?.\par Jan: Jest dobrze.\par}"
TOKENS = [
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"-->", b":", b"\n\n", b"<v ", b"</c>", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;",
    b"9999999999", b"-1", b"NaN", b"1e999", b'"', b"{", b"[[[[", b"(((", b"\\u0000", b"\\bin999 ", b"{\\", b"\x85", b"\xe2\x80\xa8",
    "ąćę".encode("cp1250"), b"=cmd()", b"00:00:00.000 --> ", b"Anna: ", b"WEBVTT", b"\t\t", b"\xf0\x9f\x98\x85", b"%PDF-1.4",
]  # fmt: skip


def samples() -> dict[str, bytes]:
    """Return a small good file of every kind."""
    files = {
        "a.txt": SPOKEN.encode(),
        "b.txt": SPOKEN.encode("cp1250"),
        "c.txt": SPOKEN.encode("utf-16"),
        "d.md": f"# Zapis\n\n{SPOKEN}".encode(),
        "e.vtt": CAPTIONS.encode(),
        "f.vtt": YOUTUBE.encode(),
        "g.srt": CAPTIONS.removeprefix("WEBVTT\n\n").replace(".000", ",000").encode(),
        "h.sbv": b"0:00:01.000,0:00:02.000\nAnna: nie ma busa\n\n0:00:03.000,0:00:04.000\nJan: jest\n",
        "i.txt": CHAT.encode(),
        "j.json": SPEECH.encode(),
        "k.csv": TABLE.encode("cp1250"),
        "l.tsv": TABLE.replace(";", "\t").encode(),
        "m.html": PAGE.encode(),
        "n.rtf": RICH.encode(),
        "o.pdf": _pdf(),
        "p.docx": _docx(),
        "q.xlsx": _xlsx(),
        "r.odt": _odt(),
    }
    files["s.zip"] = _zip(
        {
            "Wieliczka/a.txt": files["a.txt"],
            "b.vtt": files["e.vtt"],
            "meta.csv": b"plik,gmina\na,X\n",
        }
    )
    return files


def _docx() -> bytes:
    import docx

    document = docx.Document()
    document.add_heading("Jakie są bariery?", 2)
    for name, said in (("Anna:", " Nie ma kto pracować."), ("Jan:", " Jest dobrze.")):
        paragraph = document.add_paragraph()
        paragraph.add_run(name).bold = True
        paragraph.add_run(said)
    table = document.add_table(rows=2, cols=2)
    for number, cell in enumerate(table._cells):
        cell.text = f"karteczka numer {number}"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _xlsx() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    for row in TABLE.strip().split("\n"):
        book.active.append(row.split(";"))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _odt() -> bytes:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table", "style")
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:text>"
        "<text:h>Jakie są bariery?</text:h><text:p>Anna: Nie ma<text:s text:c='2'/>busa.</text:p>"
        "<text:p>Jan: Jest.</text:p><table:table><table:table-row><table:table-cell><text:p>a b"
        "</text:p></table:table-cell><table:table-cell><text:p>c</text:p></table:table-cell>"
        "</table:table-row></table:table></office:text></office:body></office:document-content>"
    )
    return _zip(
        {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()}
    )


def _pdf() -> bytes:
    stream = (
        b"BT /F1 12 Tf 72 700 Td (Anna: Nie ma kto pracowac.) Tj 0 -20 Td (Jan: Jest dobrze.) Tj ET"
    )
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return (
        out
        + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (table, len(out))
    )


def _zip(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return buffer.getvalue()


def mutate(data: bytes, chance: random.Random) -> bytes:
    """Return data with one to four changes; parts of a ZIP container are changed inside."""
    if data.startswith(b"PK") and chance.random() < 0.7:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                parts = {name: package.read(name) for name in package.namelist()}
        except (
            zipfile.BadZipFile,
            zlib.error,
            KeyError,
            OSError,
            NotImplementedError,  # zipfile: an unknown compression method
            RuntimeError,
        ):
            return data
        if parts:
            name = chance.choice(sorted(parts))
            parts[name] = mutate(parts[name], chance)
            if chance.random() < 0.1:
                parts.pop(chance.choice(sorted(parts)))
        return _zip(parts)
    for _ in range(chance.randint(1, 4)):
        data = _changed(data, chance)
    return data


def _changed(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    to = min(len(data), at + chance.choice([1, 2, 8, 40, 200]))
    kind = chance.randrange(7)
    if kind == 0:
        return data[:at] + bytes(chance.randrange(256) for _ in range(to - at)) + data[to:]
    if kind == 1:
        return data[:at] + data[to:]
    if kind == 2:
        return data[:to] + data[at:to] * chance.choice([1, 3, 50]) + data[to:]
    if kind == 3:
        return data[:at] if chance.random() < 0.3 else data
    if kind == 4 and at < len(data):
        return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]
    token = chance.choice(TOKENS) * chance.choice([1, 1, 1, 5, 300])
    return data[:at] + token + data[at:]


def main() -> int:
    """Run the fuzz; see the module's docstring."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="folder for inputs that failed")
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    good, codebook = samples(), load_codebook("cus")
    names = sorted(good)
    counts: Counter[str] = Counter()
    failures: Counter[str] = Counter()
    slowest = (0.0, "")
    with tempfile.TemporaryDirectory() as place:
        for number in range(arguments.count):
            name = names[number % len(names)]
            suffix = Path(chance.choice(names) if chance.random() < 0.05 else name).suffix
            path = Path(place) / f"plik{suffix}"
            path.write_bytes(mutate(good[name], chance))
            begun = time.perf_counter()
            try:
                study = read(path, codebook=codebook)
                texts = {item.id: item.text for item in study.transcripts}
                for row in study.segments.itertuples():
                    assert texts[row.transcript][row.start : row.end] == row.text
                counts["odczytano"] += 1
            except InputError as error:
                assert str(error).endswith((".", "?")) and "\n" not in str(error), str(error)
                counts["odmówiono"] += 1
            except Exception as error:
                where = traceback.extract_tb(error.__traceback__)[-1]
                failures[
                    f"{name} {type(error).__name__}: {error} ({Path(where.filename).name}:{where.lineno})"[
                        :200
                    ]
                ] += 1
                if arguments.keep:
                    arguments.keep.mkdir(exist_ok=True)
                    (arguments.keep / f"{number}{suffix}").write_bytes(path.read_bytes())
            slowest = max(slowest, (time.perf_counter() - begun, f"{name} nr {number}"))
            path.unlink()
    print(f"ziarno {arguments.seed}: {dict(counts)}, wyjątki: {sum(failures.values())}")
    print(f"najdłużej {slowest[0]:.2f} s: {slowest[1]}")
    for failure, count in failures.most_common(40):
        print(f"  {count:>5}  {failure}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
