"""The transformer coder: a small multilingual encoder run by onnxruntime, without torch.

Fine-tuned by :mod:`qualcode.coders.finetuning` from multilingual-e5-small (Wang et al. 2024).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Self

import numpy as np
import pandas as pd

from qualcode.coders.base import Coder
from qualcode.coders.calibration import best_thresholds, fit_platt, platt, transcript_folds
from qualcode.study import EVIDENCE_SEPARATOR, Codebook, decisions

Report = Callable[[int, float], None]
MAX_TOKENS = 128
QUESTION_TOKENS = 8  # of a question; the rest slows the coder and tells it nothing
BATCH = 8  # larger batches are padded more
HELD_OUT = 8
_EVIDENCE_WORDS = 4
_REMEMBERED = 5_000  # segments; about 6 kB each


class TransformerCoder(Coder):
    """Codes with a fine-tuned encoder that reads the question and the text.

    The utterance before, read too, made the coder slower and no better on held-out workshops.

    Parameters
    ----------
    codebook : Codebook

    Attributes
    ----------
    platt_ : ndarray of shape (n_codes, 2)
    thresholds_ : ndarray of shape (n_codes,)
    """

    name = "transformer"
    reads_around = False

    def __init__(self, codebook: Codebook) -> None:
        super().__init__(codebook)
        self._session: Any = None
        self._shares: dict[tuple[int, ...], np.ndarray] = {}

    def fit(self, segments: pd.DataFrame, codings: pd.DataFrame) -> Self:
        """Fine-tune the encoder (needs the extra ``train``), see :mod:`.finetuning`.

        One transcript in eight is kept aside to calibrate the scores and choose thresholds.
        """
        given = decisions(segments["segment"], codings, self.codes)
        read = segments.set_index("segment").loc[given.index].reset_index()
        train, held = transcript_folds(read["transcript"], HELD_OUT)[0]
        parts = [read.iloc[rows].reset_index(drop=True) for rows in (train, held)]
        return self.learn(parts[0], codings).calibrate(parts[1], codings)

    def learn(
        self, segments: pd.DataFrame, codings: pd.DataFrame, report: Report | None = None
    ) -> Self:
        """Fine-tune on all segments that were coded; :meth:`calibrate` must follow."""
        from qualcode.coders.finetuning import finetuned

        given = decisions(segments["segment"], codings, self.codes)
        read = segments.set_index("segment").loc[given.index].reset_index()
        self._open(*finetuned(read, given.to_numpy(), report=report))
        return self

    def calibrate(self, segments: pd.DataFrame, codings: pd.DataFrame) -> Self:
        """Calibrate scores and choose thresholds on segments not trained on."""
        given = decisions(segments["segment"], codings, self.codes)
        rows = np.flatnonzero(segments["segment"].isin(given.index))
        raw, labels = self.raw(segments, rows.tolist()), given.to_numpy()
        self.platt_ = fit_platt(raw, labels)
        self.thresholds_ = best_thresholds(platt(raw, self.platt_), labels)
        return self

    def save(self, folder: Path) -> None:
        """Write ``model.onnx``, ``tokenizer.json`` and the calibration."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "model.onnx").write_bytes(self._model)
        (folder / "tokenizer.json").write_bytes(self._vocabulary)
        np.savez_compressed(
            folder / "calibration.npz", platt=self.platt_, thresholds=self.thresholds_
        )

    def load(self, folder: Path) -> Self:
        """Open ``model.onnx`` and ``tokenizer.json``; nothing in the files is executed."""
        self._open((folder / "model.onnx").read_bytes(), (folder / "tokenizer.json").read_bytes())
        stored = np.load(folder / "calibration.npz", allow_pickle=False)
        self.platt_, self.thresholds_ = stored["platt"], stored["thresholds"]
        return self

    def _open(self, model: bytes, vocabulary: bytes) -> None:
        import onnxruntime

        onnxruntime.disable_telemetry_events()  # its Windows builds have them on
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 0  # as many as there are cores
        # threads that wait must not keep a core busy which charts and topics could use
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        self._model, self._vocabulary = model, vocabulary
        self._session = onnxruntime.InferenceSession(
            model, options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_buffer(vocabulary)
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def raw(self, segments: pd.DataFrame, rows: Sequence[int] | None = None) -> np.ndarray:
        """Return uncalibrated logits, shape (n_segments or n_rows, n_codes)."""
        encoded = [ids for ids, _, _ in self._encode(segments, rows)]
        self._shares = {}
        return self._run(encoded, remember=len(encoded) <= _REMEMBERED)

    def _run(self, encoded: list[list[int]], *, remember: bool) -> np.ndarray:
        """Return logits; on request keep the tokens' shares, which evidence asks for next."""
        logits = np.zeros((len(encoded), len(self.codes)))
        for rows, ids, mask in _batches(encoded):
            logits[rows], shares = self._session.run(
                ["logits", "tokens"], {"ids": ids, "mask": mask}
            )
            if remember:
                for row, share in zip(rows, shares, strict=True):
                    self._shares[tuple(encoded[row])] = share.astype(np.float16)
        return logits

    def scores(self, segments: pd.DataFrame, rows: Sequence[int] | None = None) -> np.ndarray:
        """Return calibrated probabilities, shape (n_segments or n_rows, n_codes)."""
        return platt(self.raw(segments, rows), self.platt_)

    def evidence(self, segments: pd.DataFrame, chosen: Sequence[tuple[int, int]]) -> list[str]:
        """Return the words whose states added most to each decision.

        The decision is linear in the mean of the token states, so each token's share is exact.
        """
        rows = sorted({row for row, _ in chosen})
        place = {row: index for index, row in enumerate(rows)}
        encoded = list(self._encode(segments, rows))
        self._run([ids for ids, _, _ in encoded if tuple(ids) not in self._shares], remember=True)
        texts = segments["text"].tolist()
        found = []
        for row, column in chosen:
            ids, spans, begin = encoded[place[row]]
            share = self._shares[tuple(ids)][begin : begin + len(spans), column]
            found.append(EVIDENCE_SEPARATOR.join(_top_words(texts[row], spans, share)))
        return found

    def _encode(
        self, segments: pd.DataFrame, rows: Sequence[int] | None = None
    ) -> Iterator[tuple[list[int], list[tuple[int, int]], int]]:
        """Yield token ids, the character spans of the text's own tokens, and where they begin.

        ``rows`` chooses segments.
        """
        questions, texts = segments["question"].tolist(), segments["text"].tolist()
        if rows is not None:
            questions, texts = [questions[row] for row in rows], [texts[row] for row in rows]
        heads = self._tokenizer.encode_batch(questions)
        bodies = self._tokenizer.encode_batch(texts)
        for head, body in zip(heads, bodies, strict=True):
            ids, begin, size = joined(head.ids, body.ids)
            yield ids, body.offsets[1 : size + 1], begin


def joined(question: list[int], text: list[int]) -> tuple[list[int], int, int]:
    """Return ``<s> question </s> text </s>``, where the text begins and how many tokens it has.

    Both are given as token ids between ``<s>`` and ``</s>``.
    """
    head = question[1:-1][:QUESTION_TOKENS]
    body = text[1:-1][: MAX_TOKENS - len(head) - 3]
    end = text[-1]
    return [text[0], *head, end, *body, end], len(head) + 2, len(body)


def _batches(encoded: list[list[int]]) -> Iterator[tuple[list[int], np.ndarray, np.ndarray]]:
    """Yield rows with padded ids and masks, similar lengths together."""
    order = sorted(range(len(encoded)), key=lambda row: (len(encoded[row]), row))
    for first in range(0, len(order), BATCH):
        rows = order[first : first + BATCH]
        width = max(len(encoded[row]) for row in rows)
        ids = np.ones((len(rows), width), dtype=np.int64)
        mask = np.zeros((len(rows), width), dtype=np.int64)
        for place, row in enumerate(rows):
            ids[place, : len(encoded[row])] = encoded[row]
            mask[place, : len(encoded[row])] = 1
        yield rows, ids, mask


def _top_words(text: str, spans: list[tuple[int, int]], share: np.ndarray) -> list[str]:
    """Return the words with the largest positive share, in the order they were said."""
    words: dict[tuple[int, int], float] = {}
    for (start, end), value in zip(spans, share, strict=True):
        while start < end and text[start].isspace():
            start += 1
        left, right = start, end
        while left > 0 and text[left - 1].isalnum():
            left -= 1
        while right < len(text) and text[right].isalnum():
            right += 1
        if any(letter.isalnum() for letter in text[left:right]):
            words[left, right] = words.get((left, right), 0.0) + float(value)
    best = sorted((span for span in words if words[span] > 0), key=lambda span: -words[span])
    return [text[left:right] for left, right in sorted(best[:_EVIDENCE_WORDS])]
