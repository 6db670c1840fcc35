"""A whole matter in one archive, and what is never in it."""

from __future__ import annotations

import base64
import hashlib
import json
import zipfile
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest_asyncio
import sqlalchemy as sa

from intake.app import SPEC
from shared.audit.tables import audit_entries
from shared.jobs.work import run_next

from tests.intake.test_attachments import MARKER, photo, upload
from tests.intake.usecases.story import HOUSING, NAMED, WORKER, answered, screened
from tests.support.house import House
from tests.support.naming import naming

PETITION = "petition.city"


@pytest_asyncio.fixture(autouse=True)
async def with_names(house: House) -> None:
    house.desk.clients["identity"] = naming()  # type: ignore[index]
    settings = {**house.desk.settings.__dict__, "unscanned_is_fine": True}
    object.__setattr__(house.desk.settings, "__dict__", settings)
    await house.hear()


def unpacked(content: bytes) -> tuple[dict[str, bytes], dict[str, Any]]:
    """Return files and manifest, every hash checked."""
    with zipfile.ZipFile(BytesIO(content)) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    manifest = json.loads(files.pop("manifest.json"))
    assert {one["path"]: one["sha256"] for one in manifest["files"]} == {
        path: hashlib.sha256(content).hexdigest() for path, content in files.items()
    }
    return files, manifest


async def test_a_whole_demand_is_had_in_one_archive_without_who_asked(house: House) -> None:
    picture = await upload(house, photo())
    _, demand = await answered(house, reporter=NAMED, attachments=[picture["id"]])
    await house.seal()
    await house.hear()
    got = await house.get(PETITION, f"/v1/{demand}/package", purpose="lawsuit")
    assert got.status_code == 200, got.text
    files, manifest = unpacked(got.content)
    assert {
        "object.json",
        "history.json",
        "timeline.json",
        "sign-offs.json",
        "text.json",
        "audit.json",
    } <= set(files)
    assert "documents/written-opinion.docx" in files or any(name.startswith("documents/") for name in files)
    (name,) = [name for name in files if name.startswith("attachments/")]
    assert MARKER not in files[name]
    assert HOUSING["content"] in files["text.json"].decode()
    assert not [path for path, content in files.items() if str(NAMED["name"]).encode() in content]
    assert (manifest["purpose"], manifest["withheld"]) == ("lawsuit", [])
    proved = json.loads(files["audit.json"])["items"]
    for one in proved:
        leaf = hashlib.sha256(b"\0" + one["entry"].encode()).digest()
        assert base64.b64encode(leaf).decode() == one["proof"]["leaf_hash"]
    assert proved


async def test_every_package_is_recorded_with_its_purpose_and_its_manifest(house: House) -> None:
    _, report = await screened(house)
    await house.hear()
    got = await house.get(PETITION, f"/v1/{report}/package", purpose="audit")
    with zipfile.ZipFile(BytesIO(got.content)) as packed:
        manifest = packed.read("manifest.json")
    async with house.desk.db.reader(WORKER) as reader:
        rows = await reader.all(sa.select(audit_entries).where(audit_entries.c.action == "report:package"))
    assert [(row["field_group"], row["purpose"]) for row in rows] == [("whole", "audit"), ("sealed", "audit")]
    assert rows[1]["details"] == {"manifest": hashlib.sha256(manifest).hexdigest()}


async def test_who_may_not_have_it(house: House) -> None:
    _, report = await screened(house)
    await house.hear()
    for login, status in (("deputy.city", 403), ("office1.handler", 404), ("sysadmin", 404)):
        got = await house.get(login, f"/v1/{report}/package", purpose="audit")
        assert got.status_code == status, login
        asked = await house.http.post(
            f"/v1/{report}/package", headers=house.headers(login, key=str(uuid4())), json={"purpose": "audit"}
        )
        assert asked.status_code == status, login
    assert (await house.get(PETITION, f"/v1/{report}/package")).status_code == 400
    assert (await house.get(PETITION, f"/v1/{report}/package", purpose="curiosity")).status_code == 400


async def test_a_large_one_is_packed_by_the_worker(house: House) -> None:
    _, report = await screened(house)
    await house.hear()
    asked = await house.http.post(
        f"/v1/{report}/package",
        headers=house.headers(PETITION, key=str(uuid4())),
        json={"purpose": "archive"},
    )
    assert asked.status_code == 202, asked.text
    await run_next(house.desk, SPEC.all_jobs)
    await house.hear()
    got = await house.get(PETITION, f"/v1/jobs/{asked.json()['job_id']}/content")
    assert got.status_code == 200, got.text
    _, manifest = unpacked(got.content)
    assert manifest["purpose"] == "archive"
    other = await house.get("deputy.city", f"/v1/jobs/{asked.json()['job_id']}/content")
    assert other.status_code == 404
