"""Pages of long lists: signed cursors bound to caller, filter and sort, and the predicate they stand for.

    REPORTS = Sorting({"received_on": reports.c.received_on}, default="-received_on", last=reports.c.id)

    window = cursors.window(REPORTS, query, caller=actor.id)
    rows = await reader.all(window.apply(sa.select(...).where(...)))
    return window.page(rows, show)

A cursor says where the next page starts and nothing more: whoever holds it still sees only what they may.
"""

import base64
import binascii
import hmac
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar

import msgspec
import sqlalchemy as sa
from pydantic import Field

from shared.db import Fixed
from shared.http.models import Input, Output, Query
from shared.http.problems import FieldError, Place, Problem, invalid_input

T = TypeVar("T")

_MAC_BYTES, _BINDING_BYTES = 16, 8
_HEAD = _MAC_BYTES + _BINDING_BYTES
_encode = msgspec.msgpack.Encoder(uuid_format="bytes").encode


class Page(Output, Generic[T]):
    """One page; `next_cursor` is null on the last."""

    items: Annotated[list[T], Field(description="本页内容")]
    next_cursor: Annotated[
        str | None, Field(description="下一页的 cursor；最后一页为 null", examples=["q1Zl5Xq3cQ0"])
    ]


class PageQuery(Query):
    """What every list takes; the filters of one list are fields of its own subclass."""

    limit: Annotated[int, Field(ge=1, le=100, description="每页条数，最多 100。")] = 20
    cursor: Annotated[
        str | None, Field(max_length=2000, description="上一页答复中的 next_cursor；筛选条件和排序必须不变。")
    ] = None
    sort: Annotated[
        str | None,
        Field(max_length=200, description="排序字段，逗号分隔，前加 - 为倒序。", examples=["-received_on"]),
    ] = None


class PageBody(Input):
    """The same for `_search`, whose filters are names, numbers or texts and do not belong into a URL."""

    limit: Annotated[int, Field(ge=1, le=100, description="每页条数，最多 100。")] = 20
    cursor: Annotated[
        str | None, Field(max_length=2000, description="上一页答复中的 next_cursor；检索条件和排序必须不变。")
    ] = None
    sort: Annotated[str | None, Field(max_length=200, description="排序字段，逗号分隔，前加 - 为倒序。")] = (
        None
    )


@dataclass(frozen=True, slots=True)
class Term:
    """One key of an order."""

    column: sa.ColumnElement[Any]
    field: str
    descending: bool


class Order:
    """Terms in order, the id last, and how a position among them is written down."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms = tuple(terms)
        kinds = tuple(term.column.type.python_type for term in self.terms)
        self._decoder = msgspec.msgpack.Decoder(tuple[kinds])  # type: ignore[valid-type]
        self.clauses = [term.column.desc() if term.descending else term.column.asc() for term in self.terms]

    def position_of(self, row: Any) -> bytes:
        """Write down where a row stands."""
        return self.write(self.values_of(row))

    def values_of(self, row: Any) -> tuple[Any, ...]:
        """Return the values of the terms in a row."""
        return tuple(row[term.field] for term in self.terms)

    def write(self, values: Sequence[Any]) -> bytes:
        """Write down a position."""
        return _encode(list(values))

    def read(self, position: bytes) -> tuple[Any, ...]:
        """Return the values of a position. Raises: msgspec.DecodeError."""
        values: tuple[Any, ...] = self._decoder.decode(position)
        return values

    def after(self, values: Sequence[Any]) -> sa.ColumnElement[bool]:
        """Select the rows behind a position; one row comparison where all keys run the same way."""
        return self._after(
            [sa.literal(value, term.column.type) for term, value in zip(self.terms, values, strict=True)]
        )

    def fixed(self, statement: sa.Select[Any], limit: int, *, goes_on: bool) -> Fixed:
        """Return a page's statement compiled for good; bind `Window.binds` to it.

        The limit stands in the text: PostgreSQL plans for so many rows, also where it keeps the plan.
        """
        return Fixed(self._cut(statement, limit, goes_on=goes_on))

    def merged(self, statements: Sequence[sa.Select[Any]], limit: int, *, goes_on: bool) -> Fixed:
        """Return the same for a page whose rows come from several selects, none of them from two.

        Only the first one's are many. Those of the others are found before they are sorted, which OFFSET says:
        PostgreSQL would leaf through everybody's in the page's order, hoping to meet some.
        """
        first, *others = statements
        few = [self._go_on(one, goes_on=goes_on).offset(sa.literal_column("0")) for one in others]
        return Fixed(self.together([self._cut(first, limit, goes_on=goes_on), *few], limit))

    def together(self, pages: Sequence[sa.Select[Any]], limit: int) -> sa.Select[Any]:
        """Return the page of all of several pages' rows."""
        rows = sa.union_all(*(page.subquery().select() for page in pages)).subquery()
        order = [
            rows.c[term.field].desc() if term.descending else rows.c[term.field].asc() for term in self.terms
        ]
        return sa.select(rows).order_by(*order).limit(sa.literal_column(str(limit + 1)))

    def _cut(self, statement: sa.Select[Any], limit: int, *, goes_on: bool) -> sa.Select[Any]:
        going_on = self._go_on(statement, goes_on=goes_on)
        return going_on.order_by(*self.clauses).limit(sa.literal_column(str(limit + 1)))

    def _go_on(self, statement: sa.Select[Any], *, goes_on: bool) -> sa.Select[Any]:
        if not goes_on:
            return statement
        bound = [sa.bindparam(f"after_{n}", type_=t.column.type) for n, t in enumerate(self.terms)]
        return statement.where(self._after(bound))

    def _after(self, bound: Sequence[sa.ColumnElement[Any]]) -> sa.ColumnElement[bool]:
        columns = [term.column for term in self.terms]
        if len({term.descending for term in self.terms}) == 1:
            here, there = sa.tuple_(*columns), sa.tuple_(*bound)
            return here < there if self.terms[0].descending else here > there
        branches = []
        for index, term in enumerate(self.terms):
            equal = [column == value for column, value in zip(columns[:index], bound[:index], strict=True)]
            branches.append(sa.and_(*equal, _behind(term, bound[index], strict=True)))
        return sa.and_(_behind(self.terms[0], bound[0], strict=False), sa.or_(*branches))


class Sorting:
    """What one list may be sorted by; `last` is the id, which makes every order total.

    Columns must not be null, and must be among those the statement selects.

    Raises: ValueError for a column that may be null, or a default that is not in the list.
    """

    def __init__(
        self, keys: Mapping[str, sa.ColumnElement[Any]], *, default: str, last: sa.ColumnElement[Any]
    ) -> None:
        self.keys = dict(keys)
        self._last = last
        self.name = f"{last}:{','.join(self.keys)}"
        self._orders: dict[str, Order] = {}
        if nullable := [name for name, column in keys.items() if getattr(column, "nullable", False)]:
            raise ValueError(f"cannot sort by {nullable}: may be null")
        try:
            self._default = self._parse(default)
        except Problem as problem:
            raise ValueError(f"default sort {default!r} is not allowed") from problem

    def order(self, sort: str | None, place: Place = "query") -> Order:
        """Return the order a caller asked for. Raises: Problem `invalid_input` (`sort_not_allowed`)."""
        if sort is None:
            return self._default
        order = self._orders.get(sort)
        if order is None:
            order = self._parse(sort, place)
            if len(self._orders) < 200:
                self._orders[sort] = order
        return order

    def _parse(self, sort: str, place: Place = "query") -> Order:
        terms: list[Term] = []
        for word in sort.split(","):
            name = word.removeprefix("-")
            column = self.keys.get(name)
            if column is None or any(term.column is column for term in terms):
                raise invalid_input(
                    FieldError("/sort", place, "sort_not_allowed", {"allowed": list(self.keys)})
                )
            terms.append(Term(column, str(getattr(column, "key", None) or name), word.startswith("-")))
        if not any(term.column is self._last for term in terms):
            terms.append(Term(self._last, str(self._last.key), terms[-1].descending))
        return Order(terms)


@dataclass(frozen=True, slots=True)
class Window:
    """One page's worth of a list: where it starts and how long it is."""

    order: Order
    limit: int
    after: tuple[Any, ...] | None
    sign: Callable[[bytes], str]

    def apply(self, statement: sa.Select[Any]) -> sa.Select[Any]:
        """Sort a statement and cut it to the window; one row more shows whether there is a next page."""
        if self.after is not None:
            statement = statement.where(self.order.after(self.after))
        return statement.order_by(*self.order.clauses).limit(sa.literal_column(str(self.limit + 1)))

    def apply_to(self, statements: Sequence[sa.Select[Any]]) -> sa.Select[Any]:
        """Return the same for a page whose rows come from several statements, none of them from two."""
        return self.order.together([self.apply(one) for one in statements], self.limit)

    def binds(self) -> dict[str, Any]:
        """Return the values of a statement that `Order.fixed` made."""
        return {f"after_{n}": value for n, value in enumerate(self.after or ())}

    def next_cursor(self, rows: Sequence[Any]) -> str | None:
        """Return the cursor of the next page, given all rows that came back; None on the last page."""
        if len(rows) <= self.limit:
            return None
        return self.sign(self.order.position_of(rows[self.limit - 1]))

    def page(self, rows: Sequence[Any], show: Callable[[Any], Any]) -> dict[str, Any]:
        """Return the page as answers show it."""
        return {"items": [show(row) for row in rows[: self.limit]], "next_cursor": self.next_cursor(rows)}


class Cursors:
    """Writes and reads cursors under one secret key, which all processes of a service share."""

    def __init__(self, secret: bytes) -> None:
        if len(secret) < 32:
            raise ValueError("the key of cursors needs 32 bytes")
        self._secret = secret

    def window(self, sorting: Sorting, query: PageQuery | PageBody, *, caller: str) -> Window:
        """Return the window a caller asked for.

        Raises: Problem `cursor_invalid` for what we did not write, `cursor_mismatch` for the cursor of
        another caller, filter or sort, `invalid_input` for a sort that is not allowed.
        """
        order = sorting.order(query.sort, "body" if isinstance(query, PageBody) else "query")
        binding = self._binding(sorting, query, caller)

        def sign(position: bytes) -> str:
            content = binding + position
            return base64.urlsafe_b64encode(self._mac(content) + content).rstrip(b"=").decode()

        after = None if query.cursor is None else order.read(self._position(query.cursor, binding))
        return Window(order, query.limit, after, sign)

    def _position(self, cursor: str, binding: bytes) -> bytes:
        try:
            raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        except (ValueError, binascii.Error):
            raise Problem("cursor_invalid") from None
        content = raw[_MAC_BYTES:]
        if len(raw) <= _HEAD or not hmac.compare_digest(raw[:_MAC_BYTES], self._mac(content)):
            raise Problem("cursor_invalid")
        if content[:_BINDING_BYTES] != binding:
            raise Problem("cursor_mismatch")
        return content[_BINDING_BYTES:]

    def _binding(self, sorting: Sorting, query: PageQuery | PageBody, caller: str) -> bytes:
        asked = query.model_dump_json(exclude=_NOT_BOUND)
        text = f"{sorting.name}\0{caller}\0{asked}"
        return hmac.digest(self._secret, text.encode(), "sha256")[:_BINDING_BYTES]

    def _mac(self, content: bytes) -> bytes:
        return hmac.digest(self._secret, b"cursor\0" + content, "sha256")[:_MAC_BYTES]


_NOT_BOUND = {"limit", "cursor", "labels"}


def _behind(term: Term, value: sa.ColumnElement[Any], *, strict: bool) -> sa.ColumnElement[bool]:
    if term.descending:
        return term.column < value if strict else term.column <= value
    return term.column > value if strict else term.column >= value
