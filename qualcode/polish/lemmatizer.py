"""Lemmas for scikit-learn: a transformer that is also an analyser for ``TfidfVectorizer``."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from qualcode.errors import MisuseError
from qualcode.polish.pipelines import load_pipeline
from qualcode.wording import listed, quoted, suggestion

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CONTENT = ("NOUN", "PROPN", "ADJ", "VERB", "ADV", "NUM")


class PolishLemmatizer:
    """Turn texts into lemmas.

    Parameters
    ----------
    parts_of_speech : sequence of str or None
        Universal parts of speech that are kept; None keeps all words.
    lowercase : bool
        Write lemmas in small letters.
    disfluent : bool
        Keep fillers, repetitions and false starts of speech.
    terms : bool
        Join terms of many words: ``usługa_opiekuńczy``.
    pipeline : str, optional
        See :func:`load_pipeline`.

    Examples
    --------
    As an analyser, so that grammar does not scatter a word over columns::

        TfidfVectorizer(analyzer=PolishLemmatizer())

    or as a step before any vectorizer::

        make_pipeline(PolishLemmatizer(), CountVectorizer())
    """

    def __init__(
        self,
        *,
        parts_of_speech: tuple[str, ...] | None = CONTENT,
        lowercase: bool = True,
        disfluent: bool = False,
        terms: bool = False,
        pipeline: str | None = None,
    ) -> None:
        self.parts_of_speech = parts_of_speech
        self.lowercase = lowercase
        self.disfluent = disfluent
        self.terms = terms
        self.pipeline = pipeline

    def __call__(self, text: str) -> list[str]:
        """Return the lemmas of one text."""
        return self._lemmas(load_pipeline(self.pipeline)(text))

    def fit(self, texts: Iterable[str], y: object = None) -> PolishLemmatizer:
        """Do nothing: there is nothing to learn."""
        return self

    def transform(self, texts: Iterable[str]) -> list[str]:
        """Return texts written as lemmas with spaces between.

        Parameters
        ----------
        texts : iterable of str, length n

        Returns
        -------
        list of str, length n
        """
        docs = load_pipeline(self.pipeline).pipe(texts)
        return [" ".join(self._lemmas(doc)) for doc in docs]

    def fit_transform(self, texts: Iterable[str], y: object = None) -> list[str]:
        """Return texts written as lemmas."""
        return self.transform(texts)

    def get_params(self, deep: bool = True) -> dict[str, Any]:
        """Return the constructor's parameters, as scikit-learn asks."""
        names = inspect.signature(type(self).__init__).parameters
        return {name: getattr(self, name) for name in names if name != "self"}

    def set_params(self, **params: Any) -> PolishLemmatizer:
        """Change the constructor's parameters, as scikit-learn asks."""
        known = self.get_params()
        for name, value in params.items():
            if name not in known:
                raise MisuseError(
                    f"PolishLemmatizer nie ma parametru {quoted(name)}; "
                    f"są: {listed(known)}.{suggestion(name, known)}"
                )
            setattr(self, name, value)
        return self

    def __sklearn_tags__(self) -> Any:
        from sklearn.base import BaseEstimator, TransformerMixin

        tags = type("_Tagged", (TransformerMixin, BaseEstimator), {})().__sklearn_tags__()
        tags.input_tags.string, tags.input_tags.two_d_array = True, False
        tags.requires_fit = False
        return tags

    def __sklearn_is_fitted__(self) -> bool:
        return True

    def __repr__(self) -> str:
        chosen = ", ".join(f"{name}={value!r}" for name, value in self.get_params().items())
        return f"PolishLemmatizer({chosen})"

    def _lemmas(self, doc: Doc) -> list[str]:
        joined = {}
        if self.terms and "terms" in doc.spans:
            joined = {span.start: span for span in doc.spans["terms"] if len(span) > 1}
        inside = {i for span in joined.values() for i in range(span.start + 1, span.end)}
        found = []
        for token in self._kept(doc):
            if token.i in joined:
                found.append("_".join(t.lemma_ for t in joined[token.i]))
            elif token.i not in inside:
                found.append(token.lemma_)
        return [lemma.lower() for lemma in found] if self.lowercase else found

    def _kept(self, doc: Doc) -> Iterator[Token]:
        for token in doc:
            if token.is_space or token.is_punct:
                continue
            if self.parts_of_speech is not None and token.pos_ not in self.parts_of_speech:
                continue
            marked = token.has_extension("disfluent") and token._.disfluent
            if self.disfluent or not marked:
                yield token
