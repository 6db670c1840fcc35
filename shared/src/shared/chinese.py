"""How days, amounts and numbers read in an official document."""

from __future__ import annotations

from datetime import date, datetime

from shared.clock import ZONE

_DIGITS = "零一二三四五六七八九"


def on_day(day: date) -> str:
    """Return a day as documents write it: 2026年3月2日, without leading noughts. Rule: GB/T 9704 7.3.5.4."""
    if isinstance(day, datetime):
        day = day.astimezone(ZONE).date()
    return f"{day.year}年{day.month}月{day.day}日"


def in_yuan(cents: int) -> str:
    """Return an amount as documents write it: 12,000.50元."""
    yuan, rest = divmod(abs(cents), 100)
    return f"{'-' if cents < 0 else ''}{yuan:,}{f'.{rest:02}' if rest else ''}元"


def in_words(number: int) -> str:
    """Return a number of an article, 1 to 999, in Chinese figures: 二十九, 一百零三.

    Raises: ValueError.
    """
    if not 0 < number < 1000:
        raise ValueError(number)
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    words = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += "十" if tens == 1 and not hundreds else f"{_DIGITS[tens]}十"
    elif hundreds and ones:
        words += "零"
    return words + (_DIGITS[ones] if ones else "")


def articles(*named: tuple[str, int | None]) -> str:
    """Return articles as documents name them: 《甲》第二十九条、《乙》第十九条; a text without an article is left out."""
    return "、".join(f"{text}第{in_words(number)}条" for text, number in named if number is not None)
