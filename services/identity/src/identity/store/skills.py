"""What officers are good at, and who can be drawn from a contact zone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from identity.domain.officer_lifecycle import OfficerState
from identity.store.tables.officers import OfficerRow, OfficerSkillRow
from identity.store.tables.organisations import ContactZoneMemberRow, OrganisationRow
from shared.db import Reader, Transaction
from shared.db.engine import Row

skills: sa.Table = OfficerSkillRow.__table__  # type: ignore[assignment]
officers: sa.Table = OfficerRow.__table__  # type: ignore[assignment]
members: sa.Table = ContactZoneMemberRow.__table__  # type: ignore[assignment]
organisations: sa.Table = OrganisationRow.__table__  # type: ignore[assignment]


async def skills_of(reader: Reader, officer_id: UUID) -> list[str]:
    """Return the codes of an officer's skills, in order."""
    rows = await reader.all(
        sa.select(skills.c.skill).where(skills.c.officer_id == officer_id).order_by(skills.c.skill)
    )
    return [row["skill"] for row in rows]


async def set_skills(tx: Transaction, officer_id: UUID, wanted: Iterable[str]) -> None:
    """Replace an officer's skills."""
    await tx.run(sa.delete(skills).where(skills.c.officer_id == officer_id))
    for skill in sorted(set(wanted)):
        tx.add(skills, officer_id=officer_id, skill=skill)


async def candidates_of(reader: Reader, zone_id: UUID) -> list[Row]:
    """Return the active officers of a zone's organisations and of its pool, each with skills."""
    now_in_zone = sa.and_(members.c.zone_id == zone_id, members.c.until_on.is_(None))
    places = (
        sa.select(organisations.c.path)
        .join(members, members.c.organisation_id == organisations.c.id)
        .where(now_in_zone)
        .subquery("places")
    )
    here: Any = officers.c.holder_path
    in_places = sa.exists().where(
        sa.or_(
            here == places.c.path, here.startswith(places.c.path + "/"), here.startswith(places.c.path + ":")
        )
    )
    pooled = officers.c.id.in_(
        sa.select(members.c.officer_id).where(now_in_zone, members.c.officer_id.is_not(None))
    )
    known = (
        sa.select(sa.func.array_agg(sa.text("s.skill ORDER BY s.skill")))
        .select_from(skills.alias("s"))
        .where(sa.text("s.officer_id = officers.id"))
        .scalar_subquery()
    )
    return await reader.all(
        sa.select(
            officers.c.id,
            officers.c.login,
            officers.c.holder_path.label("path"),
            sa.func.coalesce(known, sa.cast([], ARRAY(sa.Text))).label("skills"),
            pooled.label("is_pooled"),
        )
        .where(officers.c.state == OfficerState.ACTIVE.value, sa.or_(in_places, pooled))
        .order_by(officers.c.login)
    )
