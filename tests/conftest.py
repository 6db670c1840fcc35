"""Fixtures for every test: a migrated database of one's own, and a clock that stands still."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from huiying.databases import Access
from huiying.services import WITH_DATABASE
from shared.clock import ZONE, FakeClock
from shared.db import Database

from tests.support import figures as measured
from tests.support import spreading
from tests.support.postgres import VARIABLE, ThrowawayServer, new_folder
from tests.support.running_set import RunningSet, new_set, with_people

MakeAccess = Callable[[str], Awaitable[Access]]
MakeDatabase = Callable[[str], Awaitable[Database]]
NEEDS_SERVER = {"throwaway", "make_access", "make_database", "database", "module_database"}
figures = measured.figures


def pytest_configure(config: pytest.Config) -> None:
    """Choose the folder that the workers of this run share; workers find it in their environment."""
    if not hasattr(config, "workerinput"):
        os.environ[VARIABLE] = str(new_folder())


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server once the last worker is done."""
    folder = Path(os.environ.get(VARIABLE, "missing"))
    if not hasattr(config, "workerinput") and folder.exists():
        ThrowawayServer(folder).end()
        shutil.rmtree(folder, ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a database server or the running set, so that `make test-fast` can leave it out."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if NEEDS_SERVER & fixtures:
            item.add_marker("database")
        if spreading.FIXTURE in fixtures:
            item.add_marker("running")
    spreading.set_first(items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Keep everything that needs the running set in one worker."""
    return spreading.spread(config, log)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show what tests measured, and keep it."""
    measured.show(terminalreporter)
    measured.keep(terminalreporter)


@pytest.fixture(scope="session")
def throwaway() -> ThrowawayServer:
    """The server all tests of a run share."""
    return ThrowawayServer(Path(os.environ[VARIABLE]))


@pytest_asyncio.fixture
async def make_access(throwaway: ThrowawayServer) -> AsyncIterator[MakeAccess]:
    """A function that makes a fresh migrated database of a named service and tells its addresses."""
    async with AsyncExitStack() as later:

        async def make(service: str) -> Access:
            access = await throwaway.copy(service)
            later.push_async_callback(throwaway.drop, access)
            return access

        yield make


@pytest_asyncio.fixture
async def make_database(make_access: MakeAccess) -> AsyncIterator[MakeDatabase]:
    """A function that connects to a fresh database of a named service, with the application's rights."""
    async with AsyncExitStack() as later:

        async def make(service: str) -> Database:
            access = await make_access(service)
            database = await Database.connect(access.app, pool_size=5, application="tests")
            later.push_async_callback(database.close)
            return database

        yield make


@pytest_asyncio.fixture
async def database(make_database: MakeDatabase, request: pytest.FixtureRequest) -> Database:
    """A fresh database, of the service the test is about."""
    return await make_database(service_of(request))


@pytest_asyncio.fixture(scope="module")
async def module_database(
    throwaway: ThrowawayServer, request: pytest.FixtureRequest
) -> AsyncIterator[Database]:
    """One database for all tests of a module, which must bear each other's rows."""
    access = await throwaway.copy(service_of(request))
    database = await Database.connect(access.app, pool_size=5, application="tests")
    yield database
    await database.close()
    await throwaway.drop(access)


@pytest.fixture(scope="session")
def running_set(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSet]:
    """The whole set as processes with the organisations and officers of the demo; every test may break it."""
    one = new_set(tmp_path_factory.mktemp("set") / "run")
    try:
        one.start()
        yield with_people(one)
    finally:
        one.stop()


@pytest.fixture
def clock() -> FakeClock:
    """A clock at nine o'clock on Monday, 2 March 2026."""
    return FakeClock(datetime(2026, 3, 2, 9, 0, tzinfo=ZONE))


def service_of(request: pytest.FixtureRequest) -> str:
    """Return the service of the test's marker or folder; mechanisms are tested in identity's database."""
    marker = request.node.get_closest_marker("service")
    if marker:
        return str(marker.args[0])
    parts = request.path.relative_to(Path(__file__).parent).parts
    return parts[0] if parts[0] in WITH_DATABASE else "identity"
