"""D3: the filing is announced to the subject, and the head of the subject's Party organisation is told."""

from typing import Annotated

from pydantic import Field

from casework.domain.case import Case
from casework.usecases.writing import write
from shared.http.models import Day, Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class AnnounceFiling(Command):
    """宣布立案决定 · the notice, and who was told; in serious cases family and public too."""

    notice: Annotated[str, Text(0, 5000), Field(description="立案通知书内容 · the notice")] = ""
    announced_on: Annotated[Day | None, Field(description="宣布日期，默认当日 · day")] = None
    organisation_head_told: Annotated[
        bool, Field(description="已通报其党组织主要负责人 · the head of the Party organisation was told")
    ] = True
    family_told: Annotated[bool, Field(description="已告知家属 · family told")] = False
    public_notice: Annotated[bool, Field(description="已向社会发布 · public notice given")] = False


async def announce_filing(step: Step[Case, AnnounceFiling]) -> Changes:
    """Keep the notice.

    Rule: D3, ENF Art 38, SL Art 42.
    """
    await write(step, "case", "filing_notice")
    return Changes()
