"""Devices: display names that are those of phones and computers, not of people."""

from __future__ import annotations

import re

_DEVICE = re.compile(
    r"(?i)^(iphone|ipad|galaxy|samsung|huawei|xiaomi|redmi|poco|honor|realme|oppo|motorola|moto|nokia|"
    r"sm-\w+|sony|lg|oneplus|pixel|macbook|laptop|desktop-\w+|android|telefon|phone)\b"
)


def is_device(label: str) -> bool:
    """Tell the name of a phone or computer from a person's."""
    return bool(_DEVICE.match(label))
