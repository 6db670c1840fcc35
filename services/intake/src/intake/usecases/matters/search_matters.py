"""Search reports and demands by what they say, among those whose text the caller may open and no others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import Field

from intake.store.words import CONTENT, SUBJECTS, texts_of
from shared import search
from shared.db import Reader
from shared.db.engine import Row
from shared.http.models import Line
from shared.http.paging import PageBody
from shared.http.problems import FieldError, invalid_input
from shared.process.desk import Call, Desk
from shared.process.listing import Conditions, Search
from shared.process.process import Process
from shared.sealed_words import words

Words = Annotated[str, Line(2, 60)]


class SearchMatters(PageBody):
    """按正文，或被反映人姓名、单位检索，至少两个字 · words of the text, or of whom it is about."""

    q: Annotated[Words | None, Field(description="正文中的字词 · words of the text", examples=["路灯"])] = (
        None
    )
    subject: Annotated[Words | None, Field(description="被反映人姓名或单位 · whom it is about")] = None


def search_of(process: Process[Any]) -> Search:
    """Return the search of one kind of matter. Only registered matters are found.

    Rule: 1.4(7).
    """

    def conditions(desk: Desk, body: SearchMatters, _: Call) -> Conditions:
        asked = [(CONTENT, body.q), (SUBJECTS, body.subject)]
        found = [words.may_hold(desk.seals, process.table.c.id, group, text) for group, text in asked if text]
        if not found:
            raise invalid_input(FieldError("/q", "body", "words_missing"))
        return found

    return Search(SearchMatters, conditions, permission="read_text", keep=_that_say_so)


async def _that_say_so(reader: Reader, desk: Desk, rows: Sequence[Row], body: SearchMatters) -> list[Row]:
    texts = await texts_of(reader, desk.seals, [row["id"] for row in rows])
    wanted = search.parse(body.q or ""), search.parse(body.subject or "")
    kept = []
    for row in rows:
        if (told := texts.get(row["id"])) is None:
            continue
        named = [text for one in told.subjects for text in one]
        says_so = wanted[0] is None or wanted[0].stands_in(told.content)
        if says_so and (wanted[1] is None or wanted[1].stands_in(*named)):
            kept.append(row)
    return kept
