"""A second process for work that can go on beside the first: sentence vectors, topics, charts.

It is started by the code that asks for it (:func:`beside`), never by an import, and it runs this
module alone, so a user's own script is not run twice as multiprocessing would. It answers one
request after another over its standard streams and ends with its parent. Where it cannot be had
(one core, no right to start a process) or dies, the same functions run in the first process, so
results never depend on it.
"""

from __future__ import annotations

import importlib
import io
import json
import os
import signal
import struct
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import IO, Any

from qualcode.isolation import isolate, spare_collector

_SIZE = struct.Struct(">Q")
_DONE = b"1"
_START = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[1]); "
    "from qualcode.companion import serve; serve()"
)
_LOADED = ("vectors:prepare", "topicmodel.parcels:prepare", "charts:prepare")
_current: _Companion | None = None


@contextmanager
def beside() -> Iterator[None]:
    """Have a companion for a while; without a second core there is none."""
    global _current
    if _current is not None or _cores() < 2:
        yield
        return
    _current = _Companion()
    try:
        yield
    finally:
        companion, _current = _current, None
        companion.close()


def begin(task: str, *given: Any) -> Future[Any] | None:
    """Ask the companion to call a function of this package.

    Parameters
    ----------
    task : str
        Module and function, such as ``"charts:drawn"``; it returns bytes or an array.
    *given : object
        What the function is called with; anything JSON can say.

    Returns
    -------
    Future or None
        None when there is no companion.
    """
    return _current.ask(task, given) if _current else None


def load(*, topics: bool = True) -> None:
    """Have the companion load what takes long to load, once, before it is asked for."""
    if _current and not _current.loaded:
        _current.loaded = True
        for task in _LOADED:
            if topics or not task.startswith("topicmodel"):
                begin(task)


def serve() -> None:
    """Answer requests until the parent closes the stream; the companion's whole life."""
    isolate()
    spare_collector()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not mix with the answers
    while (request := _received(sys.stdin.buffer)) is not None:
        try:
            answer = _DONE + _packed(_called(*json.loads(request)))
        except Exception:
            answer = b""  # the parent repeats the call and raises what it raises
        _send(answers, answer)


class _Companion:
    def __init__(self) -> None:
        self._queue = ThreadPoolExecutor(1)
        self._closed = False
        self.loaded = False
        self._process: subprocess.Popen[bytes] | None = None
        with suppress(OSError):
            self._process = subprocess.Popen(  # noqa: S603 - this interpreter, our own words
                [sys.executable, "-c", _START, json.dumps(sys.path)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )

    def ask(self, task: str, given: tuple[Any, ...]) -> Future[Any]:
        return self._queue.submit(self._answer, task, given)

    def close(self) -> None:
        self._closed = True
        if self._process:
            self._process.kill()
            self._process.communicate()
        self._queue.shutdown(cancel_futures=True)

    def _answer(self, task: str, given: tuple[Any, ...]) -> Any:
        if self._process and self._process.stdin and self._process.stdout:
            with suppress(OSError, ValueError):
                _send(self._process.stdin, json.dumps([task, given]).encode())
                answer = _received(self._process.stdout)
                if answer:
                    return _unpacked(answer[len(_DONE) :])
        return None if self._closed else _called(task, given)


def _called(task: str, given: tuple[Any, ...]) -> Any:
    module, _, name = task.partition(":")
    return getattr(importlib.import_module(f"qualcode.{module}"), name)(*given)


def _packed(answer: Any) -> bytes:
    """Return bytes as they are and an array as NumPy writes it, with a letter to tell them."""
    if answer is None or isinstance(answer, bytes):
        return b"b" + (answer or b"")
    import numpy as np

    written = io.BytesIO()
    np.save(written, answer, allow_pickle=False)
    return b"a" + written.getvalue()


def _unpacked(packed: bytes) -> Any:
    if packed[:1] == b"b":
        return packed[1:]
    import numpy as np

    return np.load(io.BytesIO(packed[1:]), allow_pickle=False)


def _send(stream: IO[bytes], content: bytes) -> None:
    stream.write(_SIZE.pack(len(content)))
    stream.write(content)
    stream.flush()


def _received(stream: IO[bytes]) -> bytes | None:
    head = stream.read(_SIZE.size)
    return stream.read(_SIZE.unpack(head)[0]) if len(head) == _SIZE.size else None


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
