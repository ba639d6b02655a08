"""A tag worker that dies, as of a fault below Python, of each article that says KILL."""

import os
import sys
from typing import Any

import streams.tag
from tensionwire.cli.main import main

_analyse = streams.tag.analyse


def _die(article: Any, *rest: Any) -> Any:
    if "KILL" in article.text:
        os.abort()
    return _analyse(article, *rest)


if __name__ == "__main__":
    streams.tag.analyse = _die  # type: ignore[assignment]
    sys.argv[1:] = ["tag"]
    main()
