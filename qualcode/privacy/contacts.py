"""Contacts of a person: e-mails, web addresses, car plates, birth dates and addresses."""

from __future__ import annotations

from collections.abc import Iterator

from qualcode.privacy.addresses import addresses
from qualcode.privacy.births import births
from qualcode.privacy.emails import emails, pages
from qualcode.privacy.mentions import Mention
from qualcode.privacy.plates import plates


def contacts(text: str) -> Iterator[Mention]:
    """Yield e-mails, web addresses, plates, birth dates, streets and addresses of a text."""
    for find in (emails, pages, plates, births, addresses):
        yield from find(text)
