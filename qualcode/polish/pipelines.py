"""The one door to Polish text: :func:`load_pipeline`."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING

from qualcode.errors import MissingPartError
from qualcode.polish.parts import MODEL
from qualcode.resources import find
from qualcode.wording import listed, quoted, suggestion

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT = "pl_qualcode"
COMPONENTS = (
    "polish_tokens", "polish_sentences", "polish_tagger", "polish_names", "polish_terms",
    "polish_speech",
)  # fmt: skip
GIFTS = {
    "sentences": ("SENT_START", "granice zdań", "granic zdań"),
    "lemmas": ("LEMMA", "formy podstawowe słów (lematy)", "form podstawowych słów (lematów)"),
    "parts_of_speech": ("POS", "części mowy", "części mowy"),
    "names": ("ENT_IOB", "nazwy własne", "nazw własnych"),
}
"""What a pipeline may give: its spaCy attribute, and its Polish name ("wyznacza", "nie wyznacza")."""
_PROBE = "Pani Anna z Radomia mówi, że brakuje opiekunek. W gminie nie ma lekarza."
_LOADED: dict[str, Language] = {}
_GIVEN: dict[str, frozenset[str]] = {}


def load_pipeline(name: str | None = None, *, needs: Sequence[str] = ()) -> Language:
    """Load a Polish spaCy pipeline; the same object is returned on every call.

    Parameters
    ----------
    name : str, optional
        ``"pl_qualcode"`` (default, ships with qualcode), the name of an installed spaCy package
        such as ``"pl_core_news_lg"``, or the path of a pipeline folder.
    needs : sequence of {"sentences", "lemmas", "parts_of_speech", "names"}
        What it must be able to set.

    Returns
    -------
    spacy.Language
        The shipped one sets ``token.lemma_``, ``token.pos_``, ``token.morph``, ``doc.sents`` and
        ``doc.ents``.

    Raises
    ------
    MissingPartError
        When the pipeline is not installed, does not load, or cannot give what is needed; the
        sentence says how to mend it.
    """
    wanted = pipeline_name(name)
    if wanted not in _LOADED:
        _LOADED[wanted] = _own() if wanted == DEFAULT else _installed(wanted)
    missing = [need for need in needs if need not in given_by(wanted)]
    if missing:
        lacking = listed([GIFTS[need][2] for need in missing], "ani")
        raise MissingPartError(
            f"Potok językowy {quoted(wanted)} nie wyznacza {lacking}: wybierz inny, na przykład "
            f"pl_core_news_lg, albo wbudowany {quoted(DEFAULT)}."
        )
    return _LOADED[wanted]


def pipeline_name(name: str | None) -> str:
    """Return the name a pipeline is loaded by; ``pl-core-news-lg`` is the package's other name."""
    if name is None:
        return DEFAULT
    folder = Path(name).name != name or Path(name).exists()
    return name if folder else name.replace("-", "_")


def given_by(name: str | None = None) -> frozenset[str]:
    """Return which of :data:`GIFTS` a pipeline sets, tried on two sentences."""
    wanted = pipeline_name(name)
    if wanted == DEFAULT:
        return frozenset(GIFTS)
    if wanted not in _GIVEN:
        doc = _tried(wanted)
        _GIVEN[wanted] = frozenset(
            gift for gift, (attribute, *_) in GIFTS.items() if doc.has_annotation(attribute)
        )
    return _GIVEN[wanted]


def installed_names() -> list[str]:
    """Return the names of the spaCy pipelines installed beside qualcode, in order."""
    # spaCy's own list is made once; a pipeline installed since would be missing
    return sorted({point.name for point in entry_points(group="spacy_models")})


def forget(name: str) -> None:
    """Forget a loaded pipeline, because another version was installed."""
    _LOADED.pop(name, None)
    _GIVEN.pop(name, None)


def blank_pipeline(*, setting: str = "default") -> Language:
    """Build the pipeline from a blank Polish one and the components of this room.

    Parameters
    ----------
    setting : str
        How readily people's names are found: ``"default"``, ``"balanced"`` or ``"privacy"``.
    """
    import spacy

    import qualcode.polish.components  # noqa: F401  registers the factories

    nlp = spacy.blank("pl")
    for name in COMPONENTS:
        nlp.add_pipe(name, config={"setting": setting} if name == "polish_names" else {})
    return nlp


def describe_pipeline(nlp: Language) -> str:
    """Name a pipeline with its version, for manifests and reports: ``pl_qualcode 1.0.0``.

    Parameters
    ----------
    nlp : spacy.Language
        From :func:`load_pipeline`.
    """
    name = f"{nlp.lang}_{nlp.meta.get('name', '')}".rstrip("_")
    return f"{name} {nlp.meta.get('version', '')}".strip()


def language_remark(nlp: Language) -> str:
    """Return a Polish sentence when a pipeline was made for another language, else ``""``.

    Parameters
    ----------
    nlp : spacy.Language
        From :func:`load_pipeline`.
    """
    if nlp.lang in ("pl", "xx"):
        return ""
    return (
        f"potok {quoted(describe_pipeline(nlp))} powstał dla innego języka (kod „{nlp.lang}”), a "
        "teksty są po polsku: kodom i tematom nie można ufać; użyj potoku polskiego."
    )


def _own() -> Language:
    import spacy

    import qualcode.polish.components  # noqa: F401  registers the factories

    try:
        return spacy.load(find(MODEL))
    except OSError as error:
        raise MissingPartError(
            f"Folder potoku {quoted(DEFAULT)} jest uszkodzony ({error}); zainstaluj program "
            "ponownie poleceniem „pip install --force-reinstall qualcode”."
        ) from error


def _installed(name: str) -> Language:
    import spacy
    from spacy.util import is_package

    try:
        with warnings.catch_warnings():
            # spaCy warns in English of a pipeline made for another of its versions
            warnings.simplefilter("ignore")
            return spacy.load(name)
    except Exception as error:
        # a package of somebody else may fail in any way
        if not isinstance(error, OSError) or is_package(name) or Path(name).exists():
            raise _broken(name, error) from error
        known = [DEFAULT, *installed_names()]
        raise MissingPartError(
            f"Nie ma potoku językowego {quoted(name)}: zainstaluj go poleceniem "
            f"„qualcode models install {name}” albo użyj domyślnego {quoted(DEFAULT)}."
            f"{suggestion(name, known)}"
        ) from error


def _tried(name: str) -> Doc:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_pipeline(name)(_PROBE)
    except MissingPartError:
        raise
    except Exception as error:
        raise _broken(name, error) from error


def _broken(name: str, error: Exception) -> MissingPartError:
    if isinstance(error, ModuleNotFoundError) and error.name and error.name != name:
        mend = f"potrzebuje pakietu {quoted(error.name)}; doinstaluj ten pakiet"
    else:
        mend = f"nie działa z tą wersją spaCy ({type(error).__name__}); zainstaluj inną jego wersję"
    return MissingPartError(
        f"Potok językowy {quoted(name)} {mend} albo użyj domyślnego {quoted(DEFAULT)}."
    )
