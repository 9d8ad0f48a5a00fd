"""The one backoff of the package."""


def full_jitter(doublings: int, *, base: float, cap: float, random: float) -> float:
    """Seconds to wait, between nothing and ``base`` doubled so often, at most ``cap``; ``random`` in [0, 1).

    Waiting callers spread over the whole interval instead of coming back together.
    """
    return random * min(cap, base * 2.0 ** min(doublings, 60))
