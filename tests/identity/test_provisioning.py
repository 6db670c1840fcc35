"""Set up by file, as the demonstration and a new deployment are."""

from __future__ import annotations

import json
import stat
import time
from pathlib import Path

import httpx
import yaml

from huiying.places import REPOSITORY
from identity.store.organisations import tree
from identity.usecases.demo_accounts import write_accounts
from identity.usecases.provision import provision
from identity.usecases.provision_file import ProvisionFile

from tests.support.town import Town

DEMO = REPOSITORY / "deploy" / "demo"


def demo_files() -> list[ProvisionFile]:
    names = ("organisations.yaml", "officers.yaml")
    return [ProvisionFile.model_validate(yaml.safe_load((DEMO / name).read_text("utf-8"))) for name in names]


async def test_the_demo_is_set_up_once_and_its_accounts_can_log_in(bare_town: Town, tmp_path: Path) -> None:
    began = time.monotonic()
    out = tmp_path / "accounts.json"

    for file in demo_files():
        await provision(bare_town.desk, file)
    logins = [officer.login for file in demo_files() for officer in file.officers]
    given = await write_accounts(bare_town.desk, logins, out)

    took_s = time.monotonic() - began
    accounts = json.loads(out.read_text("utf-8"))
    assert given == len(accounts) == 42
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert took_s < 15, took_s  # about 1 s on an idle machine
    petition = next(account for account in accounts if account["login"] == "petition.city")
    assert petition["organisation_code"] == "city-petition"
    assert petition["roles"] == ["petition_officer"]
    answer = await _log_in(bare_town, petition["password"])
    assert answer.status_code == 200, answer.text


async def test_a_second_run_changes_nothing(bare_town: Town, tmp_path: Path) -> None:
    out = tmp_path / "accounts.json"
    for file in demo_files():
        await provision(bare_town.desk, file)
    await write_accounts(bare_town.desk, ["petition.city", "sysadmin"], out)
    first = out.read_text("utf-8")

    made = [await provision(bare_town.desk, file) for file in demo_files()]
    given = await write_accounts(bare_town.desk, ["petition.city", "sysadmin"], out)

    assert [sum(one.values()) for one in made] == [0, 0]
    assert given == 0
    assert out.read_text("utf-8") == first


async def test_departments_and_party_organisations_lie_outside_the_commission(bare_town: Town) -> None:
    for file in demo_files():
        await provision(bare_town.desk, file)

    async with bare_town.desk.db.reader() as reader:
        paths = {one.code: one.path for one in await tree(reader)}

    assert paths["city-petition"] == "city/city-petition"
    assert paths["group-1"] == "city/group-1"
    assert paths["district-1-office-1"] == "city:district-1/district-1-office-1"
    assert paths["town-1-1"] == "city:district-1:town-1-1"
    outside = ("bureau-housing", "district-1-housing", "party-bureau-housing", "city-organization-department")
    assert not [code for code in outside if paths[code].startswith("city")]


async def _log_in(town: Town, password: str) -> httpx.Response:
    return await town.form(grant_type="password", username="petition.city", password=password)
