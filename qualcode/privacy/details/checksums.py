"""Checksums of the numbers Polish offices give: PESEL, NIP, REGON and bank accounts."""

from __future__ import annotations

from datetime import date

_PESEL = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)
_NIP = (6, 5, 7, 2, 3, 4, 5, 6, 7)
_REGON = (8, 9, 2, 3, 4, 5, 6, 7)
_REGON_LONG = (2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8)
_CARD = (7, 3, 1, 7, 3, 1, 7, 3)
_CENTURIES = {8: 1800, 0: 1900, 2: 2000, 4: 2100, 6: 2200}


def is_pesel(digits: str) -> bool:
    """Say whether eleven digits are a PESEL: the date exists and the check digit is right."""
    if len(digits) != 11 or not _dated(digits):
        return False
    return (10 - _sum(digits, _PESEL) % 10) % 10 == int(digits[10])


def _dated(digits: str) -> bool:
    year, month, day = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    century = _CENTURIES.get(month // 20 * 2)
    if century is None:
        return False
    try:
        date(century + year, month % 20, day)
    except ValueError:
        return False
    return True


def is_nip(digits: str) -> bool:
    """Say whether ten digits are a tax number."""
    if len(digits) != 10 or digits[0] == "0" or len(set(digits)) == 1:
        return False
    return _sum(digits, _NIP) % 11 == int(digits[9])


def is_regon(digits: str) -> bool:
    """Say whether nine or fourteen digits are a number of the business register."""
    if len(digits) == 14:
        return is_regon(digits[:9]) and _sum(digits, _REGON_LONG) % 11 % 10 == int(digits[13])
    if len(digits) != 9 or len(set(digits)) == 1:
        return False
    return _sum(digits, _REGON) % 11 % 10 == int(digits[8])


def is_identity_card(number: str) -> bool:
    """Say whether three letters and six digits are a Polish identity card."""
    if len(number) != 9 or not (number[:3].isalpha() and number[3:].isdecimal()):
        return False
    values = [int(sign, 36) for sign in number]
    check = values.pop(3)
    return sum(a * b for a, b in zip(values, _CARD, strict=True)) % 10 == check


def is_account(digits: str, country: str = "PL") -> bool:
    """Say whether 26 digits are a Polish bank account (ISO 13616, modulo 97)."""
    if len(digits) != 26:
        return False
    letters = "".join(str(ord(letter) - 55) for letter in country)
    return int(digits[2:] + letters + digits[:2]) % 97 == 1


def _sum(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))
