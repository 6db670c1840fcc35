"""From SQLAlchemy Core to what asyncpg runs: text and positional values, compiled once per shape."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import asyncpg as dialect_module
from sqlalchemy.util import LRUCache

DIALECT = dialect_module.dialect()  # type: ignore[no-untyped-call]
_compiled: LRUCache[Any, Any] = LRUCache(2000)
_FEW = 8
"""So many rows of a table are written value by value; of more, each column is one array, and the text always the same."""

Shape: TypeAlias = "tuple[sa.Table, tuple[str, ...], int | None]"
"""A table, the columns that are written, and how many rows; None when that does not change the text."""
_insert_texts: dict[tuple[Shape, ...], str] = {}


class Fixed:
    """A statement that is compiled once and kept: of its values only those named at the call change.

    Finding a statement in SQLAlchemy's own cache costs 3 to 30 µs each time, building it anew 20 to 300. A list
    of values is bound as one array, `column == any_(bindparam("ids", type_=ARRAY(…)))`.

    Raises: ValueError for an `IN` of values, whose text changes with their number.
    """

    __slots__ = ("_names", "_values", "text")

    def __init__(self, statement: sa.Executable) -> None:
        compiled: Any = statement.compile(dialect=DIALECT)  # type: ignore[attr-defined]
        if compiled.post_compile_params:
            raise ValueError("bind one array instead of an IN list")
        self.text: str = compiled.string
        self._names: Sequence[str] = compiled.positiontup or ()
        self._values = {name: bind.value for name, bind in compiled.binds.items() if not bind.required}

    def values(self, binds: dict[str, Any]) -> list[Any]:
        """Return the values in the order of the text. Raises: KeyError for one that was not named."""
        own = self._values
        return [binds[name] if name in binds else own[name] for name in self._names]


class Together(Fixed):
    """Several selects sent as one statement; each answers with a list of tuples in the order of its columns.

    PostgreSQL writes each select's rows as JSON, which is read by the columns' types: asyncpg needs five times
    as long for arrays of rows, and another round trip for each select that goes alone.
    """

    __slots__ = ("readers",)

    def __init__(self, *selects: sa.Select[Any]) -> None:
        super().__init__(sa.select(*(_as_json(select) for select in selects)))
        self.readers = [msgspec.json.Decoder(list[_row_type(select)]).decode for select in selects]  # type: ignore[misc]


def _as_json(select: sa.Select[Any]) -> sa.ColumnElement[Any]:
    values = [_readable(column) for column in select.selected_columns]
    rows = select.with_only_columns(sa.func.json_build_array(*values), maintain_column_froms=True)
    return sa.func.array_to_json(sa.func.array(rows.scalar_subquery()), type_=sa.Text)


def _readable(column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    if isinstance(column.type, sa.LargeBinary):  # base64 as JSON knows it, in one line
        return sa.func.translate(sa.func.encode(column, "base64"), "\n", "")
    return column


def _row_type(select: sa.Select[Any]) -> Any:
    kinds: Any = tuple(_type_of(column) for column in select.selected_columns)
    return tuple.__class_getitem__(kinds)


def _type_of(column: sa.ColumnElement[Any]) -> Any:
    kind: Any = column.type
    if isinstance(kind, ARRAY):
        return list[kind.item_type.python_type] | None
    return Any if isinstance(kind, sa.JSON) else kind.python_type | None


Statement: TypeAlias = "sa.Executable | Fixed"


def compile_statement(statement: Statement, binds: dict[str, Any]) -> tuple[str, Sequence[Any]]:
    """Return the text and the values of a statement.

    SQLAlchemy's own execution does the same lookup, but adds about 180 µs of session machinery to each
    statement; bind processors are skipped because asyncpg's codecs take Python values as they are.
    """
    if isinstance(statement, Fixed):
        return statement.text, statement.values(binds)
    found: Any = statement._compile_w_cache(
        DIALECT,
        compiled_cache=_compiled,
        column_keys=sorted(binds),
        for_executemany=False,
        schema_translate_map=None,
    )
    compiled, extracted = found[0], found[1]
    if compiled.post_compile_params:
        state = compiled.construct_expanded_state(
            compiled.construct_params(binds, extracted_parameters=extracted, escape_names=False)
        )
        return state.statement, [state.parameters[name] for name in state.positiontup]
    values = compiled.construct_params(binds, extracted_parameters=extracted, escape_names=False)
    return compiled.string, [values[name] for name in compiled.positiontup or ()]


class Batch:
    """Rows that are written together, in one statement, when the transaction ends."""

    def __init__(self) -> None:
        self._rows: dict[tuple[sa.Table, tuple[str, ...]], list[dict[str, Any]]] = {}

    def __bool__(self) -> bool:
        return bool(self._rows)

    def add(self, table: sa.Table, values: dict[str, Any]) -> None:
        """Queue one row; columns that are left out get their server default."""
        defaults = _defaults.get(table)
        if defaults is None:
            defaults = _defaults[table] = tuple(c.name for c in table.columns if c.server_default is not None)
        given = tuple([name for name in defaults if name in values]) if defaults else ()
        self._rows.setdefault((table, given), []).append(values)

    def take(self) -> tuple[str, list[Any]]:
        """Return the one statement that writes every queued row, and forget them."""
        shapes: list[Shape] = []
        values: list[Any] = []
        for (table, given), rows in self._rows.items():
            columns = _columns(rows, given)
            if len(rows) > _FEW:
                shapes.append((table, columns, None))
                values += [_as_array(table.c[name], rows) for name in columns]
            else:
                shapes.append((table, columns, len(rows)))
                values += [row.get(name) for row in rows for name in columns]
        shape = tuple(shapes)
        text = _insert_texts.get(shape)
        if text is None:
            text = _insert_text(shape)
            if len(_insert_texts) < 5000:
                _insert_texts[shape] = text
        self._rows.clear()
        return text, values


def _columns(rows: list[dict[str, Any]], given: tuple[str, ...]) -> tuple[str, ...]:
    """Return the columns some row has a value for: what is null everywhere need not be sent."""
    names = {name: None for row in rows for name, value in row.items() if value is not None}
    return tuple(names | dict.fromkeys(given))


_defaults: dict[sa.Table, tuple[str, ...]] = {}


def _as_array(column: sa.Column[Any], rows: list[dict[str, Any]]) -> list[Any]:
    """Return a column's values; lists among them as PostgreSQL writes them, for an array of arrays has one length."""
    values = [row.get(column.name) for row in rows]
    return [_literal(value) for value in values] if isinstance(column.type, ARRAY) else values


def _literal(items: Sequence[Any] | None) -> str | None:
    if items is None:
        return None
    quoted = ("NULL" if item is None else _QUOTED.format(str(item).translate(_ESCAPES)) for item in items)
    return "{" + ",".join(quoted) + "}"


_QUOTED, _ESCAPES = '"{}"', str.maketrans({"\\": "\\\\", '"': '\\"'})


def _insert_text(shape: tuple[Shape, ...]) -> str:
    number = 0
    parts: list[str] = []
    for table, columns, count in shape:
        names = ", ".join(f'"{column}"' for column in columns)
        kinds = [table.c[column].type for column in columns]
        # only names of our own tables and columns go into the text; values are always bound
        into = f'INSERT INTO "{table.name}" ({names})'
        parts.append(f"{into} {_arrays(kinds, number) if count is None else _rows(kinds, number, count)}")
        number += len(columns) * (count or 1)
    if len(parts) == 1:
        return parts[0]
    queued = ", ".join(f"i{index} AS ({part})" for index, part in enumerate(parts[:-1]))
    return f"WITH {queued} {parts[-1]}"


def _rows(kinds: Sequence[Any], before: int, count: int) -> str:
    """Return the values of some rows, each with a place of its own."""
    casts, number, rows = [kind.compile(DIALECT) for kind in kinds], before, []
    for _ in range(count):
        rows.append(", ".join(f"${number + place}::{cast}" for place, cast in enumerate(casts, 1)))
        number += len(casts)
    return f"VALUES ({'), ('.join(rows)})"


def _arrays(kinds: Sequence[Any], before: int) -> str:
    """Return any number of rows out of one array for each column."""
    places = range(before + 1, before + len(kinds) + 1)
    casts = ["TEXT" if isinstance(kind, ARRAY) else kind.compile(DIALECT) for kind in kinds]
    given = ", ".join(f"${place}::{cast}[]" for place, cast in zip(places, casts, strict=True))
    names = [f"c{place}" for place in places]
    taken = [
        f"{name}::{kind.compile(DIALECT)}" if isinstance(kind, ARRAY) else name
        for name, kind in zip(names, kinds, strict=True)
    ]
    return f"SELECT {', '.join(taken)} FROM unnest({given}) AS given({', '.join(names)})"  # noqa: S608
