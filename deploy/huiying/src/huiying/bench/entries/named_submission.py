"""A person uploads a picture and reports under a name; beside an anonymous report without one, in the same rounds."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from statistics import quantiles
from uuid import uuid4

from PIL import Image

from huiying.bench.bench import Bench
from huiying.bench.entry import MS, TIMES, Entry, Figure, Reading, at_most
from huiying.bench.filling.intake import SUBMISSION, intake_with
from huiying.bench.http import send, timed
from huiying.bench.stage import Stage

AT_ONCE = 4
NAMED = {
    **SUBMISSION,
    "subjects": [
        *SUBMISSION["subjects"],
        {"name": "（化名）赵某", "organisation": "某公司", "position": "经理"},
    ],
    "reporter": {"name": "（化名）李某", "phone": "00000000000", "consent_to_share": False},
}


def _measure(bench: Bench) -> Iterator[Reading]:
    stage = bench.stage(intake_with(bench.size(100_000, 20_000)))
    picture = _picture()
    with ThreadPoolExecutor(AT_ONCE) as people:
        rounds = list(people.map(lambda _: _one_round(stage, picture), range(bench.size(200, 40))))
    (plain, _), (upload, upload_99), (named, named_99), (cleaned, _) = (
        _p50_p99([one[place] for one in rounds]) for place in range(4)
    )
    yield Reading("upload", upload / cleaned, {"ms": upload, "p99 ms": upload_99, "Pillow ms": cleaned})
    yield Reading("submission", named / plain, {"ms": named, "p99 ms": named_99, "anonymous ms": plain})
    yield Reading("whole", upload + named)


def _one_round(stage: Stage, picture: bytes) -> tuple[float, float, float, float]:
    """Return the milliseconds of an anonymous report, an upload, a named report, and of cleaning the picture alone."""
    plain, _ = timed(lambda: send(stage.port, "/v1/public/submissions", SUBMISSION))
    form, kind = _form(picture)
    upload, file = timed(lambda: send(stage.port, "/v1/public/attachments", form, **{"Content-Type": kind}))
    named, _ = timed(
        lambda: send(stage.port, "/v1/public/submissions", {**NAMED, "attachments": [file["id"]]})
    )
    cleaned, _ = timed(lambda: _written_anew(picture))
    return plain, upload, named, cleaned


def _picture() -> bytes:
    """Return a picture as phones take it: two megapixels, no plain surface."""
    picture = BytesIO()
    Image.effect_noise((1600, 1200), 40).convert("RGB").save(picture, "JPEG")
    return picture.getvalue()


def _written_anew(picture: bytes) -> bytes:
    anew = BytesIO()
    Image.open(BytesIO(picture)).save(anew, "JPEG", quality=90)
    return anew.getvalue()


def _form(picture: bytes) -> tuple[bytes, str]:
    boundary = uuid4().hex
    head = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="p.jpg"\r\n'
        "Content-Type: image/jpeg\r\n\r\n"
    )
    return (
        head.encode() + picture + f"\r\n--{boundary}--\r\n".encode(),
        f"multipart/form-data; boundary={boundary}",
    )


def _p50_p99(times: list[float]) -> tuple[float, float]:
    cuts = quantiles(times, n=100, method="inclusive")
    return cuts[49], cuts[98]


ENTRY = Entry(
    "named",
    f"实名提交：一名反映人、两名被反映人、一张图片，{AT_ONCE} 人同时",
    f"a named report with two subjects and a picture, {AT_ONCE} people at once",
    (
        Figure(
            "upload", TIMES, at_most(3), "上传图片，相对只重写图片", "upload, of writing the picture anew"
        ),
        Figure("submission", TIMES, at_most(2), "实名提交，相对匿名提交", "named, of an anonymous report"),
        Figure("whole", MS, None, "两步合计中位数", "both steps, median"),
    ),
    _measure,
)
