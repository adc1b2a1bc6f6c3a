"""BERTopic with our vectors, our graph and our lemmas, and nothing it would have to download."""

from __future__ import annotations

import logging
import sys
import warnings
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from qualcode.errors import MissingPartError
from qualcode.topicmodel.clusters import WardClusters, dims_for
from qualcode.topicmodel.graphs import GraphReducer
from qualcode.topicmodel.stability import Resamples
from qualcode.topicmodel.verdicts import Fit

if TYPE_CHECKING:
    import numpy as np

_TFIDF_DIMS = 100
_WORDS_WEIGHT = 0.5
_STEM = 5
_PULL = 0.3


@contextmanager
def quiet() -> Iterator[None]:
    """Keep the global warning filters BERTopic installs, and its progress log, to itself."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@contextmanager
def _without(package: str) -> Iterator[None]:
    """Keep a package that is not loaded yet from being loaded.

    BERTopic imports spaCy, nearly a second of work, for a way to name topics not used here.
    """
    hidden = package not in sys.modules
    if hidden:
        sys.modules[package] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        if hidden:
            del sys.modules[package]


def bertopic() -> Any:
    """Import BERTopic.

    Raises
    ------
    MissingPartError
        When it is not installed.
    """
    try:
        with quiet(), _without("spacy"):
            import bertopic as module
    except ImportError as error:
        raise MissingPartError(
            "Brakuje pakietu BERTopic, który szuka tematów: zainstaluj go poleceniem "
            "„pip install --no-deps bertopic==0.17.4”."
        ) from error
    logging.getLogger("BERTopic").setLevel(logging.WARNING)
    return module


def features(vectors: np.ndarray, bags: Sequence[Sequence[str]], seeds: np.ndarray) -> np.ndarray:
    """Put sense and words side by side.

    Parameters
    ----------
    vectors : ndarray, shape (n, d)
        Sentence vectors.
    bags : sequence of sequences of str, length n
        Lemmas.
    seeds : ndarray, shape (n_seeds, d)
        Vectors that draw the segments most like them nearer; may be none.

    Returns
    -------
    ndarray, shape (n, d + at most 100)
        Centred sentence vectors of length one beside half as long TF-IDF of lemmas and word
        beginnings (opieka, opiekunka, opiekuńczy), reduced by SVD (Deerwester et al. 1990).
    """
    import numpy as np
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction.text import TfidfVectorizer

    middle = vectors.mean(axis=0)
    sense = _unit(vectors - middle).astype(np.float64)
    if len(seeds):
        sense = _drawn(sense, _unit(seeds - middle))
    wide = [[*bag, *(f"{word[:_STEM]}-" for word in bag if len(word) > _STEM)] for bag in bags]
    counter = TfidfVectorizer(analyzer=list, sublinear_tf=True)
    counts = counter.fit_transform(wide)
    counts = counts[:, (counts > 0).sum(axis=0).A1 > 1]
    dims = min(_TFIDF_DIMS, counts.shape[1] - 1, counts.shape[0] - 1)
    if dims < 1:
        return sense
    words = TruncatedSVD(dims, random_state=0).fit_transform(counts)
    return np.hstack([sense, _WORDS_WEIGHT * _unit(words)])


def _drawn(sense: np.ndarray, seeds: np.ndarray) -> np.ndarray:
    """Draw rows towards the seed they resemble more than rows usually resemble theirs."""
    likeness = sense @ seeds.T
    nearest = likeness.argmax(axis=1)
    best = likeness.max(axis=1)
    pull = _PULL * (best >= best.mean())[:, None]
    return _unit((1 - pull) * sense + pull * seeds[nearest])


def fit(
    table: np.ndarray,
    bags: Sequence[Sequence[str]],
    n_topics: int | None,
    lifted: Collection[str] = (),
) -> Fit:
    """Fit BERTopic.

    Parameters
    ----------
    table : ndarray, shape (n, d)
        From :func:`features`.
    bags : sequence of sequences of str, length n
        Terms for the topic words; no term has a space.
    n_topics : int or None
        None: the largest number about as repeatable as any.
    lifted : collection of str
        Words of seeds, which weigh a fifth more.

    Returns
    -------
    Fit
    """
    import numpy as np
    from sklearn.feature_extraction.text import CountVectorizer

    module = bertopic()
    resamples = Resamples(table)
    count = n_topics or resamples.best_count()
    with quiet():
        model = module.BERTopic(
            language="polish",  # else it strips Polish letters
            umap_model=GraphReducer(n_dims=dims_for(count)),
            hdbscan_model=WardClusters(count),
            vectorizer_model=CountVectorizer(analyzer=str.split),
            ctfidf_model=_weighting(lifted),
            verbose=False,
        )
        # a copy: some modes of BERTopic write into the caller's array
        model.fit_transform([" ".join(bag) for bag in bags], table.copy())
    terms = model.vectorizer_model.get_feature_names_out().tolist()
    rows = {topic: place for place, topic in enumerate(sorted(set(model.topics_)))}
    labels = np.asarray(model.topics_)
    return Fit(
        labels,
        model.c_tf_idf_,
        rows,
        terms,
        resamples.per_topic(labels, count),
        resamples.agreement(count),
    )


def _weighting(lifted: Collection[str]) -> Any:
    from bertopic.vectorizers import ClassTfidfTransformer

    return ClassTfidfTransformer(
        bm25_weighting=True,
        reduce_frequent_words=True,
        seed_words=sorted(lifted) or None,
        seed_multiplier=1.2,
    )


def _unit(vectors: np.ndarray) -> np.ndarray:
    import numpy as np

    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors / np.where(lengths > 0, lengths, 1)
