"""Minutes: of a consultation with every voice, and of a meeting on clues with what was decided about which.

Rule: C11, chapter 6.
"""

from datetime import date
from uuid import UUID

from casework.domain.clue_meeting import ClueMeeting
from casework.domain.linkage.consultation_lifecycle import Consultation, ConsultationState
from casework.domain.linkage.consultation_lifecycle import ConsultationAction as A
from casework.domain.linkage.linkage_task_lifecycle import LINKAGE_TASK
from casework.store.clues.clues import numbers_of
from casework.store.linkage.consultations import voices_of
from casework.store.papers import PAPERS
from casework.usecases.documents.written import listed, paper_fields
from shared.db import Reader
from shared.directory.paths import code_of
from shared.documents import Document, Joined, OfficerName, OrganisationName, Rows, Value
from shared.documents.gathering import moved_on
from shared.process.desk import Desk
from shared.process.load import load_subject
from shared.process.process import Viewer

VOICES = Rows("发言情况", name="姓名", organisation="单位", position="意见", text="发言要点")
DECISIONS = Rows("议定事项", clue="线索编号", decision="决定", responsible="责任部门或者责任人")


async def consultation_minutes(reader: Reader, desk: Desk, one: Consultation, _: Viewer) -> dict[str, Value]:
    """Return the agenda, what everybody said, dissent with its answer, and the resolution."""
    called = await paper_fields(reader, desk, one.id, "agenda")
    resolved = await paper_fields(reader, desk, one.id, "resolution")
    task = await load_subject(reader, desk.processes[LINKAGE_TASK.name], one.task_id, lock=False)
    absent = {named["officer"]: named["reason"] for named in resolved.get("absent", [])}
    return {
        "held_on": one.held_on,
        "lead": OrganisationName(code_of(one.holder_path)),
        "task_number": task.number if task else "",
        "agenda": [{"item": item} for item in called["agenda"]],
        "voices": [
            {
                "name": OfficerName(voice.officer_id),
                "organisation": OrganisationName(code_of(voice.organisation_path)),
                "position": listed(desk, "opinion_position", voice.position) or "未发表",
                "text": voice.text or absent.get(voice.login) or absent.get(voice.officer_id, ""),
            }
            for voice in await voices_of(reader, desk.seals, one.id)
        ],
        "resolution": resolved["resolution"],
        "dissent_answer": resolved.get("dissent_answer") or "",
        "work": [
            {"title": each["title"], "due_on": _day(each.get("due_on"))} for each in resolved["board_tasks"]
        ],
        "clues": len(resolved["clues"]),
        "watched": [
            {
                "organisation": OrganisationName(each["organisation"]),
                "text": each["text"],
                "due_on": _day(each["due_on"]),
            }
            for each in resolved["supervision_records"]
        ],
        "resolved_on": await moved_on(reader, one.id, A.RESOLVE),
    }


def _day(written: str | None) -> Value:
    return date.fromisoformat(written) if written else ""


async def clue_meeting_minutes(reader: Reader, desk: Desk, one: ClueMeeting, _: Viewer) -> dict[str, Value]:
    """Return who met where, and what was decided; clues by their number, never by whom they are about."""
    paper = await paper_fields(reader, desk, one.id, "minutes")
    meeting, decisions = paper["meeting"], paper["decisions"]
    numbers = await numbers_of(reader, [UUID(each["clue_id"]) for each in decisions if each.get("clue_id")])
    present = [each for each in meeting["attendees"] if each["present"]]
    away = [each for each in meeting["attendees"] if not each["present"]]
    return {
        "held_on": one.held_on,
        "place": meeting["place"],
        "chair": OfficerName(meeting["chair"]),
        "present": Joined(tuple(OfficerName(each["officer"]) for each in present)),
        "away": Joined(tuple(OfficerName(each["officer"]) for each in away)),
        "fields": "、".join(listed(desk, "livelihood_field", code) for code in one.fields),
        "decisions": [
            {
                "clue": numbers.get(each.get("clue_id") or "", ""),
                "decision": each["decision"],
                "responsible": each.get("responsible", ""),
            }
            for each in decisions
        ],
        "resolution": meeting["resolution"],
    }


CONSULTATION_DOCUMENTS = (
    Document(
        "consultation-minutes", ("会商纪要", "Minutes of a consultation"), "consultation:read_papers",
        consultation_minutes,
        {"held_on": "会商日期", "lead": "牵头室", "task_number": "联动任务编号", "agenda": Rows("议题", item="议题"),
         "voices": VOICES, "resolution": "决议", "dissent_answer": "对不同意见的说明",
         "work": Rows("列入任务清单的工作", title="工作", due_on="期限"), "clues": "转为问题线索的件数",
         "watched": Rows("督办事项", organisation="单位", text="事项", due_on="反馈日期"), "resolved_on": "形成决议日期"},
        exists=lambda one: one.state == ConsultationState.RESOLVED,
    ),
)  # fmt: skip
CLUE_MEETING_DOCUMENTS = (
    Document(
        "clue-meeting-minutes", ("线索专题会议纪要", "Minutes of a meeting on clues"), "clue_meeting:read_papers",
        clue_meeting_minutes,
        {"held_on": "会议日期", "place": "地点", "chair": "主持人", "present": "出席人员", "away": "缺席和回避人员",
         "fields": "重点领域", "decisions": DECISIONS, "resolution": "会议决议"},
        is_written=PAPERS.has("minutes"),
    ),
)  # fmt: skip
