"""Getting the documentation: its site, copies and exports in, and the kept pages brought up to it."""
