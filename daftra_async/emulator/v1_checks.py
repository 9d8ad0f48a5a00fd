"""What v1 refuses a write for, before anything of it is stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .account import Account
from .answers import Incoming, Reply, v1_failed
from .documents import DOCUMENTS
from .locks import is_locked
from .schema import DraftShape, Shape
from .store import Values
from .tables import FURTHER_REFERENCES, MODEL_ALIASES, REFERENCES, REQUIRED, SECTION_RELATIONS, Relation, relations
from .unknown_names import hint, unknown_fields
from .v1_read import model_key
from .values import NotReadableError, read


class RefusedError(Exception):
    """A write that the server refuses; carries the answer."""

    def __init__(self, answer: Reply) -> None:
        super().__init__(answer.status)
        self.answer = answer


class V1Checks:
    """The checks of one account. Each raises ``RefusedError``."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._switches = account.switches

    def main_section(self, incoming: Incoming, segment: str, body: Any) -> tuple[str, Mapping[str, Any]]:
        """The wrapper's name and what is in it."""
        key = model_key(incoming, segment)
        sections = body if isinstance(body, Mapping) else {}
        for candidate in (key, *MODEL_ALIASES.get(key, ())):
            if isinstance(sections.get(candidate), Mapping):
                return candidate, sections[candidate]
        raise RefusedError(self.invalid(key, {key: [self._account.words["required"]]}))

    def nested(self, table: str, main: Mapping[str, Any]) -> None:
        """Lines inside the model of a document."""
        if table not in DOCUMENTS or not self._switches.refuse_nested_children:
            return
        if any(relation.many and relation.v1 in main for relation in relations(table, main)):
            raise RefusedError(self.failed(self._account.words["empty_invoice"]))

    def locked(self, table: str, row: Values) -> None:
        """A record that is not to be edited any more."""
        if is_locked(self._account.store, table, row):
            raise RefusedError(self.failed(self._account.words["not_editable"]))

    def names(self, key: str, body: Mapping[str, Any], draft: DraftShape | None, *, creating: bool) -> None:
        """Fields and sections that the documentation does not know."""
        enabled = self._switches.refuse_unknown_fields if creating else self._switches.refuse_extra_data
        if draft is None or not draft.fields or not enabled:
            return
        found = unknown_fields(key, body, draft)
        if not found:
            return
        word = self._account.words["extra_data"]
        reasons = {
            section: {name: [word + hint(name, _fields(draft, section, key))] for name in names}
            if names
            else [word + hint(section, draft.sections)]
            for section, names in found.items()
        }
        raise RefusedError(
            self.failed(word, error_type="extra_data", extra_data=found, validation_errors=reasons),
        )

    def readable(self, key: str, main: Mapping[str, Any], shape: Shape | None, draft: DraftShape | None) -> Values:
        """The stored forms of the fields that can be written."""
        values: Values = {}
        errors: dict[str, list[str]] = {}
        for name, value in main.items():
            if name == "id" or (draft is not None and draft.fields and name not in draft.fields):
                continue
            column = column_of(name, shape)
            try:
                values[column] = read(value, shape.kind(column) if shape else "any", self._switches)
            except NotReadableError as error:
                errors[name] = [self._account.words[error.reason]]
        if errors:
            raise RefusedError(self.invalid(key, errors))
        return values

    def record(self, key: str, table: str, values: Values) -> None:
        """What must be there, and what must exist."""
        words = self._account.words
        errors: dict[str, list[str]] = {
            name: [words["required"]] for name in REQUIRED.get(table, ()) if not values.get(name)
        }
        errors |= {name: [words["unknown_record"]] for name in self._dangling(table, values)}
        if table == "invoice" and not errors and self._lacks_email(values):
            errors["client_email"] = [words["required"]]
        if errors:
            raise RefusedError(self.invalid(key, errors))

    def lines(self, table: str, body: Mapping[str, Any]) -> None:
        """The same for the lines and payments beside the model."""
        ties = {relation.v1: relation for relation in relations(table, {}) if relation.many}
        for section, content in body.items():
            tie = ties.get(SECTION_RELATIONS.get(section, section))
            shape = self._account.schema.shapes.get(tie.v1 or "") if tie else None
            for line in content if isinstance(content, list) else [content]:
                if tie is not None and shape is not None and isinstance(line, Mapping):
                    self._line(section, line, shape, tie)

    def _line(self, section: str, line: Mapping[str, Any], shape: Shape, tie: Relation) -> None:
        values: Values = {}
        errors: dict[str, list[str]] = {}
        for name, value in line.items():
            try:
                values[name] = read(value, shape.kind(name), self._switches)
            except NotReadableError as error:
                errors[name] = [self._account.words[error.reason]]
        # A line's owner is the document that it comes with.
        dangling = (name for name in self._dangling(tie.table, values) if name != tie.column)
        errors |= {name: [self._account.words["unknown_record"]] for name in dangling}
        if errors:
            raise RefusedError(self.invalid(section, errors))

    def _dangling(self, table: str, values: Values) -> Iterator[str]:
        """The columns that name a record which does not exist."""
        further = FURTHER_REFERENCES.get(table, {}) if self._switches.refuse_unknown_references else {}
        for name, referenced in (*REFERENCES.get(table, {}).items(), *further.items()):
            named = values.get(name)
            if named and (not isinstance(named, int) or self._account.store.get(referenced, named) is None):
                yield name

    def _lacks_email(self, values: Values) -> bool:
        """A client who is invoiced by email needs an address, on the document or of their own."""
        client = self._account.store.get("client", values["client_id"]) or {}
        by_email = client.get("is_offline") == 0
        return by_email and not (values.get("client_email") or client.get("email"))

    def invalid(self, key: str, errors: Mapping[str, list[str]]) -> Reply:
        """400 with the reasons by field."""
        return self.failed(self._account.words["invalid"], validation_errors={key: dict(errors)})

    def failed(self, message: str, **more: Any) -> Reply:
        """400, or HTTP 200 that says 400 where the switches say so."""
        return v1_failed(400, message, http_status=200 if self._switches.rejections_with_200 else None, **more)


def column_of(name: str, shape: Shape | None) -> str:
    """The column behind a written name: requisitions are written with ``Status`` and read with ``status``."""
    return name.lower() if shape is not None and name not in shape.fields and name.lower() in shape.fields else name


def _fields(draft: DraftShape, section: str, key: str) -> frozenset[str]:
    return draft.fields if section == key else draft.sections[section]
