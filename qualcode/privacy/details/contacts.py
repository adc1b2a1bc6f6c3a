"""Contacts of a person: e-mails, profiles, documents, car plates, birth dates and addresses."""

from __future__ import annotations

from collections.abc import Iterator

from qualcode.privacy.details.addresses import addresses
from qualcode.privacy.details.births import births
from qualcode.privacy.details.documents import documents
from qualcode.privacy.details.emails import emails, pages
from qualcode.privacy.details.handles import handles
from qualcode.privacy.details.plates import plates
from qualcode.privacy.mentions import Mention


def contacts(text: str) -> Iterator[Mention]:
    """Yield e-mails, pages, profiles, documents, plates, birth dates and addresses of a text."""
    for find in (emails, pages, handles, documents, plates, births, addresses):
        yield from find(text)
