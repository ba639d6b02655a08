"""Where Kafka or Redis is away, every command says so in the same sentence, with what to do, and ends with 69."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SEED = str(next((Path(__file__).resolve().parents[2] / "seeds").glob("*.json*")))
NEED_KAFKA = (
    ("deliveries",),
    ("deadletters", "list"),
    ("deadletters", "replay", "--all"),
    ("silence", "list"),
    ("silence", "add", "topics=taiwan", "--for", "1h"),
    ("rules", "route", "x"),
    ("watch",),
    ("export",),
    ("topics",),
    ("publish", SEED),
)
NEED_REDIS = (("explain", "x"), ("rebuild",))
KAFKA = "Error: Kafka does not answer at 127.0.0.1:1. Start it with `make run`, or set TENSIONWIRE_KAFKA."


def call(arguments: tuple[str, ...]) -> tuple[int, str]:
    """The code with which it ends, and the last line that it says."""
    nowhere = {"TENSIONWIRE_KAFKA": "127.0.0.1:1", "TENSIONWIRE_REDIS": "redis://127.0.0.1:1/0"}
    command = [sys.executable, "-m", "tensionwire.cli.main", *arguments]
    done = subprocess.run(command, env=os.environ | nowhere, capture_output=True, text=True, timeout=60, check=False)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr.splitlines()[-1]


def test_all_commands_say_alike_what_is_away() -> None:
    with ThreadPoolExecutor(6) as pool:  # each waits some seconds for Kafka
        said = dict(zip(NEED_KAFKA + NEED_REDIS, pool.map(call, NEED_KAFKA + NEED_REDIS), strict=True))
    assert {arguments: said[arguments] for arguments in NEED_KAFKA} == dict.fromkeys(NEED_KAFKA, (69, KAFKA))
    for arguments in NEED_REDIS:
        code, sentence = said[arguments]
        assert (code, sentence[:26]) == (69, "Error: Redis does not answ")
        assert sentence.endswith("). Start it with `make run`, or set TENSIONWIRE_REDIS.")
