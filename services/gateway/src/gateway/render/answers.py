"""The gateway's own refusals as problem details, in the caller's language, with every header they need."""

from __future__ import annotations

from functools import cache

from gateway.domain.answers import ANSWERS, FALLBACK, Answer
from gateway.domain.hygiene import ALWAYS_SAID, SAID_UNLESS_THE_SERVICE_DOES
from gateway.domain.routes import MIB, UPLOAD_BYTES
from gateway.render.shapes import Config, say
from shared.http.catalogue import Catalogue
from shared.http.language import DEFAULT, LANGUAGES, Language
from shared.http.problems import MEDIA_TYPE

_ENGLISH = {"name": "accept-language", "string_match": {"safe_regex": {"regex": r"\s*[eE][nN]([-,;\s].*)?"}}}
_LIMIT: dict[Language, str] = {
    "zh-CN": f"{MIB}（上传附件 {UPLOAD_BYTES}）",
    "en": f"{MIB} (an attachment {UPLOAD_BYTES})",
}


@cache
def catalogue() -> Catalogue:
    """Return the mechanisms' problems and the gateway's own few."""
    return Catalogue.load("gateway")


def local_replies() -> Config:
    """Return how Envoy's own answers are rewritten; the default language last: the first that fits wins."""
    languages = sorted(LANGUAGES, key=lambda language: language == DEFAULT)
    return {
        "mappers": [_mapper(answer, language) for language in languages for answer in ANSWERS],
        "body_format": _body(FALLBACK, DEFAULT),
    }


def _mapper(answer: Answer, language: Language) -> Config:
    status = {"default_value": answer.status, "runtime_key": f"gateway.answer.{answer.status}"}
    seen: list[Config] = [{"status_code_filter": {"comparison": {"op": "EQ", "value": status}}}]
    if answer.flags:
        seen.append({"response_flag_filter": {"flags": list(answer.flags)}})
    if language != DEFAULT:
        seen.append({"header_filter": {"header": _ENGLISH}})
    return {
        "filter": seen[0] if len(seen) == 1 else {"and_filter": {"filters": seen}},
        "headers_to_add": say(_headers(answer, language)),
        "body_format_override": _body(answer, language),
    }


def _headers(answer: Answer, language: Language) -> dict[str, str]:
    headers = dict(ALWAYS_SAID) | dict(SAID_UNLESS_THE_SERVICE_DOES) | {"content-language": language}
    if answer.retry_after_s is not None:
        headers["retry-after"] = str(answer.retry_after_s)
    if answer.status == 401:
        headers["www-authenticate"] = "Bearer"
    return headers


def _body(answer: Answer, language: Language) -> Config:
    wording = catalogue().wording(answer.code, language, {"limit": _LIMIT[language]})
    problem = {
        "type": f"/docs/errors/{answer.code}",
        "title": _literal(wording.title),
        "status": "%RESPONSE_CODE%",
        "detail": _literal(wording.detail),
        "code": answer.code,
        "trace_id": "%REQ(X-REQUEST-ID)%",
    }
    return {"json_format": problem, "omit_empty_values": True, "content_type": MEDIA_TYPE}


def _literal(text: str) -> str:
    """Keep Envoy from reading a percent sign as one of its own commands."""
    return text.replace("%", "%%")
