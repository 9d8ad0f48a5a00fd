"""A second opinion on the promises: a server, a driver and a judge that share nothing with the product.

The server is written from what is known of the real one, not from the emulator; the clients are real processes that
use public names only; the judge compares what they said with the server's own record of what it did. Start with
``drive.py``.
"""
