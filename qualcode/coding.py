"""Coding: apply coders to a study, train them on people's codings, code plain texts."""

from __future__ import annotations

import copy
import math
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import pandas as pd

from qualcode.coders.adapted import AdaptedCoder
from qualcode.coders.base import Coder
from qualcode.coders.heldout import FOLDS, out_of_fold
from qualcode.coders.storage import TRAINABLE, load_coder, new_coder, trainable_kind
from qualcode.errors import InputError, MisuseError
from qualcode.polish import describe_pipeline, load_pipeline
from qualcode.reading.codebooks import load_codebook
from qualcode.reading.decoding import check_size
from qualcode.reading.metadata import load_table
from qualcode.reliability import agreement
from qualcode.study import FACILITATOR, SEGMENTS, Codebook, Study, frame
from qualcode.wording import counted, listed, number, quoted, suggestion

MIN_SEGMENTS = 30
_AND = "; "


def code(
    study: Study,
    coder: str | Path | Coder | None = None,
    *,
    like: str | None = None,
    folds: int | None = None,
    abstain: float | None = None,
    pipeline: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Study:
    """Code what participants said; the facilitator's turns are left out.

    Parameters
    ----------
    study : Study
        Segmented (see :func:`qualcode.segment`).
    coder : str, Path or Coder, optional
        Name of a shipped coder (default ``"qualcode"``) or a trained one. With ``like``, the kind
        to train: ``"adapted"`` (default where a coder for these codes ships), ``"linear"`` or
        ``"transformer"``.
    like : str, optional
        A person whose codings the coder learns, honestly: the transcripts are dealt into ``folds``
        parts and each part is coded by a coder trained on the others, so that
        ``agreement(study, like, "linear")`` tells how well it does on a transcript it never saw.
        Only what the person read is coded. With a single transcript its consecutive blocks are
        the parts, which flatters the coder.
    folds : int, optional
        Only with ``like``; at least 2, by default 5.
    abstain : float, optional
        Leave a segment undecided (no row, as if not read) when the probability that any of its
        decisions is wrong reaches this (Chow 1970), e.g. 0.9. It is meaningful for coders with
        calibrated scores, not for ``"rules"`` and ``"similarity"``. By default all is decided.
    pipeline : str, optional
        Name of the spaCy pipeline that lemmatises; by default the one the coder was trained
        with. A coder object keeps its own.
    progress : callable, optional
        Called with (transcripts or folds done, in all).

    Returns
    -------
    Study
        With the coder's codings added; earlier ones of the same coder are replaced.

    Raises
    ------
    MisuseError
        When there is no such coder or person, the person coded too little, a number is out of its
        range, or ``folds`` is given without ``like``.
    MissingPartError
        When the pipeline is not installed or sets no lemmas.
    """
    if abstain is not None and not 0 < abstain <= 1:
        raise MisuseError(
            f"Próg wstrzymania się {number(abstain, 2)} jest poza zakresem; podaj liczbę od 0 do 1, "
            "np. 0.9."
        )
    if like is not None:
        if not isinstance(coder, Coder):
            coder = new_coder(_kind(study, coder), study.codebook, pipeline)
        dealt = FOLDS if folds is None else folds
        return _held_out(study, coder, like, dealt, abstain, progress)
    if folds is not None:
        raise MisuseError(
            f"„folds={folds}” działa tylko razem z „like”: podaj osobę, której kodowań koder ma się "
            "uczyć, albo pomiń „folds”."
        )
    chosen = load_coder(coder, study.codebook, pipeline=pipeline)
    parts = [part for _, part in study.segments.groupby("transcript", sort=False)]
    coded = [study.codings[study.codings["coder"] != chosen.name]]
    for done, part in enumerate(parts, 1):
        said = part[part["role"] != FACILITATOR]
        # the facilitator's turns get no codes, but may be read around others
        read = part if chosen.reads_around else said
        new = chosen.predict(read.reset_index(drop=True), abstain=abstain)
        coded.append(new[new["segment"].isin(said["segment"])])
        if progress:
            progress(done, len(parts))
    return study.with_(codings=pd.concat(coded, ignore_index=True), about=_about(study, chosen))


def _held_out(
    study: Study,
    ready: Coder,
    like: str,
    folds: int,
    abstain: float | None,
    progress: Callable[[int, int], None] | None,
) -> Study:
    """Add out-of-fold codings of a coder that learns from a person."""
    codings = _learnable(study, like)
    if folds < 2:
        raise MisuseError(f"Części musi być co najmniej 2, a podano {folds}.")
    if ready.name == like:
        raise MisuseError(f"Koder {quoted(like)} nie może się uczyć od samego siebie.")
    # a copy learns anew, but shares what was loaded
    coded = out_of_fold(
        lambda: copy.copy(ready),
        study.segments,
        codings,
        folds=folds,
        abstain=abstain,
        progress=progress,
    )
    kept = study.codings[study.codings["coder"] != ready.name]
    both = pd.concat([kept, coded], ignore_index=True)
    return study.with_(codings=both, about=_about(study, ready))


def _about(study: Study, coder: Coder) -> dict[str, str]:
    """Return what is known of a study, with the pipeline of the coder beside that of segments."""
    if not hasattr(coder, "pipeline"):
        return dict(study.about)  # it reads no lemmas
    known = study.about.get("pipeline", "")
    used = describe_pipeline(load_pipeline(coder.pipeline))
    told = known if used in known.split(_AND) else _AND.join(filter(None, (known, used)))
    return {**study.about, "pipeline": told}


def train(
    study: Study,
    like: str,
    *,
    coder: str | None = None,
    folds: int | None = None,
    pipeline: str | None = None,
) -> Coder:
    """Train a coder on what a person coded.

    Parameters
    ----------
    study : Study
    like : str
        The person whose codings are learned; at least 30 segments.
    coder : {"adapted", "linear", "transformer"}, optional
        ``"adapted"`` (warm start) corrects the shipped coder by what the person does otherwise and
        is the default where a coder for these codes ships; elsewhere it is ``"linear"``, which
        learns from the codings alone. The transformer needs the extra ``train``.
    folds : int, optional
        Measure first how well such a coder does on parts it never saw (see :func:`code`), in so
        many parts; 0 does not. Default 5, for the transformer 0, because each part is a training.
    pipeline : str, optional
        Name of the spaCy pipeline that lemmatises; the coder remembers it.

    Returns
    -------
    Coder
        Trained; keep it with :func:`qualcode.save_coder`. Its attribute ``figures_`` holds what was
        measured over all codes pooled: ``segments, transcripts, alpha, alpha_low, alpha_high,
        precision, recall``, and ``alpha_before``, alpha of the shipped coder a warm start began
        with; it is empty when nothing was measured.

    Raises
    ------
    MisuseError
        When the person coded nothing, or too little to learn from.
    MissingPartError
        When no coder for these codes ships and a warm start was asked for.
    """
    codings = _learnable(study, like)
    kind = _kind(study, coder)
    trained = new_coder(kind, study.codebook, pipeline)
    trained.trained_with = pipeline
    parts = folds if folds is not None else 0 if kind == "transformer" else FOLDS
    if parts:
        trained.figures_ = _figures(study, like, trained, parts)
    return trained.fit(study.segments, codings)


def _figures(study: Study, like: str, ready: Coder, folds: int) -> dict[str, float]:
    """Return how well a coder learns from a person, measured on parts it did not learn from."""
    read = study.segments[study.segments["segment"].isin(study.codings_of(like)["segment"])]
    touched = study.segments["transcript"].isin(read["transcript"])
    part = study.with_(segments=study.segments[touched].reset_index(drop=True))
    pooled = agreement(_held_out(part, ready, like, folds, None, None), like, ready.name).loc["all"]
    names = ("alpha", "alpha_low", "alpha_high", "precision", "recall")
    figures = {"segments": len(read), "transcripts": read["transcript"].nunique()}
    figures |= {name: float(pooled[name]) for name in names}
    if isinstance(ready, AdaptedCoder):
        before = agreement(code(part, ready.prior), like, ready.prior.name).loc["all"]
        figures["alpha_before"] = float(before["alpha"])
    return {name: round(value, 3) for name, value in figures.items() if not math.isnan(value)}


def _kind(study: Study, coder: str | Path | None) -> str:
    """Return the kind of coder to train."""
    if coder is None:
        return trainable_kind(study.codebook)
    if str(coder) not in TRAINABLE:
        raise MisuseError(
            f"Kodera {quoted(str(coder))} się nie trenuje; można: {listed(TRAINABLE)}."
            f"{suggestion(str(coder), TRAINABLE)}"
        )
    return str(coder)


def _learnable(study: Study, like: str) -> pd.DataFrame:
    """Return a person's codings if there are enough to learn from."""
    codings = study.codings_of(like)
    read = codings["segment"].nunique()
    if read < MIN_SEGMENTS:
        raise MisuseError(
            f"Za mało kodowań, żeby się na nich uczyć: {quoted(like)} zakodował(a) "
            f"{counted(read, 'segment', 'segmenty', 'segmentów')}, a potrzeba co najmniej "
            f"{MIN_SEGMENTS}."
        )
    return codings


def code_texts(
    texts: Iterable[str],
    *,
    questions: Iterable[str] | str | None = None,
    codebook: str | Path | Codebook = "cus",
    coder: str | Path | Coder | None = None,
    pipeline: str | None = None,
    scores: bool = False,
) -> pd.DataFrame:
    """Code texts that are no transcript, such as a column of open answers.

    Parameters
    ----------
    texts : iterable of str
        A pandas Series keeps its index; missing values count as empty texts.
    questions : iterable of str, or str, optional
        The question each text answers, or one question for all. Codes are better with it.
    codebook : str, Path or Codebook, default "cus"
    coder : str, Path or Coder, optional
        Default ``"qualcode"``.
    pipeline : str, optional
        Name of the spaCy pipeline that lemmatises.
    scores : bool, default False
        Return probabilities instead of decisions.

    Returns
    -------
    DataFrame
        Index as given (0…n-1 for plain lists); one column per code id, bool or float.

    Raises
    ------
    MisuseError
        When the texts are no list or column, there are not as many questions as texts, or no
        such coder.
    """
    if isinstance(texts, str | pd.DataFrame):
        raise MisuseError(
            'Podaj listę tekstów albo jedną kolumnę, na przykład code_texts(tabela["odpowiedź"]).'
        )
    answers = texts if isinstance(texts, pd.Series) else pd.Series(list(texts), dtype=object)
    clean = answers.fillna("").astype(str)
    if questions is None or isinstance(questions, str):
        asked = [questions or ""] * len(clean)
    else:
        asked = ["" if pd.isna(question) else str(question) for question in questions]
    if len(asked) != len(clean):
        raise MisuseError(
            f"Tekstów jest {len(clean)}, a pytań {len(asked)}; podaj jedno pytanie na każdy tekst "
            "albo jedno wspólne."
        )
    chosen = load_coder(coder, load_codebook(codebook), pipeline=pipeline)
    segments = frame(
        SEGMENTS,
        [
            # every text stands alone, so each is a transcript of its own
            {
                "segment": str(n),
                "transcript": str(n),
                "start": 0,
                "end": len(text),
                "question": question,
                "text": text,
            }
            for n, (text, question) in enumerate(zip(clean, asked, strict=True))
        ],
    )
    values = chosen.scores(segments) if len(segments) else np.zeros((0, len(chosen.codes)))
    empty = clean.str.strip().eq("").to_numpy()
    if scores:
        values = np.where(empty[:, None], 0.0, values)
    else:
        values = (values >= chosen.thresholds_) & ~empty[:, None]
    return pd.DataFrame(values, index=answers.index, columns=chosen.codes)


def code_sheet(
    path: str | Path,
    text: str,
    *,
    question: str | None = None,
    codebook: str | Path | Codebook = "cus",
    coder: str | Path | Coder | None = None,
    pipeline: str | None = None,
    scores: bool = False,
) -> pd.DataFrame:
    """Code one column of a CSV or XLSX sheet.

    Parameters
    ----------
    path : str or Path
    text : str
        Name of the column with answers.
    question : str, optional
        Name of the column with the question.
    codebook, coder, pipeline, scores
        As in :func:`code_texts`.

    Returns
    -------
    DataFrame
        The sheet's own columns, then ``kody`` (names of the codes given) and a column per code.

    Raises
    ------
    MisuseError
        When the file or a column does not exist.
    InputError
        When the file is no table.
    """
    source = Path(path)
    if not source.is_file():
        raise MisuseError(f"Nie ma pliku {quoted(str(source))}; sprawdź ścieżkę.")
    try:
        check_size(source)
        data = load_table(source)
    except InputError as error:
        raise InputError(f"{source.name}: {error}.") from error
    columns = [str(column) for column in data.columns]
    data.columns = pd.Index(columns)
    for column in (text, question):
        if column is not None and column not in columns:
            raise MisuseError(
                f"{source.name}: nie ma kolumny {quoted(column)}; są: {listed(columns)}."
                f"{suggestion(column, columns)}"
            )
    book = load_codebook(codebook)
    asked = data[question] if question else None
    chosen = load_coder(coder, book, pipeline=pipeline)
    values = code_texts(data[text], questions=asked, codebook=book, coder=chosen, scores=scores)
    given = values >= chosen.thresholds_ if scores else values
    names = [book.label(code) for code in values.columns]
    labels = [
        "; ".join(name for name, yes in zip(names, row, strict=True) if yes)
        for row in given.to_numpy()
    ]
    return pd.concat([data.assign(kody=labels), values.set_axis(names, axis=1)], axis=1)
