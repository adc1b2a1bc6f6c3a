"""Quotes: chosen by the rule, cut openly, signed so that nobody is pointed at."""

import pytest
from reports_study import plain_study

from qualcode.errors import MisuseError
from qualcode.participants import kind_of
from qualcode.quotations import CUT, quotes, shortened, typeset
from qualcode.study import CODINGS, frame
from qualcode.wording import NBSP


def coded_all(study, code="bariera.kadrowa"):
    rows = [(segment, code, "m", 0.9, "") for segment in study.said["segment"]]
    return study.with_(codings=frame(CODINGS, rows))


def test_one_quote_per_person(study):
    found = quotes(coded_all(study), "bariera.kadrowa", n=5)
    speakers = study.segments.set_index("segment").loc[found.index, "speaker"]
    assert len(found) == 4
    assert speakers.is_unique


def test_a_code_nobody_got_has_no_quotes_but_all_columns(study):
    found = quotes(study, "bariera.organizacyjna", coder="coder_a")
    assert found.empty
    assert {"quote", "attribution", "warning"} <= set(found.columns)


def test_unknown_code_is_answered_with_a_suggestion(study):
    with pytest.raises(MisuseError, match=r"Czy chodziło o „bariera\.kadrowa”"):
        quotes(study, "bariera.kadrow", coder="coder_a")


def test_the_only_person_of_a_role_is_not_named_by_it(codebook):
    study = coded_all(plain_study(codebook, ("Żabin",)))
    found = quotes(study, "bariera.kadrowa", n=9).set_index("role")
    assert "radny" not in found.loc["radny", "attribution"]
    assert "jedna osoba" in found.loc["radny", "warning"]
    # two residents: the role points at neither
    assert found.loc["mieszkanka", "warning"].tolist() == ["", ""]
    assert (found.loc["mieszkanka", "attribution"] == f"mieszkanka, gmina{NBSP}Żabin").all()


def test_the_attribution_never_holds_the_speakers_name(study):
    found = quotes(coded_all(study), "bariera.kadrowa", n=5)
    for name in ("Ela", "Jan", "Ryszard", "Zofia"):
        assert not found["attribution"].str.contains(name).any()


def test_hesitations_and_length_are_cut_and_marked():
    assert shortened("No więc, yyy, nie ma eee kto pracować.").startswith(CUT)
    assert "yyy" not in shortened("Nie ma, yyy, kto pracować.")
    long = " ".join(f"słowo{n}" for n in range(200))
    cut = shortened(long, ["słowo150"], 40)
    assert len(cut.replace(CUT, "").split()) == 40
    assert cut.startswith(CUT)
    assert cut.endswith(CUT)
    assert "słowo150" in cut


def test_words_that_only_look_like_hesitation_stay():
    text = "Mama i Emma mówiły: ten, e-mail, hymn."
    assert shortened(text) == text


def test_polish_typography():
    assert typeset('A w gminie - "nic"...') == f"A{NBSP}w{NBSP}gminie – „nic”…"


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("dyrektorka MOPS", "pracownicy instytucji"),
        ("opiekunka", "pracownicy instytucji"),
        ("sołtys", "władze samorządowe"),
        ("prezeska NGO", "organizacje społeczne"),
        ("mieszkanka, opiekunka męża", "mieszkańcy"),
        ("matka dorosłego syna", "opiekunowie i odbiorcy usług"),
        ("", "rola nieznana"),
    ],
)
def test_roles_have_kinds(role, kind):
    assert kind_of(role) == kind


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("opiekunka męża", "opiekunowie i odbiorcy usług"),
        ("rodzina zastępcza zawodowa", "opiekunowie i odbiorcy usług"),
        ("mama niemowlęcia", "opiekunowie i odbiorcy usług"),
        ("osoba po kryzysie bezdomności", "opiekunowie i odbiorcy usług"),
        ("siostra dorosłej kobiety z niepełnosprawnością", "opiekunowie i odbiorcy usług"),
        ("siostra zakonna, dyrektorka DPS", "organizacje społeczne"),
        ("zastępczyni dyrektora MOPS", "pracownicy instytucji"),
        ("komendant straży miejskiej", "pracownicy instytucji"),
        ("kierownik schroniska dla bezdomnych", "pracownicy instytucji"),
        ("pedagożka", "pracownicy instytucji"),
        ("wicestarosta", "władze samorządowe"),
        ("emerytowany górnik", "mieszkańcy"),
        ("pracownik magazynu, z Gruzji", "inni uczestnicy"),
        ("uczestnik", "rola nieznana"),
    ],
)
def test_roles_that_single_words_would_mislead(role, kind):
    assert kind_of(role) == kind


def test_we_is_no_hesitation():
    text = "A my nie mamy Facebooka, my czekamy, no i em, wie pan."
    assert "A my nie mamy" in shortened(text)
    assert " my czekamy" in shortened(text)
    assert " em," not in shortened(text)


def test_a_long_quote_ends_with_a_sentence_where_one_ends():
    said = "Pierwsze zdanie ma pięć słów. " * 3 + "Potem już bez kropki ciągnie się dalej i dalej"
    assert shortened(said, (), 17).endswith(f"słów. {CUT}")


def test_a_name_within_a_quote_is_warned_of_and_another_quote_preferred(codebook):
    from reports_study import build

    turns = [
        ("A", "mieszkanka", "U nas opiekunka Krystyna przychodzi do mamy tylko rano.", ("usluga.opiekuncza",)),
        ("B", "mieszkanka", "U nas opiekunka z gminy przychodzi do mamy tylko rano.", ("usluga.opiekuncza",)),
    ]  # fmt: skip
    study = build(codebook, [("a", {"gmina": "X"}, turns)])
    found = quotes(study, "usluga.opiekuncza")
    assert "Krystyna" not in found["quote"].iloc[0]
    assert found["warning"].iloc[0] == ""
    assert "„Krystyna”" in found["warning"].iloc[1]
