"""The list of replacements beside a masked study: every place, no original."""

import pandas as pd

import qualcode as qc
from qualcode.commands import main
from qualcode.privacy.masking import recorded

TEXT = (
    "Sołtyska: dziękuję panu Żelisławowi Kwaśnikowi, tel. 502 314 089, za dowozy.\n"
    "Żelisław Kwaśnik: Mieszkam koło Zyty, a jutro przyjedzie Baran z owcami."
)


def test_every_place_is_where_the_list_says(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    study, places = recorded(qc.segment(qc.read(tmp_path / "a.txt")))
    text = study.transcripts[0].text
    done = places[places["replacement"] != ""]
    assert len(done) >= 3
    for row in done.itertuples():
        assert text[row.start : row.end] == row.replacement
    assert (done["turn"] <= len(study.segments)).all()
    assert "numery telefonu" in set(done["category"])


def test_the_command_writes_the_list_without_originals_and_says_where(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    assert main(["mask", str(tmp_path / "a.txt"), "-o", str(tmp_path / "o")]) in (0, None)
    path = tmp_path / "o" / "zastapienia.csv"
    assert str(path) in capsys.readouterr().err
    listed = pd.read_csv(path, keep_default_na=False)
    assert {"transkrypcja", "wypowiedź", "rodzaj", "zastąpiono przez", "do sprawdzenia"} <= set(
        listed.columns
    )
    content = path.read_text("utf-8")
    for original in ("Kwaśnik", "Żelisław", "502"):
        assert original not in content
    qc.read(tmp_path / "o")  # the list is no part of the study
