"""What rectification needs to start: nothing besides what every service needs."""

from shared.settings import ManagementPort, Port, ServiceSettings, settings_config


class Settings(ServiceSettings):
    """Settings of rectification; environment variables begin with `RECTIFICATION_`."""

    model_config = settings_config("RECTIFICATION")

    port: Port = 8104
    management_port: ManagementPort = 9104
