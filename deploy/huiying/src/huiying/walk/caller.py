"""A small client of the gateway that shows what it does. Knows nothing of the services' insides."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

from shared.http.work import nonce_of, solve


class Unexpected(Exception):
    """The set did not answer as its contract says."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers and JSON of one answer."""

    status: int
    headers: Mapping[str, str]
    body: Any

    def __getitem__(self, name: str) -> Any:
        return self.body[name]


@dataclass
class Caller:
    """Calls the gateway as people of the demo. With `loud`, prints each request's gist and answer."""

    base_url: str
    accounts: Mapping[str, str]
    loud: bool = True
    _tokens: dict[str, tuple[str, float]] = field(default_factory=dict)

    @classmethod
    def of_run(cls, base_url: str, accounts: Path, *, loud: bool = True) -> Caller:
        """Return a caller with the logins a local run wrote down."""
        people = json.loads(accounts.read_text("utf-8"))
        return cls(base_url, {one["login"]: one["password"] for one in people}, loud)

    def token(self, login: str) -> str:
        """Return an access token, asking for a new one when the last has less than a minute left."""
        known = self._tokens.get(login)
        if known is None or known[1] - time.monotonic() < 60:
            answer = self._log_in(
                {"grant_type": "password", "username": login, "password": self.accounts[login]}
            )
            if answer.status != 200:
                raise Unexpected(f"{login} 未能登录 · could not log in: {answer.status} {_refusal(answer)}")
            known = (answer["access_token"], time.monotonic() + answer["expires_in"])
            self._tokens[login] = known
        return known[0]

    def _log_in(self, form: Mapping[str, str]) -> Answer:
        """Ask for a token, with the work that is asked for after attempts that were cut off."""
        answer = self._send("POST", "/identity/v1/token", None, form=form)
        if isinstance(answer.body, dict) and answer.body.get("code") == "login_proof_required":
            proof = proof_of(answer["challenge"], answer["bits"])
            answer = self._send("POST", "/identity/v1/token", None, form={**form, "proof": proof})
        return answer

    def call(
        self,
        login: str | None,
        method: str,
        path: str,
        body: Mapping[str, Any] | None = None,
        *,
        expect: int | tuple[int, ...] = (200, 201, 202),
        version: int | None = None,
        key: str | None = None,
    ) -> Answer:
        """Send one request and check its status. Raises: Unexpected."""
        headers = {"Accept-Language": "zh-CN"}
        if login:
            headers["Authorization"] = f"Bearer {self.token(login)}"
        if method == "POST":
            headers["Idempotency-Key"] = key or str(uuid4())
        if version is not None:
            headers["If-Match"] = f'"{version}"'
        answer = self._send(method, path, headers, body=body)
        if answer.status == 429 and (asked := answer.headers.get("Proof-Of-Work-Challenge")):
            answer = self._send(method, path, {**headers, "Proof-Of-Work": solve(asked)}, body=body)
        self._tell(login, method, path, answer)
        expected = (expect,) if isinstance(expect, int) else expect
        if answer.status not in expected:
            raise Unexpected(f"{login} {method} {path}: {answer.status}, not {expected}: {answer.body}")
        return answer

    def get(self, login: str, path: str, *, expect: int = 200, **params: Any) -> Answer:
        """Read as a person."""
        query = "?" + urllib.parse.urlencode(params, doseq=True) if params else ""
        return self.call(login, "GET", path + query, expect=expect)

    def act(
        self, login: str, path: str, action: str, body: Mapping[str, Any] | None = None,
        *, expect: int | tuple[int, ...] = (200, 202), signers: Mapping[str, str] | None = None,
    ) -> Answer:  # fmt: skip
        """Move an object as a person who has just looked at it; with `signers`, have each level sign."""
        seen = self._send("GET", path, {"Authorization": f"Bearer {self.token(login)}"})
        version = seen.body.get("version") if seen.status == 200 else 1
        answer = self.call(login, "POST", f"{path}/{action}", body or {}, expect=expect, version=version)
        if answer.status != 202 or signers is None:
            return answer
        return self.sign(path.split("/")[1], answer["sign_off"], signers)

    def upload(self, login: str, service: str, name: str, content: bytes) -> str:
        """Upload a file as a person; return its id."""
        mark = uuid4().hex
        part = f'Content-Disposition: form-data; name="file"; filename="{name}"\r\nContent-Type: text/plain'
        raw = f"--{mark}\r\n{part}\r\n\r\n".encode() + content + f"\r\n--{mark}--\r\n".encode()
        headers = {
            "Authorization": f"Bearer {self.token(login)}",
            "Content-Type": f"multipart/form-data; boundary={mark}",
        }
        path = f"/{service}/v1/attachments"
        answer = self._send("POST", path, headers, raw=raw)
        self._tell(login, "POST", path, answer)
        if answer.status != 201:
            raise Unexpected(f"{login} POST {path}: {answer.status}: {answer.body}")
        identity: str = answer["id"]
        return identity

    def sign(self, service: str, sign_off: Mapping[str, Any], signers: Mapping[str, str]) -> Answer:
        """Let each waiting level of a sign-off approve, in order."""
        answer: Answer | None = None
        for step in sign_off["steps"]:
            if step["state"] == "approved":
                continue
            body: dict[str, Any] = {"opinion": "同意。"}
            if step["level"] == "S4":
                body["meeting"] = MEETING
            path = f"/{service}/v1/sign-offs/{sign_off['id']}/approve"
            answer = self.call(signers[step["level"]], "POST", path, body, expect=200)
        if answer is None:
            raise Unexpected("nothing was left to sign")
        return answer

    def wait_for(self, what: str, look: Any, *, within_s: float = 5.0) -> Any:
        """Look until something is there. Raises: Unexpected after `within_s` seconds."""
        end = time.monotonic() + within_s
        loud, self.loud = self.loud, False
        while True:
            found = look()
            if found:
                self.loud = loud
                if loud:
                    print(f"  … {what}: {within_s - (end - time.monotonic()):.1f} s")
                return found
            if time.monotonic() > end:
                raise Unexpected(f"{what}: not within {within_s:g} s")
            time.sleep(0.1)

    def _send(
        self, method: str, path: str, headers: Mapping[str, str] | None,
        *, body: Mapping[str, Any] | None = None, form: Mapping[str, str] | None = None, raw: bytes | None = None,
    ) -> Answer:  # fmt: skip
        data = raw
        sent = dict(headers or {})
        if body is not None:
            data, sent["Content-Type"] = json.dumps(body).encode(), "application/json"
        elif form is not None:
            data, sent["Content-Type"] = (
                urllib.parse.urlencode(form).encode(),
                "application/x-www-form-urlencoded",
            )
        request = urllib.request.Request(self.base_url + path, data, sent, method=method)  # noqa: S310
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 - our own gateway
                return Answer(answer.status, dict(answer.headers), _json(answer.read()))
        except urllib.error.HTTPError as refused:
            return Answer(refused.code, dict(refused.headers), _json(refused.read()))

    def _tell(self, login: str | None, method: str, path: str, answer: Answer) -> None:
        if self.loud:
            print(
                f"  {login or '群众 (public)':<20} {method:<4} {path[:88]:<88} {answer.status} {_gist(answer.body)}"
            )


MEETING = {
    "held_on": "2026-03-02",
    "place": "第一会议室",
    "chair": "主要负责人",
    "attendees": [{"officer": "甲", "present": True}, {"officer": "乙", "present": True}],
    "resolution": "同意所拟意见。",
}


def proof_of(challenge: str, bits: int) -> str:
    """Return the proof that lets a log-in be tried once more: `challenge.number`."""
    return f"{challenge}.{nonce_of(challenge, bits)}"


def _json(data: bytes) -> Any:
    try:
        return json.loads(data) if data.strip() else {}
    except ValueError:
        return {"text": data[:200].decode(errors="replace")}


def _gist(body: Any) -> str:
    """Return the few words of an answer that tell the story."""
    if not isinstance(body, dict):
        return ""
    if "sign_off" in body:
        steps = " ".join(f"{step['level']}:{step['state']}" for step in body["sign_off"]["steps"])
        return f"{body['sign_off']['action']} [{steps}]"
    if "items" in body:
        return f"{len(body['items'])} items"
    words = [str(body[name]) for name in ("code", "number", "state", "detail") if body.get(name)]
    return " · ".join(words)[:100]


def _refusal(answer: Answer) -> str:
    """Return what a refusal says in words, or whatever else was answered."""
    body = answer.body
    return (
        f"{body.get('title')} {body.get('code')}" if isinstance(body, dict) and "code" in body else str(body)
    )
