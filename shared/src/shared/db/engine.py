"""The connection pool and the two kinds of block: `reader()` and `transaction()`.

A transaction takes its connection and sends BEGIN with the first statement that needs an answer. One that only
`add`s rows is therefore a single statement and a single round trip, and still all or nothing.
"""

from __future__ import annotations

import asyncio
import math
import time
from contextvars import ContextVar
from typing import Any, Generic, TypeAlias, TypeVar

import asyncpg
import msgspec

from shared.db.bell import Bell
from shared.db.compiler import Batch, Statement, Together, compile_statement
from shared.db.errors import DatabaseUnavailable, NotOneRow
from shared.db.hosts import Hosts
from shared.db.scope import Scope, begin_sql

Row: TypeAlias = asyncpg.Record
_open: ContextVar[bool] = ContextVar("transaction_open", default=False)
_LOST = (OSError, TimeoutError, asyncpg.PostgresConnectionError, asyncpg.InterfaceError)
_GOING = (asyncpg.CannotConnectNowError, asyncpg.AdminShutdownError, asyncpg.CrashShutdownError,
          asyncpg.TooManyConnectionsError, asyncpg.TargetServerAttributeNotMatched)  # fmt: skip
_UNAVAILABLE = (*_LOST, *_GOING)
SILENCE_S = 11
"""The server ends a statement after ten seconds; one that has not said so by then is not there any more."""
_A_MARK = "SELECT pg_logical_emit_message(true, 'huiying', '')"  # the least that a commit waits for
_json_encode = msgspec.json.Encoder().encode
_json_decode = msgspec.json.Decoder().decode


def in_transaction() -> bool:
    """Say whether this task holds a transaction open; HTTP calls are refused while it does."""
    return _open.get()


async def _prepare(connection: asyncpg.Connection) -> None:
    await connection.set_type_codec(
        "jsonb",
        schema="pg_catalog",
        format="binary",
        encoder=lambda value: b"\x01" + _json_encode(value),
        decoder=lambda data: _json_decode(data[1:]),
    )


async def _keep_session(_: asyncpg.Connection) -> None:
    """Skip asyncpg's reset query: no statement of ours leaves session state behind."""


class Reader:
    """Statements inside an open block. Rows are mappings: `row["id"]`."""

    _read_only = True

    def __init__(self, pool: asyncpg.Pool, scope: Scope | None, *, by_index: bool = False) -> None:
        self._pool = pool
        self._scope = scope
        self._by_index = by_index
        self._connection: Any = None
        self._was_asked = False
        self._rings: set[str] = set()

    async def _conn(self) -> Any:
        if self._connection is None:
            self._connection = await self._pool.acquire(timeout=2)
            self._was_asked = True
            if self._scope is None:
                await self._connection.execute(begin_sql(read_only=self._read_only))
            else:
                begin = self._scope.begin_sql(read_only=self._read_only, by_index=self._by_index)
                await self._connection.execute(begin)
        return self._connection

    async def all(self, statement: Statement, **binds: Any) -> list[Row]:
        """Return every row."""
        text, values = compile_statement(statement, binds)
        rows: list[Row] = await (await self._conn()).fetch(text, *values)
        return rows

    async def maybe(self, statement: Statement, **binds: Any) -> Row | None:
        """Return one row or None. Raises: NotOneRow when there are more."""
        rows = await self.all(statement, **binds)
        if len(rows) > 1:
            raise NotOneRow(f"{len(rows)} rows")
        return rows[0] if rows else None

    async def one(self, statement: Statement, **binds: Any) -> Row:
        """Return exactly one row. Raises: NotOneRow."""
        row = await self.maybe(statement, **binds)
        if row is None:
            raise NotOneRow("no row")
        return row

    async def scalar(self, statement: Statement, **binds: Any) -> Any:
        """Return the first column of the first row, or None when there is no row."""
        rows = await self.all(statement, **binds)
        return rows[0][0] if rows else None

    async def together(self, statement: Together, **binds: Any) -> list[list[tuple[Any, ...]]]:
        """Return the rows of several selects, which went out in one round trip."""
        (row,) = await self.all(statement, **binds)
        return [read(text) for read, text in zip(statement.readers, row, strict=True)]

    async def _finish(self) -> None:
        await self._end(commit=True)

    async def _undo(self, error: BaseException) -> None:
        """Leave nothing: give up a connection that cannot serve any more, roll back on one that can."""
        if self._is_unavailable(error):
            await self._abandon(error)
        else:
            await self._end(commit=False)

    async def _end(self, *, commit: bool) -> None:
        """Commit or roll back. Raises: ConnectionDoesNotExistError when there is nobody left to commit."""
        connection, self._connection = self._connection, None
        if connection is None:
            return
        try:
            if not connection.is_closed():
                await connection.execute("COMMIT" if commit else "ROLLBACK")
            elif commit:
                raise asyncpg.ConnectionDoesNotExistError("closed before the commit")
        except BaseException as error:
            if not connection.is_closed():
                connection.terminate()
            await self._distrust(error)
            raise
        finally:
            await self._pool.release(connection)

    async def _abandon(self, error: BaseException) -> None:
        """Let go of a connection that broke, or whose server takes no writes any more."""
        connection, self._connection = self._connection, None
        if connection is None:
            return
        connection.terminate()
        await self._pool.release(connection)
        await self._distrust(error)

    async def _distrust(self, error: BaseException) -> None:
        """Use no older connection of a server that fell silent."""
        if isinstance(error, TimeoutError):
            await self._pool.expire_connections()

    def _is_unavailable(self, error: BaseException | None) -> bool:
        """Say whether an error means that the database cannot serve now, rather than that we asked wrongly."""
        if isinstance(error, asyncpg.ReadOnlySQLTransactionError):
            return not self._read_only  # a primary that became a standby
        return isinstance(error, _UNAVAILABLE)


R = TypeVar("R", bound="Reader")


class Transaction(Reader):
    """A block that writes. Buffered rows go out with the commit, or at `flush`."""

    _read_only = False

    def __init__(self, pool: asyncpg.Pool, scope: Scope | None) -> None:
        super().__init__(pool, scope)
        self._batch = Batch()

    def add(self, table: Any, **values: Any) -> None:
        """Queue one row of a table or ORM row class; it is not visible to this transaction's reads before `flush`.

        Where the table's `info` says what it `rings` for, the database's bell does after the commit.
        """
        table = getattr(table, "__table__", table)
        self._batch.add(table, values)
        if table.info and (name := table.info.get("rings")):
            self._rings.add(name)

    def ring(self, name: str) -> None:
        """Let the bell ring for something else that this transaction brings, after the commit."""
        self._rings.add(name)

    async def run(self, statement: Statement, **binds: Any) -> int:
        """Execute a statement that returns no rows; return how many it touched."""
        text, values = compile_statement(statement, binds)
        status: str = await (await self._conn()).execute(text, *values)
        tail = status.rsplit(" ", 1)[-1]
        return int(tail) if tail.isdigit() else 0

    async def be_as_safe_as_written(self) -> None:
        """Make the commit wait, as that of a write does, until all that was read here is safe on a second server.

        A row is seen before it is safe when its writer went away while waiting; telling of it must wait as well.
        """
        await (await self._conn()).execute(_A_MARK)

    async def flush(self) -> None:
        """Send queued rows now, in one statement."""
        if self._batch:
            text, values = self._batch.take()
            await (await self._conn()).execute(text, *values)

    async def _finish(self) -> None:
        if self._connection is None and self._batch:
            await self._write_at_once()
            return
        try:
            await self.flush()
        except BaseException as error:
            await self._undo(error)
            raise
        await self._end(commit=True)

    async def _write_at_once(self) -> None:
        """Send all there is as one statement, which is a transaction by itself."""
        text, values = self._batch.take()
        self._connection = await self._pool.acquire(timeout=2)
        self._was_asked = True
        try:
            await self._connection.execute(text, *values)
        except BaseException as error:
            if self._is_unavailable(error):
                await self._abandon(error)
            raise
        finally:
            connection, self._connection = self._connection, None
            if connection is not None:
                await self._pool.release(connection)


class Block(Generic[R]):
    """What `async with` opens and closes around a reader or a transaction; one at a time in a task."""

    __slots__ = ("_database", "_reader", "_token")

    def __init__(self, reader: R, database: Database) -> None:
        self._reader, self._database = reader, database

    async def __aenter__(self) -> R:
        """Begin. Raises: RuntimeError when a block is open in this task."""
        if _open.get():
            raise RuntimeError(
                "a transaction is already open in this task: the wall stands in the wrong place"
            )
        self._token = _open.set(True)
        return self._reader

    async def __aexit__(self, _: type[BaseException] | None, error: BaseException | None, __: object) -> None:
        """Commit, or roll back what failed. Raises: DatabaseUnavailable for a lost connection."""
        is_unavailable = self._reader._is_unavailable(error)
        try:
            if error is None:
                await self._reader._finish()
                if self._reader._was_asked:
                    self._database.heard_at = time.monotonic()
                if self._reader._rings:
                    self._database.bell.ring(self._reader._rings)
            else:
                await self._reader._undo(error)
        except (*_UNAVAILABLE, asyncpg.ReadOnlySQLTransactionError) as lost:
            raise DatabaseUnavailable(str(lost)) from lost
        finally:
            _open.reset(self._token)
        if is_unavailable:
            raise DatabaseUnavailable(str(error)) from error


class Database:
    """A pool of connections to one service's database."""

    def __init__(self, pool: asyncpg.Pool, bell: Bell) -> None:
        self.pool, self.bell = pool, bell
        self.heard_at = -math.inf
        """When a block last ended well, by the clock that only goes on."""

    @classmethod
    async def connect(
        cls, dsn: str, *, pool_size: int = 20, application: str = "huiying", lock_timeout_ms: int = 2000
    ) -> Database:
        """Make the pool; nothing is connected yet, so a service starts while its database is down.

        The address may name several servers; whichever takes writes is found again after each change of it.
        """
        pool = await asyncpg.create_pool(
            dsn,
            connect=Hosts(dsn).connect,
            min_size=0,
            max_size=pool_size,
            init=_prepare,
            reset=_keep_session,
            statement_cache_size=500,
            command_timeout=SILENCE_S,
            server_settings={
                "application_name": application,
                "timezone": "UTC",
                "jit": "off",  # our statements are short; compiling one took longer than running it
                "statement_timeout": "10000",
                "lock_timeout": str(lock_timeout_ms),
                "idle_in_transaction_session_timeout": "10000",
            },
        )
        return cls(pool, Bell(pool, dsn, f"{application}-bell"))

    async def close(self) -> None:
        """Close every connection, waiting at most five seconds for those in use."""
        await self.bell.close()
        try:
            await asyncio.wait_for(self.pool.close(), 5)
        except TimeoutError:
            self.pool.terminate()

    def reader(self, scope: Scope | None = None, *, by_index: bool = False) -> Block[Reader]:
        """Open a read-only block with one snapshot per statement. Raises: DatabaseUnavailable.

        `by_index` is for statements with an index for each of their parts, whoever asks and however many rows there
        are: they are planned once a connection, where PostgreSQL else plans for each caller anew, which takes longer
        than reading a page.
        """
        return Block(Reader(self.pool, scope, by_index=by_index), self)

    def transaction(self, scope: Scope | None = None) -> Block[Transaction]:
        """Open a block that commits when it ends well, and leaves nothing when it does not.

        Raises: DatabaseUnavailable when the connection is lost; the caller cannot know whether a commit in
        flight arrived, which is what idempotency keys are for.
        """
        return Block(Transaction(self.pool, scope), self)
