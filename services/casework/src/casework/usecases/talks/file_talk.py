"""T-10: the material of a talk or inquiry goes into the subject's integrity file."""

from typing import Annotated

from pydantic import Field

from casework.domain.likeness import PERSONAL
from casework.domain.talk_inquiry import TalkInquiry
from casework.store.integrity import add_entry
from casework.store.terms import terms_of_clue
from casework.usecases.writing import write
from shared.http.models import Line
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class FileTalk(Command):
    """存入廉政档案 · which materials."""

    materials: Annotated[
        list[Annotated[str, Line(1, 200)]], Field(max_length=50, description="材料清单 · list of materials")
    ] = []


async def file_talk(step: Step[TalkInquiry, FileTalk]) -> Changes:
    """Add an entry to the integrity file of whom the clue is about, found by keyed terms only.

    Rule: T-10, ENF Art 30.
    """
    talk = step.subject
    await write(step, "talk_inquiry", "integrity_file")
    personal = [value for kind, value in await terms_of_clue(step.tx, talk.clue_id) if kind in PERSONAL]
    add_entry(step.tx, talk, personal, by=step.actor.id, at=step.at)
    return Changes(event={"clue_id": str(talk.clue_id)})
