"""Identity keeps to its document, whatever it is asked, by whomever."""

from __future__ import annotations

from identity.app import SPEC
from shared.auth.revocation import heard
from shared.service.app import document_of

from tests.support.figures import Figures
from tests.support.fuzz_cases import SMALL
from tests.support.fuzz_walk import Door, Walk
from tests.support.town import FILE, Town

LOGINS = [one["login"] for one in FILE["officers"]]


async def door_of(town: Town) -> Door:
    """Return the town's door; everybody has logged in."""
    town.http.event_hooks = {}  # the walk judges for itself, and goes on
    tokens = {login: (await town.headers(login))["Authorization"] for login in LOGINS}

    async def hear() -> None:
        async with town.desk.db.transaction() as tx:
            await heard(tx, "identity")
        await town.versions.refresh()
        for login in LOGINS:  # the walk changes rights and ends sessions: whoever still may logs in again
            answer = await town.token(login)
            if answer.status_code == 200:
                tokens[login] = f"Bearer {answer.json()['access_token']}"

    return Door(town.http, document_of(town.app, SPEC), tokens.__getitem__, hear)


async def walk_of(town: Town) -> Walk:
    """Return a walk through identity; everybody has logged in."""
    return Walk(await door_of(town), LOGINS)


async def test_identity_keeps_to_its_document(town: Town, figures: Figures) -> None:
    walk = await walk_of(town)

    await walk.through(SMALL)

    walk.conclude(figures)
