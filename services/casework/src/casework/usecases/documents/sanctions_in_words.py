"""What was decided about a person, as a decision letter says it."""

from casework.domain.accountability import LEADER_WAYS, AccountabilityWay
from casework.domain.sanctions import Measures, PartySanction, term_of
from casework.usecases.documents.written import listed
from shared.chinese import in_words, in_yuan
from shared.process.desk import Desk

_INSIDE = (PartySanction.WARNING, PartySanction.SERIOUS_WARNING)
"""Rule: DISC Art 8: warnings are 党内警告 and 党内严重警告."""


def in_sentences(desk: Desk, given: Measures) -> str:
    """Return one sentence for each kind of measure; nothing decided reads as that."""
    parts = [
        _party(desk, given),
        _government(desk, given),
        *(listed(desk, "organisational_handling", one) for one in given.organisational_handling),
        *(listed(desk, "education_measure", one) for one in given.education_measures),
        *(_held_to_account(desk, one) for one in given.accountability_ways),
        _of_organisation(desk, given),
        "调整其享受的待遇" if given.changes_benefits else "",
        f"没收、追缴违纪违法所得{in_yuan(given.confiscate)}" if given.confiscate else "",
        f"责令退赔{in_yuan(given.recover)}" if given.recover else "",
    ]
    return "；".join(part for part in parts if part) or ("免予问责" if given.is_exempted else "不予处分")


def _party(desk: Desk, given: Measures) -> str:
    sanction = given.party_sanction
    if sanction is None:
        return ""
    name = listed(desk, "party_sanction", sanction)
    if sanction is PartySanction.PROBATION and given.probation_years:
        name += f"{in_words(given.probation_years)}年"
    return f"给予{'党内' if sanction in _INSIDE else ''}{name}处分"


def _government(desk: Desk, given: Measures) -> str:
    sanction = given.government_sanction
    if sanction is None:
        return ""
    months = term_of(given)
    term = f"，处分期为{in_words(months)}个月" if months else ""
    return f"给予政务{listed(desk, 'government_sanction', sanction)}处分{term}"


def _held_to_account(desk: Desk, way: AccountabilityWay) -> str:
    if way is AccountabilityWay.DISCIPLINARY_SANCTION:
        return ""  # said as the sanction it is
    words = "accountability_way_leader" if way in LEADER_WAYS else "accountability_way_organisation"
    return f"予以{listed(desk, words, way)}问责"


def _of_organisation(desk: Desk, given: Measures) -> str:
    measure = given.party_org_measure
    return f"对党组织予以{listed(desk, 'party_org_measure', measure)}" if measure else ""
