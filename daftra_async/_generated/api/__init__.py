"""One package per resource, one module per documented call: a request builder and an answer's parser, no I/O."""
