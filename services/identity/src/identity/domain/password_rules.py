"""What a password must be. Length and not being a known bad one count; kinds of characters do not."""

from __future__ import annotations

import unicodedata

from shared.lifecycle import Refused

SHORTEST = 12
LONGEST = 128
BAD_PARTS = frozenset({
    "000000", "111111", "123456", "1q2w3e", "5201314", "666666", "888888", "a1b2c3", "abcdef", "admin", "huiying",
    "iloveyou", "jijian", "jiwei", "letmein", "passwd", "password", "qwerty", "welcome", "woaini",
})  # fmt: skip


def normalised(password: str) -> str:
    """Return the password as it is hashed: the same however a keyboard composed it."""
    return unicodedata.normalize("NFC", password)


def check_password(password: str, login: str) -> None:
    """Say whether it will do. Raises: Refused `password_too_short`, `password_too_long`, `password_guessable`."""
    if len(password) < SHORTEST:
        raise Refused("password_too_short", least=str(SHORTEST))
    if len(password) > LONGEST:
        raise Refused("password_too_long", most=str(LONGEST))
    plain = password.lower()
    if len(set(plain)) < 5 or _is_guessable(plain, login.lower()):
        raise Refused("password_guessable")


def _is_guessable(plain: str, login: str) -> bool:
    """Say whether little is left once well-known pieces and the login's parts are taken away."""
    rest = plain
    pieces = {login, *(part for part in login.replace("-", ".").split(".") if len(part) > 3), *BAD_PARTS}
    for piece in sorted(pieces, key=len, reverse=True):
        rest = rest.replace(piece, "")
    return len(rest) < SHORTEST - 4
