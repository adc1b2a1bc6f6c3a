"""Contacts of a person: e-mails, profiles, documents, car plates, birth dates and addresses."""

from __future__ import annotations

from collections.abc import Iterator

from qualcode.privacy.addresses import addresses
from qualcode.privacy.births import births
from qualcode.privacy.documents import documents
from qualcode.privacy.emails import emails, pages
from qualcode.privacy.handles import handles
from qualcode.privacy.mentions import Mention
from qualcode.privacy.plates import plates


def contacts(text: str) -> Iterator[Mention]:
    """Yield e-mails, pages, profiles, documents, plates, birth dates and addresses of a text."""
    for find in (emails, pages, handles, documents, plates, births, addresses):
        yield from find(text)
