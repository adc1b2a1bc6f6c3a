"""The spaCy factories of this room; importing this module registers them.

Entry points name this module, so every spaCy pipeline can use the components::

    nlp = spacy.blank("pl")
    nlp.add_pipe("polish_tokens")      # spellings the tokenizer should keep whole
    nlp.add_pipe("polish_sentences")
    nlp.add_pipe("polish_tagger")
    nlp.add_pipe("polish_names", config={"setting": "privacy"})
    nlp.add_pipe("polish_terms")
    nlp.add_pipe("polish_speech")
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qualcode.polish.analysis import PolishTagger
from qualcode.polish.naming import PolishNames
from qualcode.polish.segmentation import PolishSentences
from qualcode.polish.speech import PolishSpeech, register_extensions
from qualcode.polish.terms import PolishTerms
from qualcode.polish.tokens import PolishTokens

if TYPE_CHECKING:
    from spacy.language import Language


def make_tokens(nlp: Language, name: str) -> PolishTokens:
    """Teach the tokenizer of the pipeline Polish spellings."""
    return PolishTokens(nlp)


def make_sentences(nlp: Language, name: str) -> PolishSentences:
    """Make the component that sets sentence starts."""
    return PolishSentences()


def make_tagger(nlp: Language, name: str) -> PolishTagger:
    """Make the component that sets lemma, part of speech and features."""
    return PolishTagger()


def make_names(nlp: Language, name: str, setting: str) -> PolishNames:
    """Make the component that finds names, dates and times."""
    return PolishNames(setting)


def make_terms(nlp: Language, name: str) -> PolishTerms:
    """Make the component that finds terms of the domain."""
    return PolishTerms()


def make_speech(nlp: Language, name: str) -> PolishSpeech:
    """Make the component that marks fillers, repetitions and false starts."""
    register_extensions()
    return PolishSpeech()


_MAKERS: dict[str, tuple[Callable[..., object], list[str]]] = {
    "polish_tokens": (make_tokens, []),
    "polish_sentences": (make_sentences, ["token.is_sent_start"]),
    "polish_tagger": (make_tagger, ["token.lemma", "token.pos", "token.tag", "token.morph"]),
    "polish_names": (make_names, ["doc.ents"]),
    "polish_terms": (make_terms, ["doc.spans"]),
    "polish_speech": (make_speech, ["token._.filler", "token._.repeated", "token._.broken"]),
}


def _register() -> None:
    from spacy.language import Language

    for name, (maker, assigned) in _MAKERS.items():
        settings = {"setting": "default"} if name == "polish_names" else {}
        Language.factory(name, assigns=assigned, default_config=settings, func=maker)


_register()
