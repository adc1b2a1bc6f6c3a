"""Coding: apply coders to a study, train them on people's codings, code plain texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import pandas as pd

from qualcode.coders.base import Coder
from qualcode.coders.storage import TRAINABLE, load_coder, new_coder
from qualcode.errors import InputError, MisuseError
from qualcode.reading.codebooks import load_codebook
from qualcode.reading.decoding import check_size
from qualcode.reading.metadata import load_table
from qualcode.study import FACILITATOR, SEGMENTS, Codebook, Study, frame
from qualcode.wording import counted, listed, quoted, suggestion

MIN_SEGMENTS = 30


def code(
    study: Study,
    coder: str | Path | Coder | None = None,
    *,
    progress: Callable[[int, int], None] | None = None,
) -> Study:
    """Code what participants said; the facilitator's turns are left out.

    Parameters
    ----------
    study : Study
        Segmented (see :func:`qualcode.segment`).
    coder : str, Path or Coder, optional
        Name of a shipped coder (default ``"qualcode"``) or a trained one.
    progress : callable, optional
        Called with (transcripts done, transcripts in all).

    Returns
    -------
    Study
        With the coder's codings added; earlier ones of the same coder are replaced.

    Raises
    ------
    MisuseError
        When there is no such coder.
    """
    chosen = load_coder(coder, study.codebook)
    # the facilitator's turns are context for the coder, but get no codes
    parts = [part for _, part in study.segments.groupby("transcript", sort=False)]
    coded = [study.codings[study.codings["coder"] != chosen.name]]
    for done, part in enumerate(parts, 1):
        said = part.loc[part["role"] != FACILITATOR, "segment"]
        new = chosen.predict(part.reset_index(drop=True))
        coded.append(new[new["segment"].isin(said)])
        if progress:
            progress(done, len(parts))
    return study.with_(codings=pd.concat(coded, ignore_index=True))


def train(study: Study, like: str, *, coder: str = "linear") -> Coder:
    """Train a coder on what a person coded.

    Parameters
    ----------
    study : Study
    like : str
        The person whose codings are learned.
    coder : {"linear", "transformer"}, default "linear"
        The transformer needs the extra ``train``.

    Returns
    -------
    Coder
        Trained; keep it with :func:`qualcode.save_coder`.

    Raises
    ------
    MisuseError
        When the person coded nothing, or too little to learn from.
    """
    if coder not in TRAINABLE:
        raise MisuseError(
            f"Kodera {quoted(coder)} się nie trenuje; można: {listed(TRAINABLE)}."
            f"{suggestion(coder, TRAINABLE)}"
        )
    codings = study.codings_of(like)
    read = codings["segment"].nunique()
    if read < MIN_SEGMENTS:
        raise MisuseError(
            f"Za mało kodowań, żeby się na nich uczyć: {quoted(like)} zakodował(a) "
            f"{counted(read, 'segment', 'segmenty', 'segmentów')}, a potrzeba co najmniej "
            f"{MIN_SEGMENTS}."
        )
    return new_coder(coder, study.codebook).fit(study.segments, codings)


def code_texts(
    texts: Iterable[str],
    *,
    questions: Iterable[str] | str | None = None,
    codebook: str | Path | Codebook = "cus",
    coder: str | Path | Coder | None = None,
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
    scores : bool, default False
        Return probabilities instead of decisions.

    Returns
    -------
    DataFrame
        Index as given (0…n-1 for plain lists); one column per code id, bool or float.

    Raises
    ------
    MisuseError
        When there are not as many questions as texts, or no such coder.
    """
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
    chosen = load_coder(coder, load_codebook(codebook))
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
    codebook, coder, scores
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
    chosen = load_coder(coder, book)
    values = code_texts(data[text], questions=asked, codebook=book, coder=chosen, scores=scores)
    given = values >= chosen.thresholds_ if scores else values
    names = [book.label(code) for code in values.columns]
    labels = [
        "; ".join(name for name, yes in zip(names, row, strict=True) if yes)
        for row in given.to_numpy()
    ]
    return pd.concat([data.assign(kody=labels), values.set_axis(names, axis=1)], axis=1)
