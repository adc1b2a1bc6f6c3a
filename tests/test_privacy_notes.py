"""What masking leaves alone: the program's own notes, names of encodings, everyday words."""

import pytest

import qualcode as qc
from qualcode.privacy.details.numbers import numbers
from qualcode.privacy.detection import Finder, privacy_pipeline
from qualcode.study import CODINGS, SEGMENTS, Problem, Study, Transcript, address, frame


def study_of(codebook, *texts, name="a", speaker="", problems=()):
    rows, at = [], 0
    for text in texts:
        at += len(speaker) + 2 if speaker else 0
        end = at + len(text)
        rows.append((address(name, at, end), name, at, end, 0.0, speaker, "", "", text))
        at = end + 1
    lead = f"{speaker}: " if speaker else ""
    whole = "".join(f"{lead}{text}\n" for text in texts)
    transcripts = (Transcript(name, whole),)
    return Study(codebook, transcripts, frame(SEGMENTS, rows), frame(CODINGS), problems)


def masked_in(codebook, text):
    doc = privacy_pipeline()(text)
    return [text[m.start : m.end] for m in Finder(Study(codebook)).doc(doc) if m.masked]


@pytest.mark.parametrize(
    "sentence",
    [
        "plik był w kodowaniu CP1250; odczytano polskie znaki.",
        "plik był w kodowaniu ISO-8859-2; odczytano polskie znaki.",
        "plik jest uszkodzony; otwórz go w Wordzie i zapisz ponownie jako .docx bez hasła.",
        "w kolumnie „koniec” ma być liczba; wpisz „Nowa” albo zadzwoń do Marka, tel. 502 314 089.",
    ],
)
def test_the_words_of_a_note_stay(codebook, sentence):
    study = study_of(codebook, "Nie ma busa.", problems=(Problem("a.txt", sentence),))
    assert Problem("a.txt", sentence) in qc.mask(study).problems


def test_names_a_note_quotes_are_replaced(codebook):
    notes = (
        Problem("a", "połączono zapisy jednej osoby: „Anna Kowalska” to też „Kowalska A.”."),
        Problem(
            "pytania", "zapisano jako „Co mówi pan Zenon z Krzywej Wsi?”, a nie „co u zenona?”."
        ),
    )
    said = "Pytałam pana Zenona z Krzywej Wsi, jak w Wordzie."
    study = study_of(codebook, said, speaker="Anna Kowalska", problems=notes)
    told = " ".join(problem.sentence for problem in qc.mask(study).problems)
    for name in ("Kowalsk", "Zenon", "zenon", "Krzyw"):
        assert name not in told
    assert "połączono zapisy jednej osoby: „" in told
    assert "zapisano jako „Co mówi pan " in told


def test_a_file_name_with_a_name_is_replaced_in_notes(codebook):
    note = Problem("wywiad_agnieszka.docx", "plik był w kodowaniu CP1250.")
    study = study_of(codebook, "Nie ma busa.", name="wywiad_agnieszka", problems=(note,))
    (place,) = [p.place for p in qc.mask(study).problems if "CP1250" in p.sentence]
    assert place == "transkrypcja_01.docx"


@pytest.mark.parametrize(
    "text",
    [
        "plik w kodowaniu CP1250, a dawniej CP852",
        "zapisane w ISO-8859-2 albo ISO8859",
        "LATIN2, Windows-1250, KOI8-R i UTF-8",
        "norma EN13501 i RFC2822",
        "tablica w pliku cp1250",
    ],
)
def test_encodings_are_no_car_plates(text):
    assert not list(numbers(text))


def test_plates_beside_encodings_are_found(codebook):
    assert masked_in(codebook, "Bus CB 12345 i BIA88350, plik CP1250.") == ["CB 12345", "BIA88350"]


@pytest.mark.parametrize(
    "question",
    [
        "Jakich usług brakuje w Pana/Pani okolicy?",
        "jakich usług brakuje w Pana/Pani okolicy?",
        "Jakie są Pana/Pani obawy i nadzieje?",
        "Jak ocenia Pan/Pani dostęp do lekarza?",
        "Czy w Pana lub Pani okolicy jest bus?",
        "Co w Pani okolicy działa?",
        "Jakie są Pani obawy i nadzieje?",
        "Co zmieniłby pan w pana okolicy? Proszę napisać.",
    ],
)
def test_a_question_to_whoever_reads_it_stays(codebook, question):
    assert masked_in(codebook, question) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Czy Pan/Pani Kowalska pomaga?", ["Kowalska"]),
        ("Pani kowalska powiedziała, że Nowak nie ma racji.", ["kowalska", "Nowak"]),
        ("pan lub pani nowak", ["nowak"]),
    ],
)
def test_a_name_after_a_title_is_found_in_any_letters(codebook, text, names):
    assert masked_in(codebook, text) == names


def test_headings_of_a_list_of_people_stay(codebook):
    text = (
        "Prowadząca: Joanna Król\nObecni: Tomasz Baran (sołtys), Ewa Wrona (KGW)\n"
        "Zaproszeni goście: Jan Kot\nUczestnicy: Ola Mróz\nProtokołowała: Renata Zięba"
    )
    names = ["Joanna Król", "Tomasz Baran", "Ewa Wrona", "Jan Kot", "Ola Mróz", "Renata Zięba"]
    assert masked_in(codebook, text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("złota rączka – Kowal Piotr pomoże", "Kowal Piotr"),
        ("Góra Ewa zgłosiła uwagę.", "Góra Ewa"),
        ("Szkoda Piotra, dobrze radził.", "Piotra"),
        ("Strażak Piotr pomoże.", "Piotr"),
        ("Mała Anna chodzi do szkoły.", "Anna"),
    ],
)
def test_a_surname_before_a_forename_opens_a_sentence(codebook, text, name):
    assert masked_in(codebook, text) == [name]


def test_at_somebodys_is_no_place(codebook):
    study = study_of(codebook, "Niech będzie punkt informacyjny w sklepie u Sroki.")
    text = qc.mask(study).transcripts[0].text
    assert "Srok" not in text
    assert "miejscowości" not in text


def test_forms_of_a_speakers_surname_open_a_sentence(codebook):
    said = ("Z Górą już o tym rozmawialiśmy.", "Na górze stoi kaplica.", "Pod górę.")
    study = study_of(codebook, *said, speaker="Ewa Góra")
    text = qc.mask(study).transcripts[0].text
    assert "Z Górą" not in text
    assert "Na górze stoi kaplica." in text
    assert "Pod górę." in text


@pytest.mark.parametrize(
    "text",
    [
        "w zimie z trudnej pięć razy wracałam",
        "wrócił z ósmej trzydzieści",
        "To było na Wielkiej 3 Maja.",
        "Byłam na nowej 17 lat temu.",
    ],
)
def test_a_number_that_counts_is_no_house(codebook, text):
    doc = privacy_pipeline()(text)
    assert not [m for m in Finder(Study(codebook)).doc(doc) if m.category == "adres"]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("to chodziło o kowalczykową z lipowej osiem", "lipowej osiem"),
        ("Mama, na Leśnej 17, miała opiekunkę raz.", "Leśnej 17"),
        ("Byłam na Leśnej 17 i na Polnej 3a/2.", "Polnej 3a/2"),
    ],
)
def test_a_street_without_its_word_goes_with_its_number(codebook, text, address):
    assert address in masked_in(codebook, text)


@pytest.mark.parametrize(
    "text",
    [
        "kurs zapisał się w pamięci",
        "chciała kurs dla opiekunów",
        "jak rząd chce pomagać niech da pieniądze",
        "termin zgłaszania uwag upływa w środę",
        "jezus maria co tu się dzieje",
        "o jezu maryjo nie ma busa",
        "na naszej ulicy albo klub albo świetlica by się przydała",
        "na ulicy klub seniora by się przydał",
    ],
)
def test_everyday_words_in_small_letters_stay(codebook, text):
    assert masked_in(codebook, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("pani kurs skończyła pracę w maju", "kurs"),
        ("wczoraj anna kurs chciała mówić", "anna kurs"),
        ("jezus maria nowak tu była", "maria nowak"),
        ("mieszkam przy ulicy młyńskiej obok klubu", "młyńskiej"),
        ("stoi na ulicy kościuszki obok klubu", "kościuszki"),
    ],
)
def test_with_a_forename_or_title_they_are_names(codebook, text, name):
    assert masked_in(codebook, text) == [name]


def test_a_capital_elsewhere_in_the_study_makes_a_name(codebook):
    small = "no i kurs obiecał nam busa"
    assert "kurs" in qc.mask(study_of(codebook, small)).transcripts[0].text
    both = study_of(codebook, "Rozmawiałam z Janem Kursem o busie.", small)
    assert "kurs" not in qc.mask(both).transcripts[0].text


def test_the_command_prints_its_notes_under_a_heading(codebook, tmp_path, capsys):
    from qualcode.commands import main

    path = tmp_path / "a.txt"
    path.write_bytes("Zażółć gęślą jaźń, mówi pani Anna Kowalska.".encode("cp1250"))
    main(["mask", str(path), "-o", str(tmp_path / "o")])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Uwagi:"
    assert all(line.startswith("  – ") for line in lines[1:])
    assert any("w kodowaniu CP1250" in line for line in lines)
    assert any(line.startswith("  – Zastąpiono ") for line in lines)
