"""Names of people and villages in recognised speech: small letters, no punctuation."""

from __future__ import annotations

from pathlib import Path

import pytest

import qualcode as qc
from qualcode.privacy.detection import Finder, privacy_pipeline
from qualcode.privacy.mentions import PLACE
from qualcode.privacy.names.rarity import is_rare, ordinary
from qualcode.privacy.pseudonyms import Pseudonyms
from qualcode.reading.codebooks import load_codebook
from qualcode.study import Study


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder(Study(load_codebook("cus")))


def masked(finder: Finder, text: str) -> list[str]:
    found = finder.doc(privacy_pipeline()(text))
    return [text[m.start : m.end] for m in found if m.masked]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("rozmawiałam wczoraj z gołąbkiem i on też nie wie", "gołąbkiem"),
        ("dzwoniłam do lisa i nikt nie odebrał", "lisa"),
        ("jarząbkowi dach się zapadł", "jarząbkowi"),
        ("stary gruszka zostawił dom", "gruszka"),
        ("pan dyrda nie przyjdzie", "dyrda"),
        ("a stępniowa dalej czeka", "stępniowa"),
        ("potem szafrańcowa przyniosła obiad", "szafrańcowa"),
        ("nasza weroniczka chodzi do przedszkola", "weroniczka"),
        ("wnuczka róża chodzi do logopedy", "róża"),
        ("tam gdzie plichta ma warsztat tam powinien być przystanek", "plichta"),
        ("komendant osa przyjechał osobiście", "osa"),
        ("nazwisko moje szwaba", "szwaba"),
        ("gruba nie przyszła bo ma dyżur", "gruba"),
        ("dla iryny i olesi nie było miejsca", "olesi"),
        ("to lis załatwił kruszywo", "lis"),
        ("mówiła o żurku tym z kółka rolniczego", "żurku"),
        ("starą jędrzejową karmi cała ulica", "jędrzejową"),
        ("wyszła za krawca i wyjechali", "krawca"),
        ("u nas w kielcach marzenie odmówili", "marzenie"),
        ("lekarka kawa przyjmuje tylko w środy", "kawa"),
        ("córka gwoździa skończyła pedagogikę", "gwoździa"),
        ("do cienia zadzwońcie on jest złota rączka", "cienia"),
        ("twarogowi zabrali zasiłek", "twarogowi"),
        ("róża kończy osiemnaście lat", "róża"),
        ("antek z jagodą biorą ślub w maju", "jagodą"),
        ("bocian przyszedł na zebranie pierwszy raz", "bocian"),
        ("trójka dzieci dworaków dojeżdża po dwie godziny", "dworaków"),
        ("kowal czyk sołtys obiecał że wykosi", "kowal czyk"),
        ("grabow ska mówiła że dokumenty leżą", "grabow ska"),
        ("dzień dobry krystyna gwizdała koło gospodyń", "krystyna gwizdała"),
        ("pani stelmachowa prosi o węgiel", "stelmachowa"),
        ("byłam u pani kotowej", "kotowej"),
        ("pani wilkowa leży po operacji", "wilkowa"),
        ("konieczny odszedł z ośrodka", "konieczny"),
        ("baran leży w szpitalu", "baran"),
    ],
)
def test_person_in_small_letters(finder: Finder, text: str, name: str) -> None:
    assert name in masked(finder, text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("u nas w kobylnicy nie ma lekarza", "kobylnicy"),
        ("bus z woli grabskiej już nie jeździ", "woli grabskiej"),
        ("we wsi przybysławice jest osiem samotnych osób", "przybysławice"),
        ("mieszkam na sadowej i mam pod górę", "sadowej"),
        ("na rogu szkolnej i polnej powinna być ławka", "polnej"),
        ("dzieci z wierzbicy dolnej jadą godzinę", "wierzbicy dolnej"),
        ("W wólce nie ma nic.", "wólce"),
        ("Czekam przy Kwiatowej na autobus.", "Kwiatowej"),
        ("w starkowej hucie staje szynobus", "starkowej hucie"),
        ("do kamienicy szlacheckiej jeździ tylko szkolny", "kamienicy szlacheckiej"),
        ("ze skrzynek do przychodni jest jedenaście kilometrów", "skrzynek"),
        ("mieszkam w zagórzanach i sołtys zagórzan obiecał", "zagórzanach zagórzan"),
        ("przysiółek sarnia góra nie ma drogi", "sarnia góra"),
        ("ludzie z ogrodowej się skarżą", "ogrodowej"),
        ("jestem z kłęczan i nic tu nie ma", "kłęczan"),
    ],
)
def test_place_in_small_letters(finder: Finder, text: str, place: str) -> None:
    assert place in " ".join(masked(finder, text))


@pytest.mark.parametrize(
    "text",
    [
        "do radomia i do warszawy jedzie się długo",
        "na długiej przerwie i na pierwszej lekcji jest głośno",
        "w lesie jest ścieżka a przy szkole boisko",
        "kot siedzi na parapecie i poczta już zamknięta",
        "dzwoniłam do przychodni i rozmawiałam z kierowniczką",
        "w gminie jest jeden asystent a potrzeba pięciu",
        "wilki podchodzą pod domy",
        "przydałby się kurs dla opiekunów",
        "organistka gra a emerytki śpiewają",
        "żebyśmy wiedzieli gdzie siedzim i z kim poszłem",
        "była w gopsie i napisała na facebooku",
        "siostra przełożona pozwoliła nam korzystać z ogrodu",
        "mech rośnie na dachu i przecieka",
        "ten młody kierowca pomaga wsiąść a ta młoda rozdaje paczki",
        "zupa jest dobra a agencja zgłosiła ich do ubezpieczenia",
        "jeżdżę do bochni do doktora",
        "on pisał do wojewody w tej sprawie",
        "sowa krzyczy a baran stoi",
        "Straciła pracę w Lipcu.",
        "Umyli klatkę przed Wielkanocą.",
        "Wilk to zwierzę, a kot siedzi na parapecie.",
        "Izba wnioskuje o zmianę.",
        "Klasa nauczyła się liczyć.",
    ],
)
def test_everyday_words_stay(finder: Finder, text: str) -> None:
    assert masked(finder, text) == []


@pytest.mark.parametrize("text", ["Był {}.", "{} to wie.", "{} odszedł z ośrodka.", "Dzwonił {}."])
@pytest.mark.parametrize(
    "name", "Kamiński Zieliński Górski Krawczyk Zając Mazur Kania Baran Król Sikora Lis".split()
)
def test_a_capital_or_a_verb_makes_a_surname(finder: Finder, text: str, name: str) -> None:
    assert masked(finder, text.format(name)) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Była Zielińska.", "Zielińska"),
        ("Kotowie nie mają auta.", "Kotowie"),
        ("Byli Lisowie.", "Lisowie"),
        ("Przewodniczącym jest Mazur.", "Mazur"),
        ("Konieczny nie przyszedł.", "Konieczny"),
    ],
)
def test_surname_that_is_a_place_or_a_word(finder: Finder, text: str, name: str) -> None:
    assert masked(finder, text) == [name]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Sołtys Sygneczowa to potwierdził.", "Sygneczowa"),
        ("Rozmawiałam z sołtysem Brzączowic.", "Brzączowic"),
        ("Józia jest z Podlesia.", "Podlesia"),
        ("Głos zabierze burmistrz Skrzynna Dolnego.", "Skrzynna Dolnego"),
        ("Dom stoi za Olszowym Potokiem.", "Olszowym Potokiem"),
        ("Był kierownik DPS Grabówki.", "Grabówki"),
        ("Cieślak Leonard | Przymiarki", "Przymiarki"),
        ("Mamy trzy wsie: Przebieczany, Sygneczów, Grabówki.", "Przebieczany"),
        ("pytałam sołtysa zagórzan o drogę", "zagórzan"),
    ],
)
def test_place_is_no_person(finder: Finder, text: str, place: str) -> None:
    found = finder.doc(privacy_pipeline()(text))
    assert place in {text[m.start : m.end] for m in found if m.masked and m.category == PLACE}


def test_a_region_stays_where_a_surname_does_not(finder: Finder) -> None:
    assert masked(finder, "Jadę do Mazur, bo mieszkańcy Mazur mają gorzej.") == []


def test_text_with_capitals_keeps_its_small_words(finder: Finder) -> None:
    text = "Obiad jest w kociołku, a Anna przyszła z lasu."
    assert masked(finder, text) == ["Anna"]


def test_name_no_dictionary_has_is_known_in_other_forms(finder: Finder) -> None:
    text = "pan reglinskow napisał do nas list a żona mówi że kosztowało ich to reglinskowa zdrowie"
    assert masked(finder, text) == ["reglinskow", "reglinskowa"]


def test_places_in_small_letters_read_as_places_in_their_case(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Prowadząca: to zaczynamy\n\n"
        "Uczestnik: bus z kobylnicy i wyszkowic nie jeździ a we wsi przybysławice jest sklep\n\n"
        "Uczestniczka: mieszkam na sadowej a za kobylnicą jest most\n",
        encoding="utf-8",
    )
    text = qc.mask(qc.read(tmp_path)).transcripts[0].text
    assert "bus z miejscowości b i miejscowości c nie" in text
    assert "we wsi d jest sklep" in text
    assert "mieszkam na ulicy e a za miejscowością b jest most" in text


def test_rare_words_are_those_workshops_do_not_say() -> None:
    assert is_rare("gołąbkiem")
    assert not is_rare("szkoły")
    assert {"buda", "skrzynka"} <= ordinary()


def test_names_in_labels_are_masked_in_every_form(tmp_path: Path) -> None:
    labels = (
        "Anna K.",
        "kowalska_mops",
        "iPhone (Basia)",
        "Adam Kot",
        "AnnaWrona",
        "pyrzkodek_gops",
    )
    said = (
        "bo anny nie ma a kowalskiej nie słychać mówiłam kowalską żeby basi pomogła kota wszyscy znają "
        "z kotem rozmawiałam pyrzkodka nie ma pyrzkodkowi powiem wronie dajcie wroną się nie przejmujcie"
    )
    lines = [f"{label}: dzień się zaczął" for label in labels]
    (tmp_path / "a.txt").write_text("\n\n".join([*lines, f"Uczestnik 4: {said}"]), encoding="utf-8")
    text = qc.mask(qc.read(tmp_path)).transcripts[0].text.lower()
    for stem in ("ann", "kowalsk", "basi", "kot", "wron", "pyrzkod"):
        assert not any(word.startswith(stem) for word in text.split()), stem


def test_the_wife_of_somebody_named_is_found(finder: Finder) -> None:
    said = "rozmawiałam z sołtysem mrozem i z jego żoną haliną mrozową"
    assert masked(finder, said) == ["mrozem", "haliną mrozową"]
    assert masked(finder, "na zimę jest dotacja mrozowa") == []


def test_a_husband_and_his_wife_share_a_pseudonym() -> None:
    pseudonyms = Pseudonyms(())
    pseudonyms.learn(["mrozem", "haliną mrozową"])
    man = pseudonyms.person("mróz", "pan", "m1")
    wife = pseudonyms.person("mrozową", "żoną")
    assert wife[:3] == man[:3]


def test_a_surname_of_the_study_comes_before_a_rare_forename() -> None:
    pseudonyms = Pseudonyms(())
    pseudonyms.learn(["wilk", "wilkowi", "markowi"])
    assert pseudonyms.person("wilkowi", "radnemu").startswith(pseudonyms.person("wilk", "pan"))
    assert pseudonyms.person("markowi", "panu", "m1") == pseudonyms.person("Markowi").lower()
