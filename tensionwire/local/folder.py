"""Where the local stack keeps its data."""

import os
from pathlib import Path


def local_folder() -> Path:
    """`.local` in this folder, or what TENSIONWIRE_LOCAL_DIR names."""
    return Path(os.environ.get("TENSIONWIRE_LOCAL_DIR") or ".local").resolve()
