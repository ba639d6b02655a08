"""The local stack: it starts, is found again, and leaves nothing behind."""

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from tensionwire.local import jars
from tensionwire.local.folder import lock
from tensionwire.local.ports import HOST, OWN, answers, free_port, is_free, preferred
from tensionwire.local.processes import identity, same_process
from tensionwire.local.stack import AlreadyRunning, Stack, StackError, running, stack_runs
from tests.conftest import JARS, MakeStack
from tests.edge import reading

pytestmark = pytest.mark.service
ROOT = Path(__file__).resolve().parents[2]

SUPERVISE = """
import sys, time
from pathlib import Path
from tensionwire.local.stack import Stack
stack = Stack(Path(sys.argv[1]), services=(), jars_folder=Path(sys.argv[2]), ports="random")
stack.start()
print("up", flush=True)
time.sleep(600)
"""


def supervisor(folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-W", "ignore", "-c", SUPERVISE, str(folder), str(JARS)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert process.stdout is not None
    assert process.stdout.readline() == "up\n"
    return process


def test_a_second_start_is_refused_and_a_killed_one_leaves_nothing(tmp_path: Path) -> None:
    process = supervisor(tmp_path)
    state = running(tmp_path)
    assert state is not None
    assert stack_runs(tmp_path)
    with pytest.raises(AlreadyRunning, match=f"kafka 127.0.0.1:{state['ports']['kafka']}"):
        Stack(tmp_path, services=(), jars_folder=JARS, ports="random").start()

    process.kill()
    process.wait()
    assert process.stdout is not None
    process.stdout.close()
    assert not stack_runs(tmp_path)
    with Stack(tmp_path, services=(), jars_folder=JARS, ports="random") as stack:
        assert answers(stack.ports["kafka"])
        gone = [known for known in state["programs"].values() if same_process(known) is None]
        assert len(gone) == len(state["programs"])
    assert running(tmp_path) is None


def test_an_orphan_is_found_by_the_pid_file_and_stopped(tmp_path: Path) -> None:
    orphan = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True)
    dead = subprocess.Popen([sys.executable, "-c", ""])
    gone = {"pid": dead.pid, "started": psutil.Process(dead.pid).create_time()}
    dead.wait()
    (tmp_path / "run.json").write_text(
        f'{{"supervisor": {{"pid": {gone["pid"]}, "started": {gone["started"]}}}, "ports": {{}},'
        f' "programs": {{"kafka": {{"pid": {orphan.pid}, "started": {identity(orphan.pid)["started"]}}}}}}}'
    )
    known = identity(orphan.pid)
    with Stack(tmp_path, services=(), jars_folder=JARS, ports="random"):
        assert same_process(known) is None
    orphan.wait(5)


def test_a_process_with_a_reused_number_is_not_taken_for_ours() -> None:
    mine = identity(os.getpid())
    assert same_process(mine) is not None
    assert same_process({"pid": os.getpid(), "started": mine["started"] - 100}) is None


def test_no_two_processes_choose_the_same_port_before_they_listen_on_it() -> None:
    choose = "from tensionwire.local.ports import free_port as f; print([f() for _ in range(100)], flush=True); input()"
    ran = [
        subprocess.Popen([sys.executable, "-c", choose], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    chosen = [port for process in ran for port in json.loads(process.stdout.readline())]  # type: ignore[union-attr]
    for process in ran:
        process.communicate("\n")
    assert len(set(chosen)) == len(chosen) == 400


def test_a_chosen_port_is_none_that_an_outgoing_connection_gets() -> None:
    with socket.create_server((HOST, 0)) as server, socket.create_connection(server.getsockname()) as outgoing:
        assert outgoing.getsockname()[1] not in OWN
    assert free_port() in OWN


def test_a_busy_port_is_replaced() -> None:
    port = free_port()
    assert preferred(port) == port
    with subprocess.Popen(
        [sys.executable, "-c", f"import socket,time; s=socket.create_server(('127.0.0.1',{port})); time.sleep(60)"]
    ) as holder:
        reading.wait(lambda: answers(port), 10)
        assert not is_free(port)
        assert preferred(port) != port
        holder.kill()


def test_a_killed_service_is_started_again_and_a_misconfigured_one_is_not(stacks: MakeStack, tmp_path: Path) -> None:
    stack = stacks(("notify",))
    stack.start()
    before = stack.programs["notify"].pid
    stack.kill("notify")

    def back() -> bool:
        stack.tend()
        return stack.ready("notify")

    reading.wait(back, 30)
    assert stack.programs["notify"].pid != before
    stack.stop()

    rules = tmp_path / "bad.yaml"
    rules.write_text("receivers: []\nroute: {receivers: [nobody]}\n")
    bad = stacks(("notify",), TENSIONWIRE_RULES=str(rules))
    with pytest.raises(StackError, match=r"bad.yaml:2: no receiver is called 'nobody'"):
        bad.start()


def test_a_jar_with_a_wrong_hash_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = next(iter(jars.wanted()))
    forged = tmp_path / name
    forged.write_bytes(b"not the original")
    monkeypatch.setattr(jars, "fetch", lambda: dict.fromkeys(jars.wanted(), forged))
    with pytest.raises(jars.JarsError, match="has the SHA-256"):
        jars.ensure(tmp_path / "jars")
    assert [f.name for f in (tmp_path / "jars").iterdir()] == []
    assert f"{name} is missing" in jars.problems(tmp_path / "jars")


def test_doctor_and_reset(tmp_path: Path) -> None:
    environment = os.environ | {"TENSIONWIRE_LOCAL_DIR": str(tmp_path)}

    def run(verb: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-W", "ignore", "-m", "tensionwire.cli.main", verb]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=ROOT)

    assert "does not run" in run("doctor").stdout
    process = supervisor(tmp_path)
    well = run("doctor")
    assert well.returncode == 0, well.stdout
    assert "stack            runs: kafka on" in well.stdout
    assert "as they should be" in well.stdout
    refused = run("reset")
    assert refused.returncode == 1
    assert "stop it with Ctrl-C" in refused.stderr
    process.kill()
    process.wait()
    assert process.stdout is not None
    process.stdout.close()
    time.sleep(0.5)
    (tmp_path / "share").mkdir()
    (tmp_path / "notes.txt").write_text("not ours")
    assert run("reset").returncode == 0
    # what a stack did not make is not touched, whatever folder it is pointed at
    assert sorted(f.name for f in tmp_path.iterdir()) == ["notes.txt", "share"]


def test_reset_stops_what_a_killed_run_left_behind(tmp_path: Path) -> None:
    orphan = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True)
    known = identity(orphan.pid)
    state = {"supervisor": {"pid": 1, "started": 0}, "ports": {}, "programs": {"redis": known}}
    (tmp_path / "run.json").write_text(json.dumps(state))
    environment = os.environ | {"TENSIONWIRE_LOCAL_DIR": str(tmp_path)}
    command = [sys.executable, "-W", "ignore", "-m", "tensionwire.cli.main", "reset"]
    subprocess.run(command, env=environment, check=True, cwd=ROOT)
    orphan.wait(10)
    assert same_process(known) is None


def test_two_starts_at_once_do_not_meet_on_the_same_data(tmp_path: Path) -> None:
    held = lock(tmp_path)
    assert held is not None
    with pytest.raises(AlreadyRunning, match="it is starting"):
        Stack(tmp_path, services=(), jars_folder=JARS, ports="random").start()
    held.close()
