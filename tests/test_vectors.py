"""Sentence vectors."""

import numpy as np
import pytest

from qualcode.errors import MissingPartError, MisuseError
from qualcode.vectors import SentenceVectors

TEXTS = ["Brakuje asystentów.", "Za mało asystentów osobistych.", "", "Jutro będzie padał deszcz."]


@pytest.fixture(scope="module")
def table():
    return SentenceVectors().fit_transform(TEXTS)


def test_near_in_sense_is_near_in_space(table):
    assert table.shape == (4, 512)
    assert table[0] @ table[1] > table[0] @ table[3]
    assert np.allclose(np.linalg.norm(table[[0, 1, 3]], axis=1), 1, atol=1e-5)


def test_an_empty_text_is_a_vector_of_zeros(table):
    assert not table[2].any()


def test_order_and_batches_do_not_matter(table):
    again = SentenceVectors(batch_size=1).fit_transform(TEXTS[::-1])
    assert np.allclose(again[::-1], table, atol=1e-5)


def test_no_texts():
    assert SentenceVectors().fit_transform([]).shape == (0, 512)


def test_works_in_a_scikit_learn_pipeline():
    from sklearn.base import clone
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    steps = make_pipeline(clone(SentenceVectors()), LogisticRegression())
    assert steps.fit(TEXTS, [1, 1, 0, 0]).predict(TEXTS[:2]).tolist() == [1, 1]
    assert len(SentenceVectors().get_feature_names_out()) == 512


def test_one_thread_unless_asked():
    assert SentenceVectors().get_params() == {"backend": "use", "n_threads": 1, "batch_size": 256}
    assert "n_threads=2" in repr(SentenceVectors(n_threads=2))


@pytest.mark.parametrize(
    ("backend", "error", "told"),
    [
        ("usee", MisuseError, "use"),
        ("spacy:pl_core_news_lg", MissingPartError, "models install"),
        ("sentence-transformers:x", MissingPartError, "pip install"),
    ],
)
def test_a_missing_backend_says_the_mend(backend, error, told):
    if backend.startswith("sentence"):
        try:
            import sentence_transformers  # noqa: F401
        except ImportError:
            pass
        else:
            pytest.skip("sentence-transformers jest zainstalowane")
    with pytest.raises(error, match=told):
        SentenceVectors(backend).fit(TEXTS)


def test_vectors_of_a_spacy_pipeline(tmp_path):
    import spacy

    nlp = spacy.blank("pl")
    nlp.vocab.set_vector("gmina", np.array([3.0, 4.0], dtype="float32"))
    nlp.to_disk(tmp_path / "wektory")
    found = SentenceVectors(f"spacy:{tmp_path / 'wektory'}").fit_transform(["gmina"])
    assert np.allclose(found, [[0.6, 0.8]])


def test_a_pipeline_without_vectors_is_misuse(tmp_path):
    import spacy

    spacy.blank("pl").to_disk(tmp_path / "puste")
    with pytest.raises(MisuseError, match="wektorów"):
        SentenceVectors(f"spacy:{tmp_path / 'puste'}").fit(["gmina"])


def test_unknown_parameters_are_misuse():
    with pytest.raises(MisuseError, match="n_threads"):
        SentenceVectors().set_params(threads=2)
