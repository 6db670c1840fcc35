"""systemd units for plain servers: one for each program, locked down, restarted when it ends."""

from __future__ import annotations

from huiying.deploying.parts import STATE, Part, parts
from huiying.services import SERVICES, Service

_UNIT = """\
[Unit]
Description=Huiying {name}
Documentation=file:///opt/huiying/deploy/runbook.md
After=network-online.target postgresql.service
Wants=network-online.target

[Service]
Type=exec
User=huiying-{service}
Group=huiying-{service}
EnvironmentFile=/etc/huiying/{name}.env
ExecStart=/opt/huiying/{service}/bin/{command}
Restart=always
RestartSec=1
TimeoutStopSec=30
StateDirectory=huiying/{service}
WorkingDirectory={state}/{service}
NoNewPrivileges=yes
ProtectSystem=strict
ProtectHome=yes
PrivateTmp=yes
PrivateDevices=yes
ProtectKernelTunables=yes
ProtectControlGroups=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
LockPersonality=yes
LimitCORE=0
CapabilityBoundingSet=

[Install]
WantedBy=multi-user.target
"""


def units() -> dict[str, str]:
    """Return every unit by its file name."""
    return {
        f"huiying-{part.name}.service": _unit(service, part)
        for service in SERVICES
        for part in parts(service)
    }


def _unit(service: Service, part: Part) -> str:
    return _UNIT.format(name=part.name, service=service.name, command=" ".join(part.command), state=STATE)
