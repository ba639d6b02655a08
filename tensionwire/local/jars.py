"""Kafka's jars: resolved from Maven Central once, each checked against the list in kafka.sha256."""

import hashlib
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

KAFKA = "org.apache.kafka:kafka_2.13:4.3.1"
LOGGING = "org.apache.logging.log4j:log4j-slf4j-impl:2.25.4"  # without it Kafka says nothing at all
LIST = Path(__file__).with_name("kafka.sha256")


class JarsError(Exception):
    """The jars cannot be had, or are not those of the list. The message says what to do."""


def wanted() -> dict[str, str]:
    """File name to SHA-256 (hexadecimal), from the committed list."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, name in (line.split() for line in lines if line and not line.startswith("#"))}


def sha256(file: Path) -> str:
    """The hexadecimal SHA-256 of a file."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def problems(folder: Path) -> list[str]:
    """What is missing in `folder`, or not as the list says; empty when all is well."""
    found = []
    for name, digest in wanted().items():
        jar = folder / name
        if not jar.exists():
            found.append(f"{name} is missing")
        elif sha256(jar) != digest:
            found.append(f"{name} is not the file that the list names")
    return found


def ensure(folder: Path, say: Callable[[str], None] = lambda _: None) -> Path:
    """`folder` with every jar of the list in it, fetched where they are missing. Needs no network once they are there.

    Raises JarsError where they cannot be fetched or a hash is wrong; nothing half-checked is left in the folder.
    """
    # the marker says that these very files were checked: a start need not read 100 MB again
    marker = folder / ".checked"
    listed = sha256(LIST)
    names = wanted()
    if marker.exists() and marker.read_text() == listed and all((folder / n).exists() for n in names):
        return folder
    if problems(folder):
        say(f"fetching Kafka ({KAFKA}, {len(names)} files, about 70 MB)")
        fetched = fetch()
        missing = names.keys() - fetched.keys()
        if missing:
            raise JarsError(f"the registry did not give {', '.join(sorted(missing))}")
        folder.mkdir(parents=True, exist_ok=True)
        for name, digest in names.items():
            _copy_checked(fetched[name], folder / name, digest)
    marker.write_text(listed)
    return folder


def fetch() -> dict[str, Path]:
    """Resolve the jars into the user's Maven cache: file name to path. Raises JarsError without a network."""
    import jgo  # pulls in much that no other command needs

    try:
        artifacts = [*jgo.resolve(KAFKA), *jgo.resolve(LOGGING)]
        return {path.name: path for path in (Path(a.resolve()) for a in artifacts)}
    except Exception as error:  # jgo raises what its HTTP client raises
        raise JarsError(
            f"Kafka's files cannot be fetched: {error}. The first start needs the network (Maven Central); "
            "behind a proxy set HTTPS_PROXY, then try again."
        ) from error


def _copy_checked(source: Path, target: Path, digest: str) -> None:
    with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as partial, source.open("rb") as original:
        shutil.copyfileobj(original, partial)
    found = sha256(Path(partial.name))
    if found != digest:
        Path(partial.name).unlink()
        raise JarsError(
            f"{source.name} has the SHA-256 {found}, the list says {digest}. It is damaged or not the original: "
            f"delete {source} and try again; if it happens again, do not use it."
        )
    Path(partial.name).replace(target)


def write_list() -> None:
    """Write the list anew from what the registry gives now (for a new Kafka version, by a maintainer)."""
    rows = sorted(f"{sha256(path)}  {name}" for name, path in fetch().items())
    LIST.write_text("# " + KAFKA + "\n" + "\n".join(sorted(rows, key=lambda r: r.split()[1])) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_list()
