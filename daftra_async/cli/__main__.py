"""``python -m daftra_async.cli``: the command without its console script."""

from . import main

main()
