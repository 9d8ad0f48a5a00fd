"""A few operations to send."""

from __future__ import annotations

from daftra_async._wire.messages import Operation, Request

GET = Operation(
    resource="invoices", name="get", method="GET", base="/api2", path="/invoices/{id}.json", kind="get"
).request(path={"id": 26})
LIST = Operation(
    resource="invoices", name="list", method="GET", base="/api2", path="/invoices.json", kind="list"
).request(query={"page": 1})
CREATE = Operation(
    resource="invoices", name="create", method="POST", base="/api2", path="/invoices.json", kind="create"
).request(body={"Invoice": {"client_id": 1}})
UPDATE = Operation(
    resource="invoices", name="update", method="PUT", base="/api2", path="/invoices/{id}.json", kind="update"
).request(path={"id": 26}, body={"Invoice": {"notes": "paid"}})
DELETE = Operation(
    resource="invoices", name="delete", method="DELETE", base="/api2", path="/invoices/{id}.json", kind="delete"
).request(path={"id": 26})


def raw(method: str, path: str, body: object = None, **query: object) -> Request:
    operation = Operation(resource="request", name=method.lower(), method=method, base="", path=path)
    return operation.request(query=query, body=body)
