"""Lemmas for scikit-learn: a transformer that is also an analyser for ``TfidfVectorizer``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from qualcode.estimators import TextTransformer
from qualcode.polish.pipelines import load_pipeline

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CONTENT = ("NOUN", "PROPN", "ADJ", "VERB", "ADV", "NUM")


class PolishLemmatizer(TextTransformer):
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

    def __sklearn_is_fitted__(self) -> bool:
        return True

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
