"""A service's settings are judged before it is restarted with them; no value is ever printed."""

from __future__ import annotations

from pathlib import Path

from huiying.operating.configuration import check, read_env

RIGHT = {
    "INTAKE_DATABASE_URL": "postgresql://intake_app:secret-word@db/intake",
    "INTAKE_CURSOR_KEY": "k" * 40,
    "INTAKE_OBJECTS_URL": "file:///tmp/objects",
    "INTAKE_PORT": "8102",
    "INTAKE_MANAGEMENT_PORT": "9102",
}


def with_files(folder: Path, mode: int = 0o400) -> dict[str, str]:
    given = dict(RIGHT)
    for name in ("KEY_RING_FILE", "SERVICE_KEY_FILE", "JWKS_FILE"):
        path = folder / name.lower()
        path.write_text("{}")
        path.chmod(mode)
        given[f"INTAKE_{name}"] = str(path)
    return given


def test_a_complete_environment_is_well(tmp_path: Path) -> None:
    assert [one.grade for one in check("intake", with_files(tmp_path))] == ["ok"]


def test_everything_missing_or_malformed_is_named_at_once_and_no_secret_is_shown(tmp_path: Path) -> None:
    given = with_files(tmp_path) | {"INTAKE_POOL_SIZE": "999", "INTAKE_CURSOR_KEY": "secret-but-short"}
    del given["INTAKE_DATABASE_URL"]

    found = check("intake", given)

    told = " ".join(one.zh + one.en for one in found)
    assert [one.grade for one in found] == ["wrong"] * 3
    for name in ("INTAKE_DATABASE_URL", "INTAKE_POOL_SIZE", "INTAKE_CURSOR_KEY"):
        assert name in told
    assert "secret" not in told


def test_a_key_that_others_may_read_and_a_name_nobody_reads_are_found(tmp_path: Path) -> None:
    found = check("intake", with_files(tmp_path, 0o444) | {"INTAKE_POOLSIZE": "5"})

    assert [one.grade for one in found] == ["wrong", "wrong", "warning"]
    assert "INTAKE_POOLSIZE" in found[-1].en


def test_a_file_of_settings_is_read_as_systemd_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "intake.env"
    file.write_text('# who\nINTAKE_PORT=8102\n\nINTAKE_CURSOR_KEY="a=b"\n')

    assert read_env(file) == {"INTAKE_PORT": "8102", "INTAKE_CURSOR_KEY": "a=b"}
