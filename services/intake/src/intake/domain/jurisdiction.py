"""Whose matter a report is: decided by who manages the person it is about, as one table of rules.

Everything here is pure. The table is asked at registration and its answer shown with the rule it rests on; an
officer decides at `screen`. Levels are counted by organisation paths: each `:` leads one level down.

Rule: R-A4, SoD-5, C-6.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum, auto


class Level(IntEnum):
    """The levels of commissions; the root of all organisation paths is the city."""

    CENTRAL = -2
    PROVINCE = -1
    CITY = 0
    DISTRICT = 1
    TOWN = 2


class Rank(StrEnum):
    """How high a person stands; the rank says which level's Party committee manages them."""

    PROVINCIAL_MINISTERIAL = auto()
    BUREAU = auto()
    COUNTY_DIVISION = auto()
    TOWNSHIP_SECTION = auto()
    ORDINARY_CADRE = auto()
    RURAL_ENTERPRISE_OTHER = auto()


class Post(StrEnum):
    """What a subject is, as far as jurisdiction asks."""

    COMMISSION_PRINCIPAL = auto()
    COMMISSION_MEMBER = auto()
    COMMISSION_STAFF = auto()
    COMMITTEE_MEMBER = auto()
    ORGANISATION = auto()
    OTHER = auto()


class Jurisdiction(StrEnum):
    """Whose matter a report is, seen from the office that has it; in order of precedence."""

    SUPERIOR = auto()
    OWN_STAFF = auto()
    OWN = auto()
    STATIONED = auto()
    LOWER = auto()
    ELSEWHERE = auto()


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a report is about.

    `organ` is the path of the commission of their place; `has_group` says that a stationed group watches their unit.
    """

    organ: str
    rank: Rank | None = None
    post: Post = Post.OTHER
    has_group: bool = False

    @property
    def level(self) -> int:
        """The level of their place."""
        return level_of(self.organ)


@dataclass(frozen=True, slots=True)
class Authority:
    """Who manages a subject: a commission by its path, or None for one above everything here."""

    path: str | None
    because: str
    by_cadre_supervision: bool = False
    by_stationed_group: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One rule: whom it speaks of, and at which level they are managed. The first that applies counts."""

    because: str
    rule: str
    applies: Callable[[Subject], bool]
    level: Callable[[Subject], int]


OF_COMMISSION = (Post.COMMISSION_MEMBER, Post.COMMISSION_STAFF)
MANAGED_AT: dict[Rank | None, int] = {
    Rank.PROVINCIAL_MINISTERIAL: Level.CENTRAL,
    Rank.BUREAU: Level.PROVINCE,
    Rank.COUNTY_DIVISION: Level.CITY,
    Rank.TOWNSHIP_SECTION: Level.DISTRICT,
}

# fmt: off
ROWS = (
    #   because                 rule     of whom                                         managed at
    Row("commission_principal", "SoD-5", lambda s: s.post is Post.COMMISSION_PRINCIPAL,  lambda s: s.level - 1),
    Row("own_staff",            "SoD-5", lambda s: s.post in OF_COMMISSION,              lambda s: s.level),
    Row("committee_member",     "R-A4",  lambda s: s.post is Post.COMMITTEE_MEMBER,      lambda s: s.level),
    Row("next_lower_organ",     "R-A4",  lambda s: s.post is Post.ORGANISATION,          lambda s: s.level - 1),
    Row("managed_cadre",        "R-A4",  lambda s: s.rank in MANAGED_AT,                 lambda s: MANAGED_AT[s.rank]),
    Row("host_unit",            "R-A4",  lambda s: s.has_group,                          lambda s: s.level),
    Row("place",                "R-A4",  lambda s: True,                                 lambda s: s.level),
)
# fmt: on


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the table proposes: whose matter, why, and the commission it names where that lies in our directory."""

    jurisdiction: Jurisdiction
    because: str
    path: str | None


def level_of(path: str) -> int:
    """Return the level of an organisation's organ: 0 for `city/city-petition`, 1 for `city:district-1`."""
    return path.count(":")


def organ_at(path: str, level: int) -> str | None:
    """Return the organ above (or at) a path on that level; None above the root, the path's own organ below it."""
    if level < Level.CITY:
        return None
    return ":".join(path.split("/", 1)[0].split(":")[: level + 1])


def management_authority_of(subject: Subject) -> Authority:
    """Return who manages the subject, by the first rule that applies."""
    row = next(row for row in ROWS if row.applies(subject))
    return Authority(
        organ_at(subject.organ, row.level(subject)),
        row.because,
        by_cadre_supervision=row.because == "own_staff",
        by_stationed_group=row.because == "host_unit",
    )


def seen_from(here: str, authority: Authority) -> Jurisdiction:
    """Return whose matter it is for the organ with the path `here`."""
    if authority.path is None or here.startswith(f"{authority.path}:"):
        return Jurisdiction.SUPERIOR
    if authority.path == here:
        if authority.by_cadre_supervision:
            return Jurisdiction.OWN_STAFF
        return Jurisdiction.STATIONED if authority.by_stationed_group else Jurisdiction.OWN
    return Jurisdiction.LOWER if authority.path.startswith(f"{here}:") else Jurisdiction.ELSEWHERE


def propose(subjects: Iterable[Subject], here: str) -> Proposal:
    """Propose whose matter a report is; of several subjects, the one with the highest precedence decides."""
    found = [(seen_from(here, authority), authority) for authority in map(management_authority_of, subjects)]
    if not found:
        return Proposal(Jurisdiction.OWN, "no_subject_known", here)
    order = list(Jurisdiction)
    jurisdiction, authority = min(found, key=lambda one: order.index(one[0]))
    return Proposal(jurisdiction, authority.because, authority.path)
