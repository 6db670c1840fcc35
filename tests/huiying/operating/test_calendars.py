"""A year of the calendar is imported by a command that says in words what came of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from huiying.operating.calendars import import_year
from huiying.walk.caller import Answer, Caller, Unexpected

NOTICE = {"source": "notice", "notice": "国办发〔2026〕测试号", "holidays": [], "makeup_workdays": []}


class Gateway(Caller):
    """A gateway that lets one officer in and answers what it is told to."""

    answers: Answer
    sent: list[tuple[str, Any]]

    def _send(
        self, method: str, path: str, headers: Mapping[str, str] | None,
        *, body: Mapping[str, Any] | None = None, form: Mapping[str, str] | None = None,
        raw: bytes | None = None,
    ) -> Answer:  # fmt: skip
        if form is not None:
            known = form["password"] == "right"
            token = {"access_token": "t", "expires_in": 300}
            return (
                Answer(200, {}, token)
                if known
                else Answer(400, {}, {"title": "登录失败", "code": "login_refused"})
            )
        self.sent.append((path, body))
        return self.answers


def gateway(answer: Answer, said: str = "right") -> Gateway:
    made = Gateway("http://gateway", {"sysadmin": said}, loud=False)
    made.answers, made.sent = answer, []
    return made


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    path = tmp_path / "notice.json"
    path.write_text(json.dumps(NOTICE))
    return path


def test_a_year_that_was_taken_is_told_with_its_days(notice: Path) -> None:
    one = gateway(Answer(200, {}, {"edition": 2, "holidays": [1] * 7, "makeup_workdays": [1]}))
    (found,) = import_year(one, "sysadmin", 2027, notice)
    assert one.sent == [("/identity/v1/calendars/2027/import", NOTICE)]
    assert found.grade == "ok"
    assert "7 段假期，1 个调休上班日" in found.zh
    assert "7 holidays" in found.en


def test_everything_that_is_wrong_with_a_notice_is_told(notice: Path) -> None:
    field = {"pointer": "/makeup_workdays/0/name", "detail": "必须填写", "code": "missing"}
    problem = {"title": "提交的内容有误", "detail": "有 1 处", "code": "invalid_input", "errors": [field]}
    found = import_year(gateway(Answer(400, {}, problem)), "sysadmin", 2027, notice)
    assert [one.grade for one in found] == ["wrong", "wrong"]
    assert found[1].zh == "/makeup_workdays/0/name：必须填写"


def test_what_is_not_json_is_not_sent(tmp_path: Path) -> None:
    path = tmp_path / "notice.pdf"
    path.write_text("%PDF")
    one = gateway(Answer(200, {}, {}))
    (found,) = import_year(one, "sysadmin", 2027, path)
    assert found.grade == "wrong"
    assert one.sent == []


def test_who_cannot_log_in_is_told_so_in_words(notice: Path) -> None:
    with pytest.raises(Unexpected, match="登录失败 login_refused"):
        import_year(gateway(Answer(200, {}, {}), "wrong"), "sysadmin", 2027, notice)
