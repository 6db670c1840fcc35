"""Satisfaction surveys: opened by the inspection office, answered by whoever holds a token."""

from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from rectification.usecases.evaluations.processes import TAG
from rectification.usecases.evaluations.survey_satisfaction import (
    AnsweredOut,
    AnswerSurvey,
    OpenSurvey,
    SurveyOut,
    answer_survey,
    open_survey,
    show_survey,
)
from shared.auth.declare import PublicRoute, declares
from shared.http.openapi import problems
from shared.http.route import StrictRoute
from shared.service.calls import AtDesk, PublicWriting, Reading, Writing

router = APIRouter(prefix="/v1", tags=[TAG], route_class=StrictRoute)
ANSWERING = "/v1/public/surveys/answer"
PUBLIC_SURVEY = (PublicRoute("POST", ANSWERING, "the token is the right, and nobody is asked who holds it"),)


@router.post(
    "/surveys", status_code=201, response_model=SurveyOut, operation_id="open_survey", summary="发起满意度测评",
    openapi_extra=problems("survey_closed", "survey_already_open"),
)  # fmt: skip
@declares("evaluation:open_survey", audit="write", loader=open_survey)
async def opened(body: OpenSurvey, desk: AtDesk, call: Writing) -> Response:
    """发放一批一次性测评码，仅显示一次；系统不知道谁持有哪个码。Issues one-time tokens, shown once."""
    return (await open_survey(desk, body, call)).response()


@router.get(
    "/surveys/{object_id}", response_model=SurveyOut, operation_id="get_survey", summary="查看满意度测评",
)  # fmt: skip
@declares("evaluation:read_marks", audit="none", loader=show_survey)
async def survey(object_id: UUID, desk: AtDesk, call: Reading) -> Response:
    """答卷不足五份时不显示满意率。No share is told under five answers."""
    return (await show_survey(desk, object_id, call)).response()


@router.post(
    "/public/surveys/answer", response_model=AnsweredOut, operation_id="answer_survey", summary="匿名作答",
    openapi_extra=problems("token_unknown", "survey_closed"),
)  # fmt: skip
async def answered(body: AnswerSurvey, desk: AtDesk, call: PublicWriting) -> Response:
    """凭一次性测评码作答；不记录身份、时刻和地址，答卷与测评码无关联。Counts an answer, and forgets its token."""
    return (await answer_survey(desk, body, call)).response()
