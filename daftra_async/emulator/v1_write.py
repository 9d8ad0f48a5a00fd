"""v1's creates, replacing updates and deletes, with the server's refusals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from .account import Account, first_segment
from .answers import Incoming, Reply, v1_done, v1_failed
from .documents import DOCUMENTS, settle
from .locks import is_locked
from .schema import DraftShape, Shape
from .store import Values
from .tables import (
    GUARDED,
    MODEL_ALIASES,
    REFERENCES,
    REQUIRED,
    SECTION_RELATIONS,
    Relation,
    relations,
    v1_collection,
)
from .v1_read import V1Reads, model_key
from .values import EPOCH_DATE, NotReadableError, read

_KEPT_ON_PUT = frozenset(
    {"id", "created", "modified", "deleted_at", "type", "item_type", "branch_id", "summary_refund"}
)
_CREATED_WITH_200 = frozenset({"requisitions", "bookings"})
_CLIENT_COPIES = ("business_name", "first_name", "last_name", "email", "address1", "city", "country_code")


class RefusedError(Exception):
    """A write that the server refuses; carries the answer."""

    def __init__(self, answer: Reply) -> None:
        super().__init__(answer.status)
        self.answer = answer


class V1Writes:
    """Writes to one account."""

    def __init__(self, account: Account, reads: V1Reads) -> None:
        self._account = account
        self._reads = reads

    def create(self, incoming: Incoming) -> Reply:
        """202 with the new id; 400 with the reasons; or 202 with ``id: null`` where the server pretends."""
        try:
            body = self.created(incoming, incoming.data)
        except RefusedError as refused:
            return refused.answer
        if not self._account.switches.number_in_create:
            body.pop("invoice_number", None)
        ids = () if body["id"] is None else (body["id"],)
        if first_segment(incoming.path) in _CREATED_WITH_200:
            return Reply(status=200, body={**body, "code": 200}, effect="created", ids=ids)
        return Reply(status=202, body=body, effect="created" if ids else "nothing", ids=ids)

    def created(self, incoming: Incoming, body: Any) -> Values:
        """Create one record from one body and say so in v1's words. Raises ``RefusedError``."""
        segment = first_segment(incoming.path)
        collection = v1_collection(segment)
        key, main = self._main_section(incoming, segment, body)
        shape = self._account.shape(segment)
        self._refuse_nested(shape, collection.table, main)
        values = self._readable(key, main, shape, incoming.call.draft if incoming.call else None)
        fixed = {
            **collection.fixed,
            **({"type": values["type"]} if segment == "invoices" and values.get("type") else {}),
        }
        values = {**self._defaults(collection.table, incoming), **_present(values), **fixed}
        if self._account.switches.pseudo_success and segment == "client_payments" and _lacks_means(values):
            return {"code": 202, "result": "successful", "id": None}
        self._check(key, collection.table, values)
        self._check_lines(collection.table, body)
        self._complete(collection.table, values)
        new_id = self._account.store.insert(collection.table, values)
        self._write_sections(collection.table, new_id, key, body)
        self._settle(collection.table, new_id)
        answer: Values = {"code": 202, "result": "successful", "id": new_id}
        return {**answer, "invoice_number": values["no"]} if "no" in values else answer

    def update(self, incoming: Incoming) -> Reply:
        """Replace a record: what the body leaves out is reset, dates to 1970 and the number to a new one."""
        segment = first_segment(incoming.path)
        collection = v1_collection(segment)
        row = self._reads.find(segment, incoming.arguments.get("id"))
        if row is None or self._elsewhere(row, incoming):
            return v1_failed(404, self._account.words["not_found"])
        try:
            self._refuse_locked(collection.table, row)
            key, main = self._main_section(incoming, segment, incoming.data)
            draft = incoming.call.draft if incoming.call else None
            self._refuse_extra_data(key, main, incoming.data, draft)
            shape = self._account.shape(segment)
            values = {**self._readable(key, main, shape, draft), **collection.fixed}
            after = (
                {**values} if not self._account.switches.put_resets else {**self._reset(row, shape, draft), **values}
            )
            self._check(key, collection.table, {**row, **after})
            self._check_lines(collection.table, incoming.data)
        except RefusedError as refused:
            return refused.answer
        self._account.store.update(collection.table, row["id"], after)
        self._write_sections(collection.table, row["id"], key, incoming.data, replace=self._account.switches.put_resets)
        self._settle(collection.table, row["id"])
        if segment == "requisitions":
            return Reply(status=200, body={}, effect="updated")
        return v1_done(effect="updated")

    def delete(self, incoming: Incoming) -> Reply:
        """Mark a record as deleted, unless other records name it."""
        segment = first_segment(incoming.path)
        table = v1_collection(segment).table
        row = self._reads.find(segment, incoming.arguments.get("id"))
        if row is None or self._elsewhere(row, incoming):
            return v1_failed(404, self._account.words["not_found"])
        find = self._account.store.find
        if any(
            self._alive(other, related)
            for other, column in GUARDED.get(table, ())
            for related in find(other, column, row["id"])
        ):
            return v1_failed(self._account.switches.refused_delete_status, self._account.words["not_deleted"])
        self._account.store.delete(table, row["id"])
        self._delete_children(table, row)
        self._settle_owner(table, row)
        if segment == "requisitions":
            return Reply(status=200, body={}, effect="deleted")
        return v1_done(effect="deleted", message=self._account.words["deleted"])

    def add_note(self, incoming: Incoming) -> Reply:
        """A note on the record that the path names by type and id."""
        main = incoming.data.get("Note") if isinstance(incoming.data, Mapping) else None
        if not isinstance(main, Mapping):
            return self._invalid("Note", {"body": [self._account.words["required"]]})
        owner = incoming.arguments
        item_id = int(owner["id"]) if owner["id"].isdecimal() else None
        try:
            values = self._readable("Note", main, self._account.shape("notes"), None)
        except RefusedError as refused:
            return refused.answer
        new_id = self._account.store.insert(
            "post", {**values, "item_type": values.get("item_type") or owner["type"], "item_id": item_id}
        )
        return Reply(
            status=202, body={"code": 202, "result": "successful", "id": new_id}, effect="created", ids=(new_id,)
        )

    def _main_section(self, incoming: Incoming, segment: str, body: Any) -> tuple[str, Mapping[str, Any]]:
        key = model_key(incoming, segment)
        sections = body if isinstance(body, Mapping) else {}
        for candidate in (key, *MODEL_ALIASES.get(key, ())):
            if isinstance(sections.get(candidate), Mapping):
                return candidate, sections[candidate]
        raise RefusedError(self._invalid(key, {key: [self._account.words["required"]]}))

    def _refuse_nested(self, shape: Shape | None, table: str, main: Mapping[str, Any]) -> None:
        if table not in DOCUMENTS or not self._account.switches.refuse_nested_children:
            return
        if any(relation.many and relation.v1 in main for relation in relations(table, main)):
            raise RefusedError(self._failed(400, self._account.words["empty_invoice"]))

    def _refuse_locked(self, table: str, row: Values) -> None:
        if is_locked(self._account.store, table, row):
            raise RefusedError(self._failed(400, self._account.words["not_editable"]))

    def _refuse_extra_data(
        self, key: str, main: Mapping[str, Any], body: Mapping[str, Any], draft: DraftShape | None
    ) -> None:
        if draft is None or not draft.fields or not self._account.switches.refuse_extra_data:
            return
        extra = {key: sorted(name for name in main if name not in draft.fields)}
        for section, fields in draft.sections.items():
            rows = body.get(section)
            for line in rows if isinstance(rows, list) else ():
                if fields and isinstance(line, Mapping):
                    extra.setdefault(section, []).extend(name for name in line if name not in fields and name != "id")
        found = {section: names for section, names in extra.items() if names}
        if found:
            reasons = {
                section: {name: [self._account.words["extra_data"]] for name in names}
                for section, names in found.items()
            }
            answer = self._failed(
                400,
                self._account.words["extra_data"],
                error_type="extra_data",
                extra_data=found,
                validation_errors=reasons,
            )
            raise RefusedError(answer)

    def _readable(self, key: str, main: Mapping[str, Any], shape: Shape | None, draft: DraftShape | None) -> Values:
        values: Values = {}
        errors: dict[str, list[str]] = {}
        for name, value in main.items():
            if name == "id" or (draft is not None and draft.fields and name not in draft.fields):
                continue
            column = _column(name, shape)
            try:
                values[column] = read(value, shape.kind(column) if shape else "any")
            except NotReadableError:
                errors[name] = [self._account.words["not_a_number"]]
        if errors:
            raise RefusedError(self._invalid(key, errors))
        return values

    def _check(self, key: str, table: str, values: Values) -> None:
        errors: dict[str, list[str]] = {}
        for name in REQUIRED.get(table, ()):
            if not values.get(name):
                errors[name] = [self._account.words["required"]]
        for name, referenced in REFERENCES.get(table, {}).items():
            named = values.get(name)
            if named and (not isinstance(named, int) or self._account.store.get(referenced, named) is None):
                errors[name] = [self._account.words["unknown_record"]]
        if table == "invoice" and not errors and self._lacks_email(values):
            errors["client_email"] = [self._account.words["required"]]
        if errors:
            raise RefusedError(self._invalid(key, errors))

    def _lacks_email(self, values: Values) -> bool:
        """A client who is invoiced by email needs an address, on the document or of their own."""
        client = self._account.store.get("client", values["client_id"]) or {}
        by_email = client.get("is_offline") == 0
        return by_email and not (values.get("client_email") or client.get("email"))

    def _check_lines(self, table: str, body: Mapping[str, Any]) -> None:
        ties = {relation.v1: relation for relation in relations(table, {}) if relation.many}
        for section, content in body.items():
            tie = ties.get(SECTION_RELATIONS.get(section, section))
            shape = self._account.schema.shapes.get(tie.v1 or "") if tie else None
            for line in content if isinstance(content, list) else [content]:
                if shape is None or not isinstance(line, Mapping):
                    continue
                unreadable = [name for name, value in line.items() if not _readable(value, shape, name)]
                if unreadable:
                    reasons = {name: [self._account.words["not_a_number"]] for name in unreadable}
                    raise RefusedError(self._invalid(section, reasons))

    def _defaults(self, table: str, incoming: Incoming) -> Values:
        today = self._account.clock.now().date().isoformat()
        values: Values = {"branch_id": incoming.branch_id or 1}
        if table in DOCUMENTS:
            values.update(date=today, currency_code="EGP", draft=0, staff_id=-1, is_offline=1)
        elif table in {"invoice_payment", "client_payment"}:
            values.update(date=today, status=1, currency_code="EGP")
        return values

    def _complete(self, table: str, values: Values) -> None:
        if table in DOCUMENTS:
            values["no"] = values.get("no") or f"{self._account.store.next_id(table):06d}"
        client = self._account.store.get("client", values["client_id"]) if table == "invoice" else None
        for name in _CLIENT_COPIES if client else ():
            if values.get(f"client_{name}") is None:
                values[f"client_{name}"] = (client or {}).get(name)

    def _reset(self, row: Values, shape: Shape | None, draft: DraftShape | None) -> Values:
        named = draft.fields if draft is not None and draft.fields else frozenset(row)
        writable = {_column(name, shape) for name in named}
        blank: Values = {name: None for name in row if name in writable and name not in _KEPT_ON_PUT}
        for name in blank:
            if shape is not None and shape.kind(name) == "date":
                blank[name] = EPOCH_DATE
        if "no" in row:
            blank["no"] = f"{self._account.store.next_id('invoice'):06d}"
        if blank.get("draft", 0) is None:
            blank["draft"] = 0
        return blank

    def _write_sections(self, table: str, id: int, key: str, body: Mapping[str, Any], *, replace: bool = False) -> None:
        ties = {relation.v1: relation for relation in relations(table, {}) if relation.many}
        written: Values = {}
        for section, content in _sections(body, key):
            tie = ties.get(SECTION_RELATIONS.get(section, section))
            if tie is None:
                written[section] = content
            elif not tie.table.endswith("_tax"):
                self._write_lines(tie, id, content, replace=True)
        if replace:
            for tie in ties.values():
                if tie.v1 not in body and tie.table.endswith(("_item", "_transaction")):
                    self._write_lines(tie, id, [], replace=True)
        if written:
            self._account.store.update(table, id, written, touch=False)

    def _write_lines(self, tie: Relation, owner_id: int, content: Any, *, replace: bool) -> None:
        store = self._account.store
        shape = self._account.schema.shapes.get(tie.v1 or "")
        kept = {row["id"] for row in store.find(tie.table, tie.column, owner_id)} if replace else set()
        for line in content if isinstance(content, list) else [content]:
            if not isinstance(line, Mapping) or not line:
                continue
            values = {
                name: read(value, shape.kind(name) if shape else "any") for name, value in line.items() if name != "id"
            }
            values = {**_LINE_DEFAULTS.get(tie.table, {}), **values, tie.column: owner_id}
            line_id = line.get("id")
            if isinstance(line_id, (int, str)) and str(line_id).isdecimal() and int(line_id) in kept:
                kept.discard(int(line_id))
                store.update(tie.table, int(line_id), values)
            else:
                store.insert(tie.table, values)
        if tie.table.endswith("_payment"):
            return
        for line_id in kept:
            store.erase(tie.table, line_id)

    def _delete_children(self, table: str, row: Values) -> None:
        for tie in relations(table, row):
            if tie.many:
                for child in self._account.store.find(tie.table, tie.column, row["id"]):
                    self._account.store.delete(tie.table, child["id"])

    def _settle(self, table: str, id: int) -> None:
        if table in DOCUMENTS:
            settle(self._account.store, table, id)
        else:
            row = self._account.store.get(table, id, deleted=True)
            self._settle_owner(table, row or {})

    def _settle_owner(self, table: str, row: Values) -> None:
        for tables in DOCUMENTS.values():
            if table == tables.payments and isinstance(row.get(tables.owner), int):
                settle(self._account.store, tables.document, row[tables.owner])

    def _alive(self, table: str, row: Values) -> bool:
        return row["deleted_at"] is None and not (
            table == "invoice_item" and self._account.store.get("invoice", row["invoice_id"]) is None
        )

    def _elsewhere(self, row: Values, incoming: Incoming) -> bool:
        return row.get("branch_id") not in (None, incoming.branch_id or 1)

    def _invalid(self, key: str, errors: Mapping[str, list[str]]) -> Reply:
        return self._failed(400, self._account.words["invalid"], validation_errors={key: dict(errors)})

    def _failed(self, status: int, message: str, **more: Any) -> Reply:
        http_status = 200 if self._account.switches.rejections_with_200 else None
        return v1_failed(status, message, http_status=http_status, **more)


_LINE_DEFAULTS: Mapping[str, Values] = {
    "invoice_item": {"quantity": Decimal(1), "unit_price": Decimal(0), "tax1": None, "tax2": None},
    "invoice_payment": {"status": 1, "currency_code": "EGP"},
}


def _column(name: str, shape: Shape | None) -> str:
    """The column behind a written name: requisitions are written with ``Status`` and read with ``status``."""
    return name.lower() if shape is not None and name not in shape.fields and name.lower() in shape.fields else name


def _sections(body: Mapping[str, Any], key: str) -> Iterator[tuple[str, Any]]:
    return ((name, content) for name, content in body.items() if name != key)


def _present(values: Values) -> Values:
    return {name: value for name, value in values.items() if value is not None}


def _lacks_means(values: Values) -> bool:
    return not values.get("treasury_id") and not values.get("payment_method")


def _readable(value: Any, shape: Shape, name: str) -> bool:
    try:
        read(value, shape.kind(name))
    except NotReadableError:
        return False
    return True
