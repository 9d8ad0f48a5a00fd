"""The v2 API's records by the name of their entity, and several reads in one request."""
