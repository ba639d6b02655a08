"""Child processes that die with their parent, and are recognised when they did not."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import psutil

PR_SET_PDEATHSIG = 1


def die_with_parent() -> None:
    """In the child, before it becomes its program (Linux): ask the kernel to kill it when its parent is gone."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


class Program:
    """One child process, its output in a log file. Start it from a thread that lives as long as it should."""

    def __init__(self, name: str, command: Sequence[str], log: Path, env: Mapping[str, str] | None = None) -> None:
        self.name = name
        self.command = list(command)
        self.log = log
        self.env = dict(env or {})
        self.process: subprocess.Popen[bytes] | None = None
        self.started_at = 0.0

    def start(self) -> None:
        """Start it; its output is appended to the log."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(  # noqa: S603 - our own commands
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=os.environ | self.env,
                start_new_session=True,  # Ctrl-C is the supervisor's to handle
                preexec_fn=die_with_parent,
            )
        self.started_at = time.monotonic()

    @property
    def pid(self) -> int | None:
        """Its process id, None before the start."""
        return self.process.pid if self.process else None

    def exit_code(self) -> int | None:
        """Its exit code, None while it runs or was never started."""
        return self.process.poll() if self.process else None

    def alive(self) -> bool:
        """True while it runs."""
        return self.process is not None and self.process.poll() is None

    def stop(self, grace: float) -> None:
        """SIGTERM, then SIGKILL after `grace` seconds."""
        if self.process is None or not self.alive():
            return
        self.process.terminate()
        try:
            self.process.wait(grace)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """SIGKILL, and wait until it is gone."""
        if self.process is not None and self.alive():
            self.process.kill()
            self.process.wait()

    def tail(self, lines: int = 5) -> str:
        """The last lines of its log."""
        try:
            return "\n".join(self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:])
        except FileNotFoundError:
            return ""


def identity(pid: int) -> dict[str, float | int]:
    """What tells a process from a later one with the same number: its id and its start."""
    return {"pid": pid, "started": psutil.Process(pid).create_time()}


def same_process(known: Mapping[str, float | int]) -> psutil.Process | None:
    """The process of an identity, None where it is gone."""
    try:
        process = psutil.Process(int(known["pid"]))
        alive = process.is_running() and process.status() != psutil.STATUS_ZOMBIE
        return process if alive and abs(process.create_time() - known["started"]) < 1 else None
    except psutil.Error:
        return None


def end(processes: Sequence[psutil.Process], grace: float = 5.0) -> None:
    """Stop processes that are not our children: SIGTERM, then SIGKILL after `grace` seconds."""
    for process in processes:
        process.terminate()
    _, left = psutil.wait_procs(processes, timeout=grace)
    for process in left:
        process.kill()
    psutil.wait_procs(left, timeout=grace)
