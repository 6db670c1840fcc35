from __future__ import annotations

from gateway.domain.answers import ANSWERS
from gateway.render.answers import catalogue, local_replies


def test_every_answer_has_words_and_the_status_envoy_gives_it() -> None:
    for answer in ANSWERS:
        assert catalogue().problems[answer.code].status == answer.status


def test_a_caller_who_should_come_again_is_told_when() -> None:
    for answer in ANSWERS:
        if answer.status in {429, 502, 503, 504}:
            assert answer.retry_after_s


def test_every_answer_says_the_headers_an_answer_needs() -> None:
    needed = {
        "cache-control", "content-security-policy", "referrer-policy", "strict-transport-security",
        "x-content-type-options", "content-language",
    }  # fmt: skip
    for mapper in local_replies()["mappers"]:
        assert needed <= {header["header"]["key"] for header in mapper["headers_to_add"]}


def test_a_percent_sign_in_the_words_is_not_a_command() -> None:
    for mapper in local_replies()["mappers"]:
        body = mapper["body_format_override"]["json_format"]
        assert "%" not in body["title"].replace("%%", "") + body["detail"].replace("%%", "")
