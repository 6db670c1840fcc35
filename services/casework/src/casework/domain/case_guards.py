"""What stands in the way of a case's moves: one named condition each.

Rule: chapter 5, SoD-2, SoD-6.
"""

from __future__ import annotations

from dataclasses import dataclass

from casework.domain.case import SMALLEST_TEAM
from shared.lifecycle import Guard


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What the guards look at; as made, nothing stands in the way.

    `conflicted` officers may have to keep away, `handlers_among` are named for the review though they handled
    the case, `missing` counts what was asked and not answered: subjects left out, papers not there.
    """

    subjects: int = 1
    track_fits: bool = True
    has_minutes: bool = True
    unknown_officers: int = 0
    team_size: int = SMALLEST_TEAM
    conflicted: int = 0
    handlers_among: int = 0
    participants: int = SMALLEST_TEAM
    is_filing_announced: bool = True
    subjects_left_out: int = 0
    subjects_unsigned: int = 0
    subjects_unknown: int = 0
    has_text: bool = True
    has_reason: bool = True
    is_report_open: bool = True
    is_leader: bool = True
    has_investigation_report: bool = True
    file_gaps: int = 0
    has_review_office: bool = True
    actor_handled: bool = False
    is_reviewer: bool = True
    has_talked: bool = True
    is_discussed: bool = True
    decides_here: bool = True
    opinions_missing: int = 0
    is_recovered_within: bool = True
    reports_missing: int = 0
    execution_missing: int = 0
    has_open_clocks: bool = False
    appeal_is_new: bool = True
    appeal_fits: bool = True
    appeal_in_time: bool = True
    office_is_competent: bool = True
    quality_is_new: bool = True
    deadline_extends: bool = True


has_subjects = Guard("subjects_missing", lambda f: f.subjects > 0)
track_fits = Guard("track_unfit", lambda f: f.track_fits)
has_minutes = Guard("minutes_missing", lambda f: f.has_minutes)
officers_are_known = Guard("officer_unknown", lambda f: f.unknown_officers == 0)
team_is_big_enough = Guard("team_too_small", lambda f: f.team_size >= SMALLEST_TEAM)
nobody_is_conflicted = Guard("recusal_conflict", lambda f: f.conflicted == 0)
nobody_handled_it = Guard("reviewer_handled_case", lambda f: f.handlers_among == 0)
enough_take_part = Guard("two_participants_needed", lambda f: f.participants >= SMALLEST_TEAM)
filing_is_announced = Guard("filing_not_announced", lambda f: f.is_filing_announced)
subjects_are_known = Guard("subject_unknown", lambda f: f.subjects_unknown == 0)
nobody_is_left_out = Guard("subjects_left_out", lambda f: f.subjects_left_out == 0)
signed_or_noted = Guard("signature_or_note_missing", lambda f: f.subjects_unsigned == 0)
text_is_written = Guard("report_missing", lambda f: f.has_text)
reason_is_given = Guard("reason_missing", lambda f: f.has_reason)
report_is_open = Guard("report_is_complete", lambda f: f.is_report_open)
actor_is_leader = Guard("not_team_leader", lambda f: f.is_leader)
investigation_is_reported = Guard("report_missing", lambda f: f.has_investigation_report)
file_is_complete = Guard("file_incomplete", lambda f: f.file_gaps == 0)
review_office_exists = Guard("review_office_missing", lambda f: f.has_review_office)
actor_is_apart = Guard("reviewer_handled_case", lambda f: not f.actor_handled)
actor_is_reviewer = Guard("not_in_review_group", lambda f: f.is_reviewer)
subject_was_talked_with = Guard("review_talk_missing", lambda f: f.has_talked)
review_was_discussed = Guard("review_not_discussed", lambda f: f.is_discussed)
decides_here = Guard("other_organ_decides", lambda f: f.decides_here)
opinions_are_heard = Guard("opinions_missing", lambda f: f.opinions_missing == 0)
recovered_within_decision = Guard("recovered_more_than_decided", lambda f: f.is_recovered_within)
reports_exist = Guard("three_reports_missing", lambda f: f.reports_missing == 0)
execution_is_reported = Guard("execution_not_reported", lambda f: f.execution_missing == 0)
clocks_are_settled = Guard("deadline_still_open", lambda f: not f.has_open_clocks)
appeal_fits = Guard("appeal_kind_unfit", lambda f: f.appeal_fits)
appeal_is_new = Guard("appeal_already_open", lambda f: f.appeal_is_new)
appeal_in_time = Guard("appeal_too_late", lambda f: f.appeal_in_time)
office_is_competent = Guard("receiver_not_competent", lambda f: f.office_is_competent)
quality_is_new = Guard("quality_already_recorded", lambda f: f.quality_is_new)
deadline_extends = Guard("clock_not_extendable", lambda f: f.deadline_extends)
