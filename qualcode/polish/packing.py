"""Weights on disk: xz-packed text and bytes, which run no code when they are read."""

from __future__ import annotations

import lzma
from collections.abc import Iterable

import numpy as np

_FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 6 | lzma.PRESET_EXTREME}]


def pack(data: bytes) -> bytes:
    """Pack bytes; the same input gives the same output."""
    return lzma.compress(data, check=lzma.CHECK_CRC32, filters=_FILTERS)


def unpack(data: bytes) -> bytes:
    """Undo :func:`pack`."""
    return lzma.decompress(data)


def pack_lines(lines: Iterable[str]) -> bytes:
    """Pack lines of text."""
    return pack("\n".join(lines).encode())


def unpack_lines(data: bytes) -> list[str]:
    """Undo :func:`pack_lines`."""
    return unpack(data).decode().split("\n")


def pack_weights(weights: np.ndarray) -> bytes:
    """Pack an array of int8."""
    return pack(weights.astype(np.int8).tobytes())


def unpack_weights(data: bytes) -> np.ndarray:
    """Undo :func:`pack_weights`."""
    return np.frombuffer(unpack(data), dtype=np.int8)
