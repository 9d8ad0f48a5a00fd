"""How the command ends: the exit codes, and the refusal that carries one."""

from __future__ import annotations

DONE = 0
FAILED = 1
"""The server refused, or could not be reached; nothing was left in doubt."""
USAGE = 2
"""The command, its arguments or the configuration cannot work; nothing was sent."""
UNCONFIRMED = 3
"""Something was sent and nobody knows what became of it: look before sending it again."""
INTERRUPTED = 130

CODES = (
    "Exit codes: 0 done, 1 refused or failed, 2 usage or configuration, 3 something is unconfirmed (look before "
    "sending it again), 130 interrupted."
)


class Refusal(Exception):
    """The command cannot go on for a reason of its own; ``code`` is how it ends."""

    def __init__(self, message: str, *, code: int = USAGE) -> None:
        super().__init__(message)
        self.code = code
