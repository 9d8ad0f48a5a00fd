"""The wire: how requests are written and how what the server really sends becomes typed values. No I/O."""
