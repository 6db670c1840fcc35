"""A corpus of tokens that must not be accepted, made afresh in each run: each good but for one thing."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable, Iterator
from datetime import datetime
from hashlib import sha256
from hmac import digest
from pathlib import Path
from typing import Any

from joserfc import jwe, jwt
from joserfc.jwk import ECKey, OctKey, RSAKey

from shared.auth.actor import Actor
from shared.auth.keys import SigningKey
from shared.auth.tokens import issue

from tests.support.forging import b64, sign_text

Corpus = list[tuple[str, str]]
DAY_S = 86_400


class Forger:
    """Makes tokens that are good but for one thing. It even has the issuer's own key."""

    def __init__(
        self, signer: SigningKey, actor: Actor, folder: Path, *, issuer: str, audience: str, at: datetime
    ) -> None:
        self.signer, self.folder, self.issuer, self.audience, self.at = signer, folder, issuer, audience, at
        self.other = "casework" if audience == "intake" else "intake"
        self.good, claims = issue(actor, issuer=issuer, audience=[audience], signer=signer, at=at)
        self.claims: dict[str, Any] = dict(claims)
        self.header: dict[str, Any] = {"alg": "ES256", "typ": "at+jwt", "kid": signer.kid}

    def sign(self, header: dict[str, Any], claims: Any, key: ECKey | None = None) -> str:
        return self.sign_text(
            json.dumps(header), claims if isinstance(claims, str) else json.dumps(claims), key
        )

    def sign_text(self, header: str, claims: str, key: ECKey | None = None) -> str:
        return sign_text(header, claims, key or self.signer.private)

    def without(self, name: str) -> str:
        return self.sign(self.header, {key: value for key, value in self.claims.items() if key != name})

    def saying(self, **claims: Any) -> str:
        return self.sign(self.header, self.claims | claims)

    def headed(self, **header: Any) -> str:
        return self.sign(self.header | header, self.claims)

    def mac(self, secret: bytes, header: dict[str, Any]) -> str:
        signed = f"{b64(json.dumps(header))}.{b64(json.dumps(self.claims))}"
        return f"{signed}.{b64(digest(secret, signed.encode(), sha256))}"


def unsigned(forger: Forger) -> Iterator[tuple[str, str]]:
    claims = b64(json.dumps(forger.claims))
    for name in ("none", "None", "NONE", "nOnE", ""):
        header = b64(json.dumps(forger.header | {"alg": name}))
        yield f"alg {name!r}, no signature", f"{header}.{claims}."
        yield f"alg {name!r}, old signature", f"{header}.{claims}.{forger.good.rsplit('.', 1)[1]}"
    head, body, signature = forger.good.split(".")
    yield "signature cut off", f"{head}.{body}."
    yield "no signature part", f"{head}.{body}"
    yield "signature of zeros", f"{head}.{body}.{b64(bytes(64))}"
    yield "signature cut in half", f"{head}.{body}.{signature[:43]}"
    yield "signature twice", f"{head}.{body}.{signature}{signature}"
    yield "signature of another token", f"{head}.{body}.{forger.saying(pv=4).rsplit('.', 1)[1]}"


def confused(forger: Forger) -> Iterator[tuple[str, str]]:
    private = forger.signer.private
    public_pem = ECKey.import_key(private.as_dict(private=False)).as_pem(private=False)
    for name, secret in {
        "public key as PEM": public_pem,
        "public key as JWK": json.dumps(forger.signer.public()).encode(),
        "public x": str(forger.signer.public()["x"]).encode(),
        "key id": forger.signer.kid.encode(),
        "empty": b"",
    }.items():
        yield f"HS256 with the {name}", forger.mac(secret, forger.header | {"alg": "HS256"})
    for algorithm in (
        "HS384",
        "RS256",
        "PS256",
        "ES384",
        "ES512",
        "ES256K",
        "EdDSA",
        "es256",
        "ES256 ",
        None,
        7,
    ):
        yield f"alg {algorithm!r}", forger.headed(alg=algorithm)
    rsa = RSAKey.generate_key(2048)
    yield (
        "RS256 with a key of one's own",
        jwt.encode(forger.header | {"alg": "RS256"}, forger.claims, rsa, algorithms=["RS256"]),
    )
    stranger = SigningKey.create(forger.folder / "stranger.jwk", forger.at)
    yield "another key under the known id", forger.sign(forger.header, forger.claims, stranger.private)
    yield (
        "another key under its own id",
        forger.sign(forger.header | {"kid": stranger.kid}, forger.claims, stranger.private),
    )
    for name, value in {
        "jwk": stranger.public(),
        "jku": "https://evil.example/jwks.json",
        "x5u": "https://evil.example/chain.pem",
        "x5c": ["MIIB"],
    }.items():
        yield (
            f"{name} in the header",
            forger.sign({"alg": "ES256", "typ": "at+jwt", name: value}, forger.claims, stranger.private),
        )
        yield f"{name} beside the known key id", forger.headed(**{name: value})


def misheaded(forger: Forger) -> Iterator[tuple[str, str]]:
    for kid in ("", "../../etc/passwd", "' OR 1=1 --", f"{forger.signer.kid}\x00", "x" * 129, 1, None, ["a"]):
        yield f"kid {str(kid)[:20]!r}", forger.headed(kid=kid)
    no_kid = {key: value for key, value in forger.header.items() if key != "kid"}
    yield "no kid", forger.sign(no_kid, forger.claims)
    for kind in ("JWT", "at+JWT ", "dpop+jwt", "secevent+jwt", "", None, 1):
        yield f"typ {kind!r}", forger.headed(typ=kind)
    no_type = {key: value for key, value in forger.header.items() if key != "typ"}
    yield "no typ", forger.sign(no_type, forger.claims)
    yield "crit", forger.headed(crit=["exp"], exp=1)
    yield "crit of something unknown", forger.headed(crit=["unknown"], unknown=True)
    yield "empty crit", forger.headed(crit=[])
    yield "b64 false", forger.headed(b64=False, crit=["b64"])
    yield "zip", forger.headed(zip="DEF")
    yield "cty of a nested token", forger.headed(cty="JWT")
    header = json.dumps(forger.header)
    twice = header[:-1] + ', "alg": "none"}'
    yield "alg twice", forger.sign_text(twice, json.dumps(forger.claims))
    yield "header is a list", forger.sign_text("[]", json.dumps(forger.claims))
    yield "header is no JSON", forger.sign_text("{alg:ES256}", json.dumps(forger.claims))


def misspoken(forger: Forger) -> Iterator[tuple[str, str]]:
    for name in (
        "iss",
        "aud",
        "exp",
        "iat",
        "nbf",
        "jti",
        "sub",
        "kind",
        "grants",
        "pv",
        "clearance",
        "login",
        "org",
    ):
        yield f"no {name}", forger.without(name)
    right = forger.issuer
    for issuer in ("https://evil.example", f"{right}/", right.upper(), "", None, [right], {"url": right}):
        yield f"iss {issuer!r}", forger.saying(iss=issuer)
    here, other = forger.audience, forger.other
    for audience in (other, [other], [], "", None, {here: True}, here.upper(), f" {here}", [[here]]):
        yield f"aud {audience!r}", forger.saying(aud=audience)
    yield "aud with a number", forger.saying(aud=[here, 7])
    for kind in ("system", "public", "admin", "", None, 1):
        yield f"kind {kind!r}", forger.saying(kind=kind)
    for subject in ("", None, 7, "city", "x' OR '1'='1", "a" * 129, forger.claims["sub"].upper()):
        yield f"sub {str(subject)[:20]!r}", forger.saying(sub=subject)
    for version in (-1, None, "3", True, 1.0):
        yield f"pv {version!r}", forger.saying(pv=version)


def mistimed(forger: Forger) -> Iterator[tuple[str, str]]:
    now = forger.claims["iat"]
    for name, times in {
        "expired": {"exp": now - 60, "iat": now - 360, "nbf": now - 360},
        "expired at the end of the leeway": {"exp": now - 5, "iat": now - 300, "nbf": now - 300},
        "not yet": {"nbf": now + 60},
        "issued in the future": {"iat": now + 60, "exp": now + 300},
        "lives a day": {"exp": now + DAY_S},
        "ends before it begins": {"iat": now, "exp": now - 1},
        "exp as text": {"exp": str(now + 300)},
        "exp true": {"exp": True},
        "exp null": {"exp": None},
        "exp negative": {"exp": -1},
        "exp with a fraction": {"exp": now + 300.5},
        "exp beyond the calendar": {"exp": 10**18},
        "exp enormous": {"exp": 10**400},
        "nbf as text": {"nbf": str(now)},
        "iat null": {"iat": None},
    }.items():
        yield name, forger.saying(**times)


def misgranted(forger: Forger) -> Iterator[tuple[str, str]]:
    for name, grants in {
        "no list": {"handler": "city"},
        "a text": "handler",
        "too many": [["handler", "city", 0, None]] * 65,
        "too short": [["handler", "city", 0]],
        "too long": [["handler", "city", 0, None, "d", "e"]],
        "subtree 2": [["handler", "city", 2, None]],
        "until as text": [["handler", "city", 1, "2030-01-01"]],
        "empty path": [["handler", "", 1, None]],
        "path with a comma": [["handler", "city,city:district-1", 0, None]],
        "path with a wildcard": [["handler", "city%", 0, None]],
        "path with a quote": [["handler", "city'; --", 0, None]],
        "path climbing": [["handler", "city/../town", 0, None]],
        "path with a line break": [["handler", "city\n", 0, None]],
        "role no text": [[7, "city", 0, None]],
        "delegation no text": [["handler", "city", 0, None, 7]],
    }.items():
        yield f"grants: {name}", forger.saying(grants=grants)
    for name, act in {
        "a text": "intake",
        "without a subject": {},
        "with a strange member": {"sub": "intake", "kind": "system"},
        "four deep": {"sub": "a", "act": {"sub": "b", "act": {"sub": "c", "act": {"sub": "d"}}}},
    }.items():
        yield f"act: {name}", forger.saying(act=act)
    for clearance in ("TOP_SECRET", "cosmic", None, 5, ["secret"]):
        yield f"clearance {clearance!r}", forger.saying(clearance=clearance)
    for events in ("report.accepted", [7], ["a b"], ["x" * 101], ["x"] * 201, {"report": True}, None):
        yield f"events {str(events)[:20]}", forger.saying(events=events)
    yield "org with a comma", forger.saying(org="city,town")


def malformed(forger: Forger) -> Iterator[tuple[str, str]]:
    header, claims = json.dumps(forger.header), json.dumps(forger.claims)
    yield "a claim twice", forger.sign_text(header, claims[:-1] + ', "sub": "someone-else"}')
    yield "a nested name twice", forger.sign_text(header, claims[:-1] + ', "act": {"sub": "a", "sub": "b"}}')
    yield "NaN", forger.sign_text(header, claims[:-1] + ', "x": NaN}')
    yield "Infinity", forger.sign_text(header, claims[:-1] + ', "x": Infinity}')
    yield "claims are a list", forger.sign_text(header, "[]")
    yield "claims are a text", forger.sign_text(header, json.dumps(forger.audience))
    yield "claims are no JSON", forger.sign_text(header, "{")
    not_text = b64(b"{\xff}")
    yield "claims are not UTF-8", f"{b64(header)}.{not_text}.{b64(bytes(64))}"
    yield "nested too deep", forger.sign_text(header, '{"a":' * 3000 + "1" + "}" * 3000)
    yield "oversize", forger.saying(padding="x" * 20_000)
    head, body, signature = forger.good.split(".")
    tampered = json.dumps(forger.claims | {"clearance": "top_secret"})
    yield "claims exchanged", f"{head}.{b64(tampered)}.{signature}"
    yield "one bit of the signature", f"{head}.{body}.{'B' if signature[0] == 'A' else 'A'}{signature[1:]}"
    yield from {
        "padding": f"{head}.{body}.{signature}==",
        "line break": f"{forger.good}\n",
        "blank inside": f"{head}. {body}.{signature}",
        "standard base64": f"{head}.{body}.{signature[:-1]}+",
        "four parts": f"{forger.good}.{signature}",
        "five parts": f"{head}...{body}.{signature}",
        "empty parts": "..",
        "empty": "",
        "two tokens": f"{forger.good},{forger.good}",
        "JSON serialisation": json.dumps({"protected": head, "payload": body, "signature": signature}),
        "not ASCII": f"{head}.{body}.{signature[:-1]}ä",
        "a lone surrogate": f"{head}.{body}.{signature[:-1]}\ud800",
        "null byte": f"{forger.good}\0",
    }.items()
    secret = OctKey.generate_key(256)
    yield "encrypted", jwe.encrypt_compact({"alg": "dir", "enc": "A256GCM"}, claims, secret)


def corpus_of(forger: Forger) -> Corpus:
    """Return every hostile token with the name of what is wrong with it."""
    makers: list[Callable[[Forger], Iterator[tuple[str, str]]]] = [
        unsigned, confused, misheaded, misspoken, mistimed, misgranted, malformed,
    ]  # fmt: skip
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # libraries rightly warn about what is made here
        return [entry for make in makers for entry in make(forger)]
