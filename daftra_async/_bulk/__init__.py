"""Bulk submission that never duplicates and never loses a draft."""
