"""The lexicon of a running worker: what an analyst edits is taken up without a restart."""

import logging
import threading
import time
from pathlib import Path

from tensionwire.lexicon import Lexicon, LexiconError, load, stamp
from tensionwire.runtime import telemetry

log = logging.getLogger("tensionwire.words")

LOOK_EVERY = 5.0  # seconds between two looks at the files


class Words:
    """`lexicon` is the one in use. `overlay` is the user's folder of words. Raises LexiconError at the first load."""

    def __init__(self, overlay: Path | None, every: float = LOOK_EVERY) -> None:
        self._overlay, self._every = overlay, every
        self._stamp = stamp(overlay)
        self.lexicon: Lexicon = load(overlay).warmed()
        self._told()

    def start(self) -> None:
        """Look at the files from now on, in the background."""
        threading.Thread(target=self._watch, name="words", daemon=True).start()

    def _watch(self) -> None:
        while True:
            time.sleep(self._every)
            self.look()

    def look(self) -> None:
        """Load anew what was edited; a file that cannot be used changes nothing and is counted."""
        try:
            now = stamp(self._overlay)
            if now == self._stamp:
                return
            self._stamp = now
            self.lexicon = load(self._overlay).warmed()
        except (LexiconError, OSError) as error:
            telemetry.LEXICON_LOADS.labels("refused").inc()
            log.error("the words stay as they were: %s", error)
            return
        telemetry.LEXICON_LOADS.labels("taken").inc()
        log.info("words taken up: lexicon %s", self.lexicon.hash)
        self._told()

    def _told(self) -> None:
        telemetry.LEXICON.clear()
        telemetry.LEXICON.labels(self.lexicon.hash).set(1)
