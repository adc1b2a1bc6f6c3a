"""No network: the program refuses its own connections, whatever a library would like to send."""

from __future__ import annotations

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
