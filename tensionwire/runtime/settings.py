"""Settings: environment variables `TENSIONWIRE_*`, read once at the start of a process."""

import math
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import msgspec

PREFIX = "TENSIONWIRE_"

MONTH = 31 * 24 * 3600  # seconds
CENTURIES = 10_000_000_000  # seconds, 317 years: whoever wants no article to be stale writes less than that
LAST_PORT = 65_535

Positive = Annotated[int, msgspec.Meta(gt=0)]
Days = Annotated[int, msgspec.Meta(gt=0, le=36_500)]
Seconds = Annotated[float, msgspec.Meta(gt=0, le=MONTH)]
Age = Annotated[float, msgspec.Meta(gt=0, le=CENTURIES)]
Pause = Annotated[float, msgspec.Meta(ge=0, le=MONTH)]
Port = Annotated[int, msgspec.Meta(gt=0, le=LAST_PORT)]
PortOrNone = Annotated[int, msgspec.Meta(ge=0, le=LAST_PORT)]


class SettingsError(Exception):
    """A setting cannot be used. The message names the variable and says what it takes."""


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """One field a variable: `kafka` is TENSIONWIRE_KAFKA. `DESCRIPTIONS` says what each means."""

    kafka: str = "127.0.0.1:9092"
    redis: str = "redis://127.0.0.1:6379/0"
    metrics_host: str = "127.0.0.1"
    metrics_port: PortOrNone = 0
    instance: str = ""
    rules: str = ""
    templates_dir: str = ""
    lexicon_dir: str = ""
    log_level: str = "INFO"
    batch: Positive = 200
    window: Seconds = 0.005
    watchdog: Seconds = 60.0
    quiet_days: Days = 7
    max_age: Age = 86400.0
    send_timeout: Seconds = 15.0
    in_flight: Positive = 16
    retry_pauses: str = "5,300,1800,7200,18000,36000,50400,72000,86400"
    web_host: str = "127.0.0.1"
    web_port: Port = 8080
    web_url: str = ""
    web_store: str = ""
    web_tokens: str = ""
    web_rate: Positive = 5000
    watched: str = "CHN-USA,RUS-USA,RUS-UKR,CHN-RUS,CHN-TWN,CHN-DEU,DEU-RUS,IRN-USA,IRN-ISR,IND-PAK,CHN-IND,PRK-USA"
    heartbeat: Pause = 60.0


DESCRIPTIONS: dict[str, str] = {
    "kafka": "Kafka's address, host:port, several with commas",
    "redis": "Redis' address, redis://host:port/database; may be given as a file (see below) when it holds a password",
    "metrics_host": "address that /metrics, /healthz and /readyz listen on; 0.0.0.0 in a container",
    "metrics_port": "the port of /metrics, /healthz and /readyz; 0 switches them off",
    "instance": "a name that this worker keeps over restarts, so that Kafka hands it its partitions back at once",
    "rules": "the YAML file with receivers and routes; empty takes the shipped one, which prints to the console",
    "templates_dir": "a folder whose templates lie over the shipped ones, like mail/html.j2",
    "lexicon_dir": "a folder whose words lie over the shipped lexicon",
    "log_level": "how grave something must be to be written to the log",
    "batch": "the most events that a stream worker takes in one step",
    "window": "seconds that a stream worker waits for a batch to fill",
    "watchdog": "seconds without progress, while events wait, after which a worker ends itself to be restarted",
    "quiet_days": "days without an article after which a flashpoint counts as new",
    "max_age": "seconds between an article's published date and its arrival after which its alerts are stale",
    "send_timeout": "seconds that one try at a receiver may take",
    "in_flight": "alerts that may be under way to one receiver at the same time",
    "retry_pauses": "seconds between the tries of one delivery, with commas; after the last one it is given up",
    "web_host": "address that the page, the API and the intake listen on; 0.0.0.0 in a container",
    "web_port": "the port of the page, the API and the intake",
    "web_url": "the address under which users reach the page, for links in feeds; empty takes the one of the request",
    "web_store": "the file of the page's store, which builds itself again when it is deleted; empty: a temporary file",
    "web_tokens": "who may push articles over HTTP: name:token, several with commas; empty closes the intake",
    "web_rate": "articles a second that one token may push",
    "watched": "pairs of states that have metrics of their own, with commas; all others count as `other`",
    "heartbeat": "seconds between two articles that measure the whole way; 0 sends none",
}


LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
REDIS_SCHEMES = ("redis", "rediss", "unix")
ADDRESS = re.compile(r"(?:\[[0-9A-Za-z:.%]+\]|[^\s:/\[\]]+):([0-9]{1,5})")  # host:port; an IPv6 address in brackets
# What a variable takes that cannot take every text, in words.
NUMBERS: dict[object, str] = {
    Positive: "a whole number above 0",
    Days: "a whole number of days from 1 to 36500",
    Seconds: f"a number of seconds above 0 and up to {MONTH} (31 days), like 30 or 0.5",
    Age: f"a number of seconds above 0 and up to {CENTURIES}, like 86400 (a day)",
    Pause: f"a number of seconds from 0 to {MONTH} (31 days)",
    Port: f"a whole number from 1 to {LAST_PORT}",
    PortOrNone: f"a whole number from 0 to {LAST_PORT}",
}
TAKES = {
    "kafka": "an address like 127.0.0.1:9092, or several like one:9092,two:9092, each with its port",
    "redis": "an address like redis://127.0.0.1:6379/0",
    "log_level": "one of " + ", ".join(LEVELS),
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
        found = getattr(msgspec.convert({field: value}, Settings, strict=False), field)
        if field == "redis":
            address = urlsplit(value)
            return address.scheme in REDIS_SCHEMES and (address.port is None or address.port > 0)
    except ValueError:  # also of a port that is no number
        return False
    if field == "kafka":
        return all(_is_address(part.strip()) for part in value.split(","))
    if isinstance(found, float):
        return math.isfinite(found)  # a bound holds no nan
    return field != "log_level" or value.upper() in LEVELS


def _is_address(said: str) -> bool:
    found = ADDRESS.fullmatch(said)
    return found is not None and 0 < int(found[1]) <= LAST_PORT
