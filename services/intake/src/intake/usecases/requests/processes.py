"""The processes of requests, each action beside the function that carries it out."""

from __future__ import annotations

from types import MappingProxyType

from intake.domain.protection_lifecycle import PROTECTION
from intake.domain.protection_lifecycle import ProtectionAction as P
from intake.domain.recusal_lifecycle import RECUSAL
from intake.domain.recusal_lifecycle import RecusalAction as K
from intake.domain.request import Request
from intake.domain.reward_lifecycle import REWARD
from intake.domain.reward_lifecycle import RewardAction as W
from intake.domain.trace_lifecycle import TRACE
from intake.domain.trace_lifecycle import TraceAction as T
from intake.store.requests import request_of
from intake.usecases.requests import protect_reporter as protect
from intake.usecases.requests import recuse_officer as recuse
from intake.usecases.requests import reward_reporter as reward
from intake.usecases.requests import trace_reporter as trace
from intake.usecases.requests.asking import RequestOut, view_of
from shared.process.process import Move, Process, no_facts


class ProtectionRequestOut(RequestOut):
    """A request for protection."""


class RecusalRequestOut(RequestOut):
    """A request for recusal."""


class RewardProposalOut(RequestOut):
    """A reward proposal."""


class TraceRequestOut(RequestOut):
    """A request to trace."""


# fmt: off
PROTECTIONS: Process[Request] = Process(
    name=PROTECTION.name, collection="protection-requests", tag="保护与奖励", lifecycle=PROTECTION, table=protect.TABLE,
    hangs_on="object_id", of=request_of, view=view_of(protect.TABLE), out=ProtectionRequestOut, facts=no_facts,
    moves=MappingProxyType({
        P.ASSESS:  Move(protect.AssessProtection, protect.assess_protection),
        P.GRANT:   Move(protect.GrantProtection,  protect.grant_protection),
        P.DECLINE: Move(apply=protect.decline_protection),
        P.END:     Move(apply=protect.end_protection),
    }),
)

RECUSALS: Process[Request] = Process(
    name=RECUSAL.name, collection="recusal-requests", tag="回避与追查", lifecycle=RECUSAL, table=recuse.TABLE,
    hangs_on="object_id", of=request_of, view=view_of(recuse.TABLE), out=RecusalRequestOut, facts=no_facts,
    moves=MappingProxyType({
        K.UPHOLD: Move(recuse.UpholdRecusal, recuse.uphold_recusal),
        K.REJECT: Move(recuse.RejectRecusal, recuse.reject_recusal),
    }),
)

REWARDS: Process[Request] = Process(
    name=REWARD.name, collection="reward-proposals", tag="保护与奖励", lifecycle=REWARD, table=reward.TABLE,
    hangs_on="object_id", of=request_of, view=view_of(reward.TABLE), out=RewardProposalOut, facts=reward.reward_facts,
    moves=MappingProxyType({
        W.APPROVE: Move(),
        W.DECLINE: Move(),
        W.PAY:     Move(reward.PayReward, reward.pay_reward),
    }),
)

TRACES: Process[Request] = Process(
    name=TRACE.name, collection="trace-requests", tag="回避与追查", lifecycle=TRACE, table=trace.TABLE, of=request_of,
    hangs_on="object_id", view=view_of(trace.TABLE), out=TraceRequestOut, facts=trace.trace_facts, moves=MappingProxyType({
        T.APPROVE: Move(trace.ApproveTrace, trace.approve_trace),
        T.REFUSE:  Move(),
        T.TRACE:   Move(trace.RecordTrace,  trace.record_trace, before=trace.must_be_approved),
        T.LAPSE:   Move(),
    }),
)
# fmt: on

REQUESTS = (PROTECTIONS, RECUSALS, REWARDS, TRACES)
