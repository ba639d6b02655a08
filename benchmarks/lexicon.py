"""What the lexicon costs: 1,000 terms beside 100,000, a cold and a warm start, memory.

Texts are the seed articles. Every size holds the words that stand in them, so that all find the same; the rest is other
shipped words, and beyond them names put together from the officials'. Run: python -m benchmarks.lexicon
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tensionwire.lexicon.automaton import build
from tensionwire.lexicon.compiled import Beside, Lexicon
from tensionwire.lexicon.learned import read_learned
from tensionwire.lexicon.load import DATA, read
from tensionwire.lexicon.model import Entry, Meaning
from tensionwire.lexicon.tables import tables

SEEDS = Path(__file__).parents[1] / "seeds"
SIZES = (1_000, 10_000, 50_000, 100_000)
ROUNDS = 200
KB4 = 4096  # code points
START = (
    "import time; t = time.perf_counter(); from tensionwire.lexicon import load; load(); print(time.perf_counter() - t)"
)


def main() -> None:
    """Measure and print."""
    entries, people, dirt = read([DATA])
    texts = [json.loads(file.read_text(encoding="utf-8"))["text"] for file in sorted(SEEDS.glob("*.json"))]
    table = Table("terms", "microseconds per 4 KB", "hits per 4 KB", title="find()")
    found = {}
    for size in SIZES:
        made, forms = tables(_terms(entries, texts, size), people, dirt)
        find, _ = build(forms)
        lexicon = Lexicon(made, find, "", Beside(frozenset(), {}, read_learned(DATA)))
        found[size], hits = _measure(lexicon, texts)
        table.add_row(f"{len(forms):,}", f"{found[size]:.0f}", f"{hits:.1f}")
    console = Console(highlight=False)
    console.print(table)
    console.print(f"100,000 terms beside 1,000: {found[SIZES[-1]] / found[SIZES[0]]:.2f} times as long")
    cold, warm = _starts()
    console.print(f"start: {cold:.2f} s with nothing kept, {warm:.2f} s with the compiled words on disk")
    console.print(f"memory of this process at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def _terms(entries: list[Entry], texts: list[str], size: int) -> list[Entry]:
    """`size` entries: those whose form stands in a text, then others, then names put together from theirs."""
    text = "\n".join(texts)
    standing = [entry for entry in entries if entry.form in text]
    others = [entry for entry in entries if entry.form not in text]
    names = [entry.form.split() for entry in others if entry.meaning.kind == "person"]
    chosen = [*standing, *others[:: max(1, len(others) // size)]][:size]
    for number in range(size - len(chosen)):
        first, last = names[number % len(names)][0], names[(number * 7919 + 13) % len(names)][-1]
        chosen.append(Entry(f"{first} {number // len(names)} {last}", Meaning("person", last, place=0)))
    return chosen


def _measure(lexicon: Lexicon, texts: list[str]) -> tuple[float, float]:
    """The best of several rounds, per 4 KB."""
    length = sum(map(len, texts))
    best, hits = float("inf"), 0
    for _ in range(ROUNDS):
        started = time.process_time()
        hits = sum(1 for text in texts for _ in lexicon.find(text, "de"))
        best = min(best, time.process_time() - started)
    return best / length * KB4 * 1e6, hits / length * KB4


def _starts() -> tuple[float, float]:
    """Seconds that `load()` takes in a fresh process, imports included: first without, then with a cache."""
    with tempfile.TemporaryDirectory() as cache:
        runs = [
            subprocess.run(
                [sys.executable, "-c", START], env={"XDG_CACHE_HOME": cache}, capture_output=True, check=True
            )
            for _ in range(2)
        ]
    cold, warm = (float(run.stdout) for run in runs)
    return cold, warm


if __name__ == "__main__":
    main()
