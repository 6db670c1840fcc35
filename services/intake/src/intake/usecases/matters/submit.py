"""A1, B1: somebody brings something in, and holds a receipt before anybody has read it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from intake.domain.channels import ONLINE, PublicChannel
from intake.usecases.matters.take_in import Entry, Told, check_told, take_in
from intake.usecases.sealed.seal_away import is_about_leader, seal_away
from shared.clock import to_the_hour
from shared.http.answers import Answer
from shared.http.idempotency import Clash, claim_with_commit, key_of, replay_after
from shared.process.desk import Call, Desk

Category = Literal["accusation", "appeal", "suggestion", "livelihood_demand"]


class Submission(Told):
    """What a person sends."""

    category: Annotated[Category, Field(description="类别 · category")]
    channel: Annotated[
        PublicChannel,
        Field(description="网络渠道，由提交的页面或者程序填写 · which page or program sends it"),
    ] = ONLINE


async def submit(desk: Desk, body: Submission, call: Call) -> Answer:
    """Take a submission in and give its receipt, which is shown once.

    Raises: Problem `invalid_input` for an unknown region or field, `idempotency_key_required`,
    `idempotency_key_reused`.
    Rule: A1, B1, C-5, R-A3.
    """
    key = key_of(call, body)
    await check_told(desk, body)
    is_sealed = body.category != "livelihood_demand" and await is_about_leader(
        desk, body, desk.settings.receiving_path
    )
    entry = Entry(
        holder_path=desk.settings.receiving_path,
        category=body.category,
        channel=body.channel,
        is_sealed=is_sealed,
    )
    try:
        async with desk.db.transaction() as tx:
            taken = await take_in(tx, desk, body, call, entry)
            if is_sealed:
                await seal_away(tx, desk, taken.matter, entry.holder_path, at=to_the_hour(call.at))
            answer = Answer(
                201,
                {
                    "receipt": taken.issued.receipt,
                    "state": "received",
                    "received_on": call.today,
                    "signed_receipt": taken.issued.signed_receipt,
                },
            )
            if key is not None:
                claim_with_commit(tx, key, answer, call.at)
    except Clash as clash:
        if key is None:
            raise
        return await replay_after(clash, desk.db, key)
    return answer
