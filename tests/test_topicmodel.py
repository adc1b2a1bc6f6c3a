"""Topics as a user meets them: rows, labels in Polish, honesty about the rest, codes accepted."""

import builtins
import random
import warnings

import pandas as pd
import pytest
from sklearn.metrics import adjusted_rand_score

from qualcode.errors import MissingPartError, MisuseError
from qualcode.reading.codebooks import load_codebook, parse_codebook
from qualcode.study import CODINGS, FACILITATOR, SEGMENTS, Study, Transcript, address, frame
from qualcode.topicmodel import REST, accept, proposed_codes, topic_matrix, topics

THEMES = {
    "opieka": [
        "usługi opiekuńcze kończą się po południu",
        "opiekunka umyje i poda obiad",
        "usług opiekuńczych brakuje w soboty",
        "mama bez opiekunki nie wstanie z łóżka",
        "przy usługach opiekuńczych zostały dwie opiekunki",
        "seniorzy czekają na usługi opiekuńcze",
    ],
    "dojazd": [
        "autobus jeździ dwa razy dziennie",
        "ostatni autobus odjeżdża z przystanku o trzeciej",
        "bez autobusu nie ma dojazdu do przychodni",
        "busy nie kursują w wakacje",
        "na przystanku autobusowym nie ma rozkładu",
        "kierowca autobusu omija nasz przystanek",
    ],
    "mieszkania": [
        "mieszkania komunalne są zagrzybione",
        "na mieszkanie komunalne czeka się latami",
        "lokale socjalne nie mają łazienek",
        "gmina nie remontuje mieszkań komunalnych",
        "czynsz za lokal socjalny wzrósł",
        "mieszkania chronionego nie ma żadnego",
    ],
    "młodzież": [
        "psychiatra dziecięcy przyjmuje daleko stąd",
        "uczniowie mają depresję i lęki",
        "do psychiatry dziecięcego czeka się rok",
        "psycholog szkolny ma trzystu uczniów",
        "terapia uczniów z depresją jest prywatna",
        "o psychologa proszą rodzice uczniów",
    ],
}
CHATTER = ["No tak.", "Właśnie.", "Dzień dobry Państwu!", "Ojej."]


def made(n, seed=0, chatter=()):
    """A study of n utterances with four themes, and the theme of each."""
    dice = random.Random(seed)
    said = []
    for _ in range(n):
        theme = dice.choice(sorted(THEMES))
        one, two = dice.sample(THEMES[theme], 2)
        said.append((f"U nas {one}, a {two}.", theme))
    said += [(text, "") for text in chatter]
    rows, text = [], ""
    for number, (line, _) in enumerate([("O czym porozmawiamy?", ""), *said]):
        start = len(text)
        text += line + "\n"
        rows.append(
            {
                "segment": address("zebranie", start, start + len(line)),
                "transcript": "zebranie",
                "start": start,
                "end": start + len(line),
                "speaker": f"Osoba {number % 9}",
                "role": FACILITATOR if number == 0 else "mieszkanka",
                "text": line,
            }
        )
    study = Study(load_codebook("cus"), (Transcript("zebranie", text),), frame(SEGMENTS, rows))
    return study, [theme for _, theme in said]


@pytest.fixture(scope="module")
def clear():
    return made(90, chatter=CHATTER)


@pytest.fixture(scope="module")
def found(clear):
    return topics(clear[0])


def rows_of(found):
    return {segment: row.topic for row in found.itertuples() for segment in row.segments}


def test_every_segment_of_a_participant_is_in_exactly_one_row(clear, found):
    listed = [segment for segments in found["segments"] for segment in segments]
    assert sorted(listed) == sorted(clear[0].said["segment"])
    assert found["n"].tolist() == [len(segments) for segments in found["segments"]]
    assert found["share"].sum() == pytest.approx(1)


def test_rows_go_from_the_largest_topic_to_inne(found):
    real = found[~found["label"].isin(REST)]
    assert found["topic"].tolist() == list(range(1, len(found) + 1))
    assert real["n"].is_monotonic_decreasing
    assert set(found["label"].tolist()[len(real) :]) <= set(REST)
    assert len(real) < len(found)


def test_columns_are_as_documented(found):
    assert list(found) == [
        "topic", "label", "keywords", "n", "share", "stability", "nearest_code", "overlap",
        "new", "segments",
    ]  # fmt: skip
    real = found[~found["label"].isin(REST)]
    assert real["stability"].between(0, 1).all()
    assert found["new"].dtype == bool


def test_clear_themes_are_found(clear, found):
    study, truth = clear
    given = rows_of(found)
    ids = study.said["segment"].tolist()
    spoken = [(given[segment], theme) for segment, theme in zip(ids, truth, strict=True) if theme]
    assert adjusted_rand_score(*zip(*spoken, strict=True)) > 0.75


def test_themes_repeat_on_nine_tenths_of_the_material(clear):
    study = clear[0]
    runs = []
    for seed in (1, 2):
        part = study.segments.sample(frac=0.9, random_state=seed).reset_index(drop=True)
        runs.append(rows_of(topics(study.with_(segments=part))))
    both = sorted(runs[0].keys() & runs[1].keys())
    assert adjusted_rand_score(*[[run[segment] for segment in both] for run in runs]) >= 0.75


def test_labels_are_in_the_dictionary_form(found):
    labels = " · ".join(found["label"])
    for form in ("usługi opiekuńcze", "psychiatra dziecięcy"):
        assert form in labels
    for form in ("usług opieku", "opiekuńczych", "dziecięcego", "komunalnych", "_"):
        assert form not in labels
    assert found["label"].is_unique


def test_keywords_keep_polish_letters(found):
    assert "opiekuńczy" in ", ".join(found["keywords"])


def test_only_what_says_nothing_is_inne_and_the_reason_is_given(clear, found):
    text = clear[0].segments.set_index("segment")["text"]
    rest = found.loc[found["label"].isin(REST), "segments"]
    other = {text[segment] for segments in rest for segment in segments}
    assert set(CHATTER) <= other
    assert len(other) <= len(CHATTER) + 3
    assert "z mniej niż 2 słowami" in found.attrs["other"]


def test_the_facilitator_is_left_out(clear, found):
    first = clear[0].segments["segment"].iloc[0]
    assert first not in rows_of(found)


def test_the_order_of_segments_does_not_matter(clear, found):
    study = clear[0]
    shuffled = study.segments.sample(frac=1, random_state=3).reset_index(drop=True)
    again = topics(study.with_(segments=shuffled))
    assert again["label"].tolist() == found["label"].tolist()
    assert [set(s) for s in again["segments"]] == [set(s) for s in found["segments"]]


def test_twice_the_same_call_gives_the_same_frame(clear, found):
    pd.testing.assert_frame_equal(topics(clear[0]), found)


def test_the_number_of_topics_can_be_given(clear):
    few = topics(clear[0], n_topics=2)
    assert len(few[~few["label"].isin(REST)]) <= 2
    with pytest.raises(MisuseError, match="co najmniej 2"):
        topics(clear[0], n_topics=1)


def test_guided_by_the_codebook_leaves_the_study_as_it_was(clear):
    study = clear[0]
    before = study.segments.copy()
    guided = topics(study, guided=True)
    assert guided["n"].sum() == len(study.said)
    pd.testing.assert_frame_equal(study.segments, before)


@pytest.mark.parametrize("n", [0, 1, 7])
def test_too_little_material_is_said_so(n):
    found = topics(made(n)[0])
    assert found.empty
    assert "co najmniej 20" in found.attrs["note"]
    assert str(found["new"].dtype) == "bool"


def test_equal_texts_stay_together():
    study, _ = made(40)
    twice = pd.concat([study.segments, study.segments]).reset_index(drop=True)
    twice["segment"] = [f"zebranie:{place}-{place + 1}" for place in range(len(twice))]
    found = rows_of(topics(study.with_(segments=twice)))
    said = twice[twice["role"] != FACILITATOR]
    per_text = said.groupby("text")["segment"].agg(lambda ids: len({found[i] for i in ids}))
    assert (per_text == 1).all()


def test_warning_filters_stay_as_they_were(clear):
    before = list(warnings.filters)
    topics(clear[0])
    assert list(warnings.filters) == before


def test_without_bertopic_one_sentence_says_how_to_add_it(clear, monkeypatch):
    real = builtins.__import__

    def refuse(name, *args, **kwargs):
        if name.partition(".")[0] == "bertopic":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(MissingPartError, match="pip install --no-deps bertopic"):
        topics(clear[0])


def test_the_map_has_a_place_for_every_topic(found):
    places = found.attrs["map"]
    assert len(places) == (~found["label"].isin(REST)).sum()
    assert len(set(places)) == len(places)


def test_topics_are_crossed_with_any_feature(clear, found):
    crossed = topic_matrix(clear[0], found, "speaker")
    assert crossed.sum(axis=1).tolist() == found["n"].tolist()
    assert crossed.sum().sum() == len(clear[0].said)
    with pytest.raises(MisuseError, match="kolor"):
        topic_matrix(clear[0], found, "kolor")


def test_poorly_marked_topics_are_named(clear, found):
    assert found.attrs["weak"] == ()
    assert "Słabo" not in found.attrs["base"]
    small = made(24, seed=1)[0]
    again = topics(small, n_topics=6)
    real = again[~again["label"].isin(REST)]
    weak = real.loc[(real["n"] < 6) | (real["stability"] < 0.5)]
    assert len(weak)
    assert again.attrs["weak"] == tuple(weak["topic"])
    assert all(f"„{label}”" in again.attrs["base"] for label in weak["label"])


# beside the codebook


@pytest.fixture(scope="module")
def coded(clear):
    study, truth = clear
    ids = study.said["segment"].tolist()
    rows = [
        {"segment": segment, "code": "usluga.transportowa" if theme == "dojazd" else "", "coder": "qualcode", "score": 1.0}
        for segment, theme in zip(ids, truth, strict=True)
    ]  # fmt: skip
    study = study.with_(codings=frame(CODINGS, rows))
    return study, topics(study)


def test_a_topic_with_its_code_is_covered_and_the_others_are_new(coded):
    _, found = coded
    bus = found[found["keywords"].str.contains("autobus")].iloc[0]
    assert bus["nearest_code"] == "usluga.transportowa"
    assert bus["overlap"] > 0.9
    assert not bus["new"]
    care = found[found["label"].str.contains("usługi opiekuńcze")].iloc[0]
    assert care["new"]
    assert not found["new"].iloc[-1]


def test_an_uncoded_study_has_no_nearest_codes(found):
    assert set(found["nearest_code"]) == {""}
    assert not found["new"].any()


def test_an_unknown_coder_is_named(clear):
    with pytest.raises(MisuseError, match="nieznany"):
        topics(clear[0], coder="nieznany")


def test_a_new_topic_becomes_a_code_with_three_quotes(coded):
    study, found = coded
    proposals = proposed_codes(study, found)
    assert proposals.index.tolist() == found.loc[found["new"], "topic"].tolist()
    row = proposals[proposals["name"].str.contains("sługi opiekuńcze")].iloc[0]
    assert len(row["examples"]) == 3
    assert len(set(row["examples"])) == 3
    assert row["code"].startswith("temat.")


def test_an_accepted_code_survives_the_yaml(coded, tmp_path):
    from qualcode.writing.folder import codebook_yaml

    study, found = coded
    proposals = proposed_codes(study, found)
    first, second = proposals.index[:2]
    longer = accept(accept(study.codebook, proposals, first), proposals, second)
    assert len(longer) == len(study.codebook) + 2
    assert proposals.loc[first, "code"] not in study.codebook.codes
    path = tmp_path / "codebook.yaml"
    path.write_text(codebook_yaml(longer), encoding="utf-8")
    again = parse_codebook(path)
    code = again.code(proposals.loc[first, "code"])
    assert code.name == proposals.loc[first, "name"]
    assert code.examples == proposals.loc[first, "examples"]
    assert again.version != study.codebook.version


def test_accepting_what_is_not_proposed_is_refused(coded):
    study, found = coded
    proposals = proposed_codes(study, found)
    with pytest.raises(MisuseError, match="tematu 99"):
        accept(study.codebook, proposals, 99)
    number = proposals.index[0]
    once = accept(study.codebook, proposals, number)
    with pytest.raises(MisuseError, match="jest już"):
        accept(once, proposals, number)


def test_the_command_writes_the_longer_codebook(coded, tmp_path, capsys):
    from qualcode.commands import main
    from qualcode.writing.folder import write_folder

    study, found = coded
    write_folder(study, tmp_path / "badanie")
    number = int(found.loc[found["new"], "topic"].iloc[0])
    target = tmp_path / "ksiazka.yaml"
    main(["topics", str(tmp_path / "badanie"), "--accept", str(number), "-o", str(target)])
    assert "temat" in {facet.id for facet in parse_codebook(target).facets}
    with pytest.raises(SystemExit) as stop:
        main(["topics", str(tmp_path / "badanie"), "--accept", str(number)])
    assert stop.value.code == 2
    assert "-o codebook.yaml" in capsys.readouterr().err


def test_a_topic_is_covered_only_when_a_third_of_it_has_codes_that_mark_it():
    from qualcode.topicmodel.crosswalk import beside_codes

    ids = [f"s{n}" for n in range(60)]
    given = pd.DataFrame(False, index=pd.Index(ids, name="segment"), columns=["a", "b", "c"])
    given.iloc[:2, 0] = True  # two of twelve: chance would do that
    given.iloc[12:18, 1] = True  # half of the second dozen
    given.iloc[::5, 2] = True  # everywhere
    found = pd.DataFrame({"segments": [tuple(ids[:12]), tuple(ids[12:24])]})
    beside = beside_codes(found, given)
    assert beside["new"].tolist() == [True, False]
    assert beside["nearest_code"][1] == "b"


def test_the_rest_has_no_nearest_code_and_says_how_much_of_it_is_coded(coded):
    _, found = coded
    rest = found[found["label"].isin(REST)]
    assert len(rest)
    assert (rest["nearest_code"] == "").all()
    assert (rest["overlap"] == 0).all()
    assert "Żadnego kodu nie ma" in found.attrs["other"]


# the parts


def test_marks_of_masking_are_no_words():
    marks = ("[adres 1]", "[e-mail 2]", "[data urodzenia 1]", "[konto 3]", "miejscowości B")
    study, _ = made(60)
    said = study.segments["text"].tolist()
    lines = [f"{text} To jest {marks[n % len(marks)]}." for n, text in enumerate(said)]
    marked = study.with_(segments=study.segments.assign(text=lines))
    plain, found = topics(study), topics(marked)
    assert found["label"].tolist() == plain["label"].tolist()
    assert found["keywords"].tolist() == plain["keywords"].tolist()
