"""How much is asked of the server at once."""

from __future__ import annotations

import attrs


@attrs.frozen
class RateLimit:
    """At most ``requests`` in ``per`` seconds, evenly spaced; ``burst`` of them may come at once."""

    requests: float
    per: float = attrs.field(default=1.0, kw_only=True)
    burst: int = attrs.field(default=1, kw_only=True)
