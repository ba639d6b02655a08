"""Run the notifier, and kill it -9 right before it writes the first row `delivered`: the receiver has answered by then.

`python -m tests.consumers.failpoint`, with the settings of `tensionwire notify`.
"""

import os
import signal
from collections.abc import Sequence
from typing import Any

from consumers.notify.ledger import Ledger
from tensionwire.cli.main import main
from tensionwire.contracts.delivery import Delivery

_write = Ledger.write


async def _die(self: Ledger, rows: Sequence[Delivery]) -> Any:
    if any(row.outcome == "delivered" for row in rows):
        os.kill(os.getpid(), signal.SIGKILL)
    return await _write(self, rows)


if __name__ == "__main__":
    import sys

    Ledger.write = _die  # type: ignore[method-assign]
    sys.argv[1:] = ["notify"]
    main()
