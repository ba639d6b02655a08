"""Settings: environment variables `TENSIONWIRE_*`, read once at the start of a process."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import msgspec

PREFIX = "TENSIONWIRE_"

Positive = Annotated[int, msgspec.Meta(gt=0)]
Seconds = Annotated[float, msgspec.Meta(gt=0)]


class SettingsError(Exception):
    """A setting cannot be used. The message names the variable and says what it takes."""


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """One field a variable: `kafka` is TENSIONWIRE_KAFKA. `DESCRIPTIONS` says what each means."""

    kafka: str = "127.0.0.1:9092"
    redis: str = "redis://127.0.0.1:6379/0"
    metrics_host: str = "127.0.0.1"
    metrics_port: int = 0
    instance: str = ""
    rules: str = ""
    templates_dir: str = ""
    lexicon_dir: str = ""
    log_level: str = "INFO"
    batch: Positive = 200
    window: Seconds = 0.005
    watchdog: Seconds = 60.0
    quiet_days: Positive = 7
    max_age: Seconds = 86400.0
    send_timeout: Seconds = 15.0
    in_flight: Positive = 16
    retry_pauses: str = "5,300,1800,7200,18000,36000,50400,72000,86400"
    web_host: str = "127.0.0.1"
    web_port: int = 8080
    web_url: str = ""
    web_store: str = ""
    web_tokens: str = ""
    web_rate: Positive = 5000
    watched: str = "CHN-USA,RUS-USA,RUS-UKR,CHN-RUS,CHN-TWN,CHN-DEU,DEU-RUS,IRN-USA,IRN-ISR,IND-PAK,CHN-IND,PRK-USA"
    heartbeat: Annotated[float, msgspec.Meta(ge=0)] = 60.0


DESCRIPTIONS: dict[str, str] = {
    "kafka": "Kafka's address, host:port, several with commas",
    "redis": "Redis' address, redis://host:port/database; may be given as a file (see below) when it holds a password",
    "metrics_host": "address that /metrics, /healthz and /readyz listen on; 0.0.0.0 in a container",
    "metrics_port": "their port; 0 switches them off",
    "instance": "a name that this worker keeps over restarts, so that Kafka hands it its partitions back at once",
    "rules": "the YAML file with receivers and routes; empty takes the shipped one, which prints to the console",
    "templates_dir": "a folder whose templates lie over the shipped ones, like mail/html.j2",
    "lexicon_dir": "a folder whose words lie over the shipped lexicon",
    "log_level": "DEBUG, INFO, WARNING or ERROR",
    "batch": "the most events that a stream worker takes in one step",
    "window": "seconds that a stream worker waits for a batch to fill",
    "watchdog": "seconds without progress, while events wait, after which a worker ends itself to be restarted",
    "quiet_days": "days without an article after which a flashpoint counts as new",
    "max_age": "seconds between an article's published date and its arrival after which its alerts are stale",
    "send_timeout": "seconds that one try at a receiver may take",
    "in_flight": "alerts that may be under way to one receiver at the same time",
    "retry_pauses": "seconds between the tries of one delivery, with commas; after the last one it is given up",
    "web_host": "address that the page, the API and the intake listen on; 0.0.0.0 in a container",
    "web_port": "their port",
    "web_url": "the address under which users reach the page, for links in feeds; empty takes the one of the request",
    "web_store": "the file of the page's store, which builds itself again when it is deleted; empty: a temporary file",
    "web_tokens": "who may push articles over HTTP: name:token, several with commas; empty closes the intake",
    "web_rate": "articles a second that one token may push",
    "watched": "pairs of states that have metrics of their own, with commas; all others count as `other`",
    "heartbeat": "seconds between two articles that measure the whole way; 0 sends none",
}


LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
REDIS_SCHEMES = ("redis", "rediss", "unix")
# What a variable takes that cannot take every text, in words.
NUMBERS: dict[object, str] = {
    int: "a whole number",
    Positive: "a whole number above 0",
    Seconds: "a number of seconds above 0, like 30 or 0.5",
}
TAKES = {
    "redis": "an address like redis://127.0.0.1:6379/0",
    "log_level": "one of " + ", ".join(LEVELS),
    "heartbeat": "a number of seconds, 0 or more",
}


def load(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings. A variable `TENSIONWIRE_X_FILE` names a file that holds the value of `TENSIONWIRE_X`.

    Raises SettingsError, which names the variable, for a value of the wrong kind or a file that cannot be read.
    """
    source = os.environ if environ is None else environ
    values: dict[str, str] = {}
    for field in Settings.__struct_fields__:
        variable = PREFIX + field.upper()
        if variable + "_FILE" in source:
            try:
                values[field] = Path(source[variable + "_FILE"]).read_text(encoding="utf-8").strip()
            except (OSError, UnicodeDecodeError) as error:
                raise SettingsError(f"{variable}_FILE: cannot read the file it names: {error}") from error
        elif variable in source:
            values[field] = source[variable]
    for field, value in values.items():
        if not _usable(field, value):  # one at a time: the message names the variable; its value may be a secret
            takes = TAKES.get(field) or NUMBERS[Settings.__annotations__[field]]
            raise SettingsError(f"{PREFIX}{field.upper()} takes {takes}. It is: {DESCRIPTIONS[field]}.")
    return msgspec.convert(values, Settings, strict=False)


def _usable(field: str, value: str) -> bool:
    try:
        msgspec.convert({field: value}, Settings, strict=False)
        if field == "redis":
            address = urlsplit(value)
            return address.scheme in REDIS_SCHEMES and (address.port is None or address.port > 0)
    except ValueError:  # also of a port that is no number
        return False
    return field != "log_level" or value.upper() in LEVELS
