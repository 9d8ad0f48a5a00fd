"""What changed between two documents, for users of the SDK's Python API."""
