"""The dashboards as code: `python ops/grafana/make.py` writes dashboards/*.json, which Grafana is provisioned with."""

import json
from pathlib import Path

from boards import is_it_well, what_moves

FOLDER = Path(__file__).with_name("dashboards")
BOARDS = {"what-moves.json": what_moves.board, "is-it-well.json": is_it_well.board}


def files() -> dict[str, str]:
    """File name to content."""
    return {name: json.dumps(board(), indent=1, ensure_ascii=False) + "\n" for name, board in BOARDS.items()}


def main() -> None:
    """Write them."""
    for name, content in files().items():
        (FOLDER / name).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
