"""7.2: the inspection office opens a round with its ordinal, its kind and its own window."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from rectification.domain.deadlines import DEADLINES
from rectification.domain.organization import InspectionKind, Round
from rectification.domain.regime import regime_on
from rectification.domain.round_lifecycle import ROUND
from rectification.store.organizations import is_opened
from rectification.usecases.creating import begin, bring, fresh, numbered
from shared.db import Transaction
from shared.http.answers import Answer
from shared.http.models import Day, Input, Line
from shared.http.problems import Problem
from shared.lifecycle import Refused
from shared.process.desk import Call, Desk
from shared.process.process import Process

Regime = Literal["2015", "2021", "2025"]
Window = Annotated[
    int, Field(ge=1, le=24, description="集中整改月数 · months for concentrated rectification")
]


class OpenRound(Input):
    """开启巡察轮次 · which round it is, and how long concentrated rectification takes."""

    term: Annotated[
        str, Line(1, 50), Field(description="届次 · term of the Party committee", examples=["第五届"])
    ]
    ordinal: Annotated[int, Field(ge=1, le=99, description="第几轮 · which round of the term")]
    kind: Annotated[InspectionKind, Field(description="巡察类别 · kind")]
    name: Annotated[str, Line(2, 200), Field(description="名称 · name", examples=["第五届市委第三轮巡察"])]
    began_on: Annotated[Day, Field(description="开始日期 · day it began")]
    legal_regime: Annotated[Regime | None, Field(description="适用规范，默认按开始日期 · legal regime")] = (
        None
    )
    window_months: Annotated[Window | None, Field(description="默认按 DL-39 · default by DL-39")] = None


async def open_round(desk: Desk, body: OpenRound, call: Call) -> Answer:
    """Open a round that the caller's office holds.

    Raises: Problem `forbidden`, `round_already_opened`.
    Rule: 7.2, DL-39.
    """
    holder = call.actor.organisation
    if not desk.permissions.over(call.actor, "inspection_round:create", holder, call.at):
        raise Problem("forbidden")
    process: Process[Any] = desk.processes[ROUND.name]

    async def make(tx: Transaction) -> Round:
        regime = body.legal_regime or regime_on(body.began_on)
        number = await numbered(tx, holder, "round", call.today.year)  # who comes at the same time waits here
        if await is_opened(tx, holder, body.term, body.ordinal, body.kind):
            raise Refused("round_already_opened")
        inspection = Round(
            **fresh(process, holder, number),
            **body.model_dump(exclude={"legal_regime", "window_months"}),
            legal_regime=regime,
            window_months=body.window_months or DEADLINES["DL-39"].under(regime).amount,
        )
        await begin(tx, desk, process, inspection, actor=call.actor, today=call.today, rule="7.2")
        return inspection

    return await bring(desk, process, body, call, make)
