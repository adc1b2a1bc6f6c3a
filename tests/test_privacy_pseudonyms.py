"""Which pseudonym a name gets: one for one person, in the right form, and never somebody's own."""

import re

import pytest

import qualcode as qc
from qualcode.privacy.filenames import FileNames
from qualcode.privacy.names.vocabulary import (
    FEMALE_POOL,
    MALE_POOL,
    NOUN_SURNAME_POOL,
    SURNAME_POOL,
)
from qualcode.privacy.placeforms import place_keys
from qualcode.privacy.pseudonyms import Pseudonyms
from qualcode.segments import segment
from qualcode.study import CODINGS, Problem, frame

FILL = (
    "no i tak to wygląda u nas że człowiek chodzi od drzwi do drzwi i nikt nic nie wie a w ośrodku "
    "mówią że trzeba czekać bo nie ma pieniędzy ani ludzi i tak w kółko od lat to samo"
)
SPOKEN = "pesel to sześć jeden zero trzy jeden dwa zero pięć cztery osiem dwa"


def named(*names):
    """Return pseudonyms that know the names of a study, and those of the names given."""
    pseudonyms = Pseudonyms(word.lower() for name in names for word in name.split())
    pseudonyms.learn(names)
    return [pseudonyms.person(name) for name in names]


def read_text(folder, text, name="rozmowa"):
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return qc.read(folder / f"{name}.txt")


def dictated(folder, words_before, number=SPOKEN, after=""):
    words = (FILL.split() * 3)[:words_before]
    said = " ".join([*words, "mój", number, after]).strip()
    return read_text(folder, f"prowadzący: dzień dobry\nosoba: {said}\n")


def holds(study):
    texts = {t.id: t.text for t in study.transcripts}
    rows = study.segments
    assert all(rows["text"].str.strip())
    assert rows["segment"].is_unique
    for row in rows.itertuples():
        assert texts[row.transcript][row.start : row.end] == row.text


@pytest.mark.parametrize("words_before", range(20, 60, 4))
def test_a_number_dictated_over_two_units_is_hidden(tmp_path, words_before):
    study = dictated(tmp_path, words_before, after=FILL)
    units = qc.mask(segment(study))
    assert units.transcripts[0].text == qc.mask(study).transcripts[0].text
    assert "[PESEL 1]" in units.transcripts[0].text
    assert "cztery osiem" not in units.transcripts[0].text
    holds(units)


def test_what_two_units_share_belongs_to_the_first(tmp_path):
    study = dictated(tmp_path, 10, after="i tyle wiem")
    row = study.segments.iloc[-1]
    cut = row.text.index("jeden dwa zero")
    spans = [(row.start, row.start + cut - 1), (row.start + cut, row.end)]
    cut_up = parted(study, row, spans)
    masked = qc.mask(cut_up)
    first, second = masked.segments["text"].iloc[-2:]
    assert first.endswith("mój pesel to [PESEL 1]")
    assert second == "i tyle wiem"
    holds(masked)


def test_a_unit_of_nothing_but_the_end_of_a_number_goes_with_its_codings(tmp_path):
    study = dictated(tmp_path, 10)
    row = study.segments.iloc[-1]
    cut = row.text.index("jeden dwa zero")
    spans = [(row.start, row.start + cut - 1), (row.start + cut, row.end)]
    study = parted(study, row, spans)
    code = next(iter(study.codebook.codes))
    coded = [(s, code, "ania", 1.0, "sześć · osiem") for s in study.segments["segment"]]
    study = study.with_(codings=frame(CODINGS, coded))
    key = tmp_path / "klucz.json"
    masked = qc.mask(study, key=key)
    assert len(masked.segments) == len(study.segments) - 1
    assert set(masked.codings["segment"]) == set(masked.segments["segment"])
    assert not masked.codings["evidence"].iloc[-1]
    holds(masked)
    back = qc.unmask(masked, key)
    assert back.transcripts == study.transcripts
    holds(back)


def parted(study, row, spans):
    rows = study.segments.to_dict("records")[:-1]
    text = study.transcripts[0].text
    for start, end in spans:
        new = {"segment": f"{row.transcript}:{start}-{end}", "start": start, "end": end}
        rows.append({**row.to_dict(), **new, "text": text[start:end]})
    return study.with_(segments=type(study.segments)(rows))


def test_analyse_publishes_no_dictated_number(tmp_path):
    (tmp_path / "in").mkdir()
    text = f"prowadzący: dzień dobry\nosoba: {FILL} mój {SPOKEN} {FILL}\n"
    (tmp_path / "in" / "rozmowa.txt").write_text(text, encoding="utf-8")
    study = qc.analyse(tmp_path / "in", tmp_path / "out", topics=False, pseudonymise=True)
    assert any("[PESEL 1]" in text for text in study.segments["text"])
    for path in (tmp_path / "out").rglob("*.csv"):
        assert "zero trzy" not in path.read_text("utf-8"), path.name


@pytest.mark.parametrize(
    ("names", "given"),
    [
        (["Kowalska", "Kowalski"], ["Lipska", "Lipski"]),
        (["Leokadia Ciepła", "Ciepłej"], ["Julia Lipska", "Lipskiej"]),
        (["Ciepła", "Adam Ciepły", "Ciepłych"], ["Lipska", "Marek Lipski", "Lipskich"]),
        (["Halina Wysoka", "Jan Wysoki"], ["Barbara Lipska", "Marek Lipski"]),
        (["Nowak", "Nowaki", "Nowakowie"], ["Bielak", "Bielakowie", "Bielakowie"]),
        (["Nowakównę", "Nowaka", "Nowakowa"], ["Bielakównę", "Bielaka", "Bielakowa"]),
        (["Gryglowa", "Gryglową", "Gryglowej"], ["Bielakowa", "Bielakową", "Bielakowej"]),
        (["Krzysztof", "Krzysiek", "Krzychu"], ["Marek", "Marek", "Marku"]),
        (["Bartłomiej", "Bartek", "Bartkowi"], ["Marek", "Marek", "Markowi"]),
        (["Bartosz", "Bartek", "Bartkowi"], ["Marek", "Marek", "Markowi"]),
        (["Aleksandra", "Ola"], ["Barbara", "Barbara"]),
        (["Olga", "Ola"], ["Barbara", "Barbara"]),
    ],
)
def test_one_family_or_person_is_one_pseudonym(names, given):
    assert named(*names) == given


def test_a_foreign_woman_is_given_names_of_women():
    (given,) = named("Nguyen Thi Lan")
    surname, *forenames = given.split()
    assert surname in NOUN_SURNAME_POOL
    assert len(set(forenames)) == 2
    assert set(forenames) <= set(FEMALE_POOL)


@pytest.mark.parametrize("pool", [MALE_POOL, FEMALE_POOL, NOUN_SURNAME_POOL, SURNAME_POOL])
def test_nobody_gets_their_own_name_or_anothers(pool):
    given = named(*pool)
    assert len(set(given)) == len(pool)
    assert not set(given) & set(pool)
    assert not [name for name, new in zip(pool, given, strict=True) if name in new.split("-")]


def test_more_people_than_names_are_given_double_ones_that_inflect():
    pseudonyms = Pseudonyms([name.lower() for name in SURNAME_POOL])
    assert pseudonyms.person("Kowalski") == "Lipski-Bielecki"
    assert pseudonyms.person("Kowalskiej", "u") == "Lipskiej-Bieleckiej"


def test_everybody_of_a_large_study_has_a_pseudonym_of_their_own():
    rare = [f"{a}{b}ala" for a in "BDGKLMPRST" for b in ("a", "e", "o", "u", "y", "uchn", "arg")]
    given = named(*rare)
    assert len(set(given)) == len(rare)


@pytest.mark.parametrize(
    "forms",
    [
        "Sygneczów Sygneczowa Sygneczowie Sygneczowem Sygneczowowi",
        "Trąbki Trąbek Trąbkach Trąbkami Trąbkom",
        "Zagórzany Zagórzan Zagórzanach zagórzanami",
        "Brzeg Brzegu Brzegiem",
        "Góra Góry Górze",
        "Grabówki Grabówek Grabówkach",
        "Podlesie Podlesia Podlesiu Podlesiem",
        "Radom Radomia Radomiem",
        "Rabka Rabce Rabki",
        "Wisła Wiśle Wisły",
        "Woda Wodzie Wody",
        "Miasto Mieście Miasta",
        "Zakopane Zakopanego Zakopanem",
        "Nowa_Wieś Nowej_Wsi Nową_Wsią",
        "Olszowy_Potok Olszowego_Potoku Olszowym_Potokiem",
    ],
)
@pytest.mark.parametrize("backwards", [False, True])
def test_all_forms_of_a_place_have_one_letter(forms, backwards):
    pseudonyms = Pseudonyms(())
    names = [form.replace("_", " ") for form in forms.split()]
    names = names[::-1] if backwards else names
    letters = {pseudonyms.place(name, "", head="").upper() for name in names}
    assert len(letters) == 1
    assert pseudonyms.place("Wierzbica", "", head="") not in letters


def test_places_that_only_look_alike_stay_apart():
    names = ["Lipnik", "Lipnica", "Lipowa", "Lipiny", "Lipie"]
    keys = [set(place_keys(name)) for name in names]
    assert not any(a & b for i, a in enumerate(keys) for b in keys[:i])


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("warsztat_03", True),
        ("2025-03-01 zebranie seniorow", True),
        ("Wywiad_FGI_20250301", True),
        ("wywiad Kłaj", True),
        ("wywiad_klaj", True),
        ("kluskab", False),
        ("DziedzicMrozek", False),
        ("wywiad_pani_nowakowej", False),
        ("Trąbki_2025-03-01", False),
        ("sołectwo Zborczyce - zebranie", False),
        ("tel_601234567", False),
        ("tel 601 234 567", False),
    ],
)
def test_a_file_name_stays_where_it_tells_of_a_meeting_alone(name, plain):
    files = FileNames(["Kłaj"], lambda text: bool(re.search("nowak", text)))
    assert files.is_plain(name) is plain


def test_notes_name_no_file_and_nobody(tmp_path):
    study = read_text(tmp_path, "Prowadzący: Witam.\nAnna Lis: Nie ma busa.\n")
    notes = (
        Problem("Jan_Kowalski_zgoda.jpg", "to obraz.", skipped=True),
        Problem("Wywiady u Kowalskiej/meta.csv", "1 wiersz nie pasuje: „Wnuk Halina.txt” (3)."),
        Problem("mówcy.csv", "2 wiersze nie pasują: Zenon Obara i Anna Lis; sprawdź pisownię."),
        Problem("a.txt", "plik jest taki sam jak „Jan_Kowalski_zgoda.jpg”."),
    )
    told = qc.mask(study.with_(problems=notes)).problems[:4]
    assert told[0].place == "plik_01.jpg"
    assert told[1].place == "folder_01/meta.csv"
    assert told[2].place == "mówcy.csv"
    assert told[3].sentence == "plik jest taki sam jak „plik_01.jpg”."
    everything = " ".join(f"{problem.place} {problem.sentence}" for problem in told)
    assert not re.search("Kowalsk|Wnuk|Halin|Zenon|Obar|Lis", everything)
    assert "nie pasują: " in everything
    assert everything.count("sprawdź pisownię") == 1


def test_a_new_id_is_nobody_elses(tmp_path):
    for name in ("transkrypcja_02", "wywiad_kowalska"):
        (tmp_path / f"{name}.txt").write_text(
            f"Prowadzący: Witam.\nOsoba: Tu {name}.\n", encoding="utf-8"
        )
    ids = [item.id for item in qc.mask(qc.read(tmp_path)).transcripts]
    assert ids[0] == "transkrypcja_02"
    assert len(set(ids)) == 2
    assert "kowalska" not in ids[1]


@pytest.mark.parametrize("where", [".", "wywiady"])
def test_originals_and_their_folders_are_never_written_to(run, tmp_path, monkeypatch, where):
    folder = tmp_path / "wywiady"
    folder.mkdir()
    (folder / "meta.csv").write_text("plik,gmina\nrozmowa,Kłaj\n", encoding="utf-8")
    (folder / "rozmowa.txt").write_text("Prowadzący: Witam.\nAnna Lis: Dobrze.\n", "utf-8")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    monkeypatch.chdir(tmp_path)
    code, _, err = run("mask", "wywiady", "-o", where)
    assert code == 2
    assert "leżą oryginały" in err
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    code, _, err = run("mask", "wywiady/rozmowa.txt", "-o", "wywiady")
    assert code == 2
    code, _, err = run("mask", "wywiady", "-o", "bez_nazwisk")
    assert code == 0
