"""Safe partial edits over an API whose PUT replaces the whole record."""
