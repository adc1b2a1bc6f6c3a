"""What holds for the whole process of the program, never for a script that imports the package.

No network: the program refuses its own connections, whatever a library would like to send. And a
garbage collector that looks seldom.
"""

from __future__ import annotations

import gc
import sys

_LOOKED_UP = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})
_SENT = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})


def isolate() -> None:
    """Refuse every network connection of this process from now on; it cannot be undone.

    Connections within the machine by the path of a socket file stay possible.
    """
    sys.addaudithook(_refuse)


def _refuse(event: str, details: tuple[object, ...]) -> None:
    within = event in _SENT and isinstance(details[-1], str | bytes)
    if (event in _SENT or event in _LOOKED_UP) and not within:
        raise ConnectionRefusedError("qualcode uses no network")


def spare_collector() -> None:
    """Have Python look for unreachable cycles seldom: a run keeps nearly all it makes.

    With Python's own thresholds a tenth of a run goes into looking at the same documents again.
    """
    gc.set_threshold(100_000, 50, 50)
