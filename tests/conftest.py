"""Shared fixtures; every test runs with the network refused."""

import socket
from pathlib import Path

import pytest

from qualcode import companion
from qualcode.reading.codebooks import load_codebook
from qualcode.study import CODINGS, SEGMENTS, Study, Transcript, address, frame


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Let any attempt to open a connection fail: nothing may leave the machine."""

    def refuse(*args, **kwargs):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    # the refusal above does not reach a second process, so there is none
    monkeypatch.setattr(companion, "_cores", lambda: 1)


@pytest.fixture(scope="session")
def codebook():
    return load_codebook("cus")


SPOKEN = [
    # transcript, speaker, role, text, codes of A, codes of B
    ("nowa", "Prowadząca", "prowadzący", "Jakie są bariery?", None, None),
    (
        "nowa",
        "Pani Ela",
        "mieszkanka",
        "Nie ma kto pracować, opiekunki odchodzą.",
        ["bariera.kadrowa", "usluga.opiekuncza"],
        ["bariera.kadrowa"],
    ),
    ("nowa", "Pan Jan", "sołtys", "U nas jest dobrze.", ["glos.ocena_pozytywna"], []),
    ("nowa", "Pani Ela", "mieszkanka", "A ja tylko po wodę.", [], []),
    ("łąka", "Prowadząca", "prowadzący", "Kto z Państwa zacznie?", None, None),
    (
        "łąka",
        "Pan Ryszard",
        "radny",
        "Pieniędzy nie ma, budżet pusty.",
        ["bariera.finansowa"],
        ["bariera.finansowa"],
    ),
    (
        "łąka",
        "Pani Zofia",
        "mieszkanka",
        "Ludzie się wstydzą przyjść po opiekunkę.",
        ["bariera.spoleczna", "usluga.opiekuncza"],
        ["bariera.spoleczna", "usluga.opiekuncza"],
    ),
]


@pytest.fixture
def study(codebook):
    """A study of two meetings, seven turns, coded by two people."""
    texts, rows, codings = {}, [], []
    for name, speaker, role, text, first, second in SPOKEN:
        before = texts.get(name, "")
        start = len(before) + len(speaker) + 2
        texts[name] = f"{before}{speaker}: {text}\n"
        segment = address(name, start, start + len(text))
        rows.append(
            {
                "segment": segment,
                "transcript": name,
                "start": start,
                "end": start + len(text),
                "speaker": speaker,
                "role": role,
                "question": "Jakie są bariery?",
                "text": text,
            }
        )
        for coder, codes in (("coder_a", first), ("coder_b", second)):
            if codes is not None:
                codings += [
                    {"segment": segment, "code": code, "coder": coder, "score": 1.0}
                    for code in codes or [""]
                ]
    metas = {"nowa": {"gmina": "Nowa", "date": "2024-02-01"}, "łąka": {"gmina": "Łąka"}}
    transcripts = tuple(Transcript(name, text, metas[name]) for name, text in texts.items())
    return Study(
        codebook,
        transcripts,
        frame(SEGMENTS, rows),
        frame(CODINGS, codings),
        about={"title": "Próba"},
    )


@pytest.fixture(scope="session")
def shared():
    """The folder of development data beside the checkout, or skip."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("needs ../shared (development data, not part of the project)")
    return folder


@pytest.fixture
def run(capsys):
    """Run a command line as the shell would: exit code, output, messages."""
    from qualcode.commands import main

    def call(*arguments):
        code = 0
        try:
            main([str(argument) for argument in arguments])
        except SystemExit as stopped:
            code = stopped.code or 0
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return code, out, err

    return call


@pytest.fixture(scope="module")
def mixed_path(tmp_path_factory):
    """Write the page of three unlike meetings."""
    from page_study import mixed_report

    from qualcode.writing.targets import write

    return write(mixed_report(), tmp_path_factory.mktemp("html") / "mieszany.html")


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    """Start Chromium, or skip where there is none."""
    import chromium

    if chromium.PROGRAM is None:
        pytest.skip("needs Chromium")
    with chromium.Browser(tmp_path_factory.mktemp("profil")) as page:
        page.size(1366, 768)
        yield page
