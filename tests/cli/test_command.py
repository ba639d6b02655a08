"""The command itself, in whichever way it is called."""

import subprocess
import sys


def test_the_package_can_be_run() -> None:
    done = subprocess.run([sys.executable, "-m", "tensionwire", "--help"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Usage: tensionwire ")
