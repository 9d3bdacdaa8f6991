"""Named steps at which a test can have this process killed, to prove that the ledger stays whole.

`SAYSO_FAILPOINT=after-findings` kills at the first time that step is reached, `after-findings:7` at the seventh.
Without the variable nothing happens.
"""

from __future__ import annotations

import os
import signal
from collections import Counter

VARIABLE = "SAYSO_FAILPOINT"
STEPS = (
    "during-migration", "before-report", "after-report-row", "after-findings",
    "before-commit", "after-commit", "during-checkpoint",
)  # fmt: skip

_reached: Counter[str] = Counter()


def failpoint(step: str) -> None:
    """Kill this process as a power cut would, if the environment asks for it at this step."""
    asked = os.environ.get(VARIABLE)
    if not asked:
        return
    name, _, time = asked.partition(":")
    if name == step:
        _reached[step] += 1
        if _reached[step] == int(time or 1):
            os.kill(os.getpid(), signal.SIGKILL)
