"""Nothing leaves the machine: the whole run with every socket refused, and nothing told anywhere."""

import json
import logging
import os
import socket
import stat
import sys
import zipfile

import pytest

import qualcode as qc
from qualcode.errors import OutputError, QualcodeError
from qualcode.writing.files import whole_file

WORRIES = (
    "Brakuje opiekunek, nie ma kto pracować przy chorych.",
    "Autobus jeździ dwa razy dziennie i do lekarza nie ma czym dojechać.",
    "Na rehabilitację czeka się pół roku, terminy są odległe.",
    "Nikt nie wie, gdzie złożyć wniosek, ulotki leżą w urzędzie.",
    "Podjazd do przychodni jest za stromy dla wózka.",
    "Młodzież nie ma świetlicy, siedzi na przystanku.",
)
PEOPLE = ("Żelisława Kwaśnik (mieszkanka)", "Dobromir Kwaśnik (sołtys)", "Zyta Mroczek (radna)")
SECRETS = ("Kwaśnik", "Mroczek", "Żelisław", "Dobromir", "opiekunek", "przystanku", "rehabilitację")


def transcript(place, turns=24):
    lines = [f"Gmina: {place}", "", "1. Jakie są bariery?", "", "Prowadząca: Kto zacznie?"]
    for n in range(turns):
        who, worry = PEOPLE[n % len(PEOPLE)], WORRIES[n % len(WORRIES)]
        lines.append(f"{who}: {worry} Mówię to już {n + 2}. raz, a Zyta Mroczek potwierdzi.")
    return "\n".join(lines)


@pytest.fixture(scope="module")
def refused():
    """Refuse every socket, name look-up and connection, and count the attempts."""
    tried = []

    def refuse(*args, **kwargs):
        # urllib3 asks on import whether the machine knows IPv6; nothing is sent
        if sys._getframe(1).f_code.co_name == "_has_ipv6":
            raise OSError("refused")
        tried.append(args)
        raise AssertionError("a socket was opened")

    class Refused(socket.socket):
        __init__ = refuse

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "socket", Refused)
        for name in ("socketpair", "create_connection", "create_server", "getaddrinfo"):
            patch.setattr(socket, name, refuse)
        patch.setattr(socket, "gethostbyname", refuse)
        yield tried


@pytest.fixture(scope="module")
def run(tmp_path_factory, refused):
    """Return what one whole run left: the study, its folder, temporary files seen, what was logged."""
    base = tmp_path_factory.mktemp("offline")
    temporary = base / "tmp"
    temporary.mkdir()
    with zipfile.ZipFile(base / "warsztaty.zip", "w") as archive:
        for place in ("Dolany", "Żabin"):
            archive.writestr(f"{place}.txt", transcript(place))
    seen = []

    def look(*args):
        for path in temporary.rglob("*"):
            seen.append((path.is_dir(), stat.S_IMODE(path.stat().st_mode), path))

    records = []
    handler = logging.Handler(logging.DEBUG)
    handler.emit = lambda record: records.append(record.getMessage())
    root = logging.getLogger()
    level = root.level
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tempfile.tempdir", str(temporary))
        root.addHandler(handler)
        root.setLevel(logging.DEBUG)
        try:
            study = qc.analyse(base / "warsztaty.zip", base / "wyniki", progress=look)
        finally:
            root.removeHandler(handler)
            root.setLevel(level)
    return study, base, seen, "\n".join(records)


def test_the_whole_run_with_topics_opens_no_socket(run, refused):
    study, base, _, _ = run
    assert refused == []
    assert len(study.codings)
    assert not [p for p in study.problems if p.place == "tematy"], "topics were looked for"
    manifest = json.loads((base / "wyniki" / "manifest.json").read_text("utf-8"))
    assert manifest


def test_logs_and_manifest_hold_nothing_of_what_was_said(run):
    _, base, _, logged = run
    manifest = (base / "wyniki" / "manifest.json").read_text("utf-8")
    for secret in SECRETS:
        assert secret not in logged
        assert secret not in manifest


@pytest.mark.skipif(os.name != "posix", reason="uprawnienia plików są tylko w systemach POSIX")
def test_temporary_files_are_private_while_they_live(run):
    _, _, seen, _ = run
    folders = [(mode, path) for is_folder, mode, path in seen if is_folder]
    assert folders, "the archive was unfolded somewhere else"
    for is_folder, mode, path in seen:
        assert mode == (0o700 if is_folder else 0o600), path


def test_nothing_temporary_is_left(run):
    _, base, _, _ = run
    assert list((base / "tmp").iterdir()) == []
    assert not [p for p in base.rglob("*") if p.name.startswith((".qualcode-", "qualcode-"))]


def test_nothing_temporary_is_left_after_a_failure(tmp_path, monkeypatch, refused, capfd):
    """The last step fails: no half-written file stays and the sentence tells no secret."""
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    (tmp_path / "a.txt").write_text(transcript("Dolany", 6), "utf-8")
    (tmp_path / "wyniki").write_text("tu leży plik, a nie folder", "utf-8")
    with pytest.raises(QualcodeError) as raised:
        qc.analyse(tmp_path / "a.txt", tmp_path / "wyniki", topics=False)
    said = capfd.readouterr()
    for secret in SECRETS:
        assert secret not in str(raised.value) + said.out + said.err
    assert list(temporary.iterdir()) == []
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "tmp", "wyniki"]


def test_a_broken_archive_leaves_nothing_and_tells_nothing(tmp_path, monkeypatch):
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    whole = tmp_path / "cały.zip"
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("a.txt", transcript("Dolany", 6))
    data = bytearray(whole.read_bytes())
    place = data.index("Kwaśnik".encode())
    data[place : place + 4] = b"\xff\xfe\xff\xfe"
    (tmp_path / "zły.zip").write_bytes(data)
    with pytest.raises(QualcodeError) as raised:
        qc.read(tmp_path / "zły.zip")
    for secret in SECRETS:
        assert secret not in str(raised.value)
    assert list(temporary.iterdir()) == []


def test_a_whole_file_fails_clean(tmp_path):
    def write():
        with whole_file(tmp_path / "x.csv") as path:
            path.write_text("Kwaśnik", "utf-8")
            raise OSError("disk full")

    with pytest.raises(OutputError) as raised:
        write()
    assert "Kwaśnik" not in str(raised.value)
    assert list(tmp_path.iterdir()) == []


def test_no_package_of_the_run_phones_home(run):
    """Telemetry: switched off where a package has it, and no package known for it was loaded."""
    loaded = {name.partition(".")[0] for name in sys.modules}
    assert not loaded & {"huggingface_hub", "posthog", "sentry_sdk", "analytics", "scarf", "wandb"}
    if "onnxruntime" in loaded:
        import inspect

        from qualcode.coders import transformer

        assert "disable_telemetry_events()" in inspect.getsource(transformer)
