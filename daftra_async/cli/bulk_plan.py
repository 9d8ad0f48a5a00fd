"""What a bulk run was asked to do: kept in its ledger, so that resuming needs the file's name alone."""

from __future__ import annotations

import shlex
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs
import msgspec

from .._bulk.keys import CustomField, check_key_field
from .._bulk.ledger import Ledger
from .._resource import Bulk
from ..errors import ConfigurationError
from .calls import draft_of
from .exits import Refusal

FACT = "command"
"""The name under which the ledger keeps the plan."""

SUFFIX = ".ledger"
_CUSTOM = "custom:"
_MOST = 10_000


@attrs.frozen(kw_only=True)
class Plan:
    """The settings of ``daftra bulk submit``."""

    source: Path
    resource: str = "invoices"
    key: str | None = None
    name: str | None = None
    group_by: str | None = None
    columns: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    chunk_size: int = 50
    concurrency: int = 4
    settle: float | None = None
    allow_unknown: bool = False
    count: int | None = None
    """How many drafts the file was found to hold."""

    @property
    def ledger(self) -> Path:
        return self.source.with_name(self.source.name + SUFFIX)

    @property
    def outcomes(self) -> Path:
        return self.source.with_name(self.source.name + ".outcomes.jsonl")

    @property
    def renamed(self) -> dict[str, str]:
        """Column → field, from ``COLUMN=FIELD``."""
        found: dict[str, str] = {}
        for text in self.columns:
            column, _, field = text.rpartition("=")
            if not column or not field:
                raise Refusal(f"--column {text}: give COLUMN=FIELD, such as 'Client No=client_id'")
            found[column] = field
        return found

    @property
    def key_field(self) -> Any:
        """The key as the engine takes it. Raises ``Refusal`` for a field that cannot carry keys."""
        fields = key_fields(self.resource)
        if self.key is None:
            return fields[0]
        custom = self.key.startswith(_CUSTOM)
        key = CustomField(self.key.removeprefix(_CUSTOM)) if custom else self.key
        try:
            check_key_field(key, fields, self.resource)
        except ConfigurationError:
            also = f", or {_CUSTOM}LABEL" if self.resource == "invoices" else ""
            raise Refusal(f"--key {self.key}: for {self.resource} give {' or '.join(fields)}{also}") from None
        return key

    @property
    def key_label(self) -> str:
        """The key's field as people call it."""
        field = self.key_field
        return field.label if isinstance(field, CustomField) else str(field)

    def remember(self, ledger: Ledger) -> None:
        """Keep the plan in the ledger."""
        written = attrs.asdict(self, filter=lambda field, _: field.name != "source")
        ledger.transact([partial(ledger.set_fact, FACT, msgspec.json.encode(written).decode())])

    @classmethod
    def recalled(cls, ledger: Ledger, path: Path) -> Plan:
        """The plan that the ledger at ``path`` keeps, for the file beside it.

        Where the file lies is never taken from the ledger: whoever wrote one could have any file read, and the outcomes
        written anywhere. Raises ``Refusal`` for a ledger that the command did not begin and for a plan that is damaged.
        """
        source = path.with_name(path.name.removesuffix(SUFFIX))
        text = ledger.fact(FACT)
        if text is None:
            raise Refusal(f"{path} was not begun by this command: resume it from the program that did")
        try:
            stored = msgspec.json.decode(text)
            plan = msgspec.convert({**stored, "source": str(source)}, cls, dec_hook=lambda kind, value: kind(value))
            return plan.checked()
        except (msgspec.DecodeError, UnicodeDecodeError, TypeError, ValueError, RecursionError) as error:
            again = f"daftra bulk submit {shlex.quote(str(source))}"
            raise Refusal(
                f"the plan in {path} is damaged ({error}): run `{again}` with the options of the first run, it goes on "
                "where the ledger ends"
            ) from None

    def checked(self) -> Plan:
        """The plan itself. Raises ``ValueError`` for a number that no run could work with."""
        for name in ("chunk_size", "concurrency"):
            if not 1 <= getattr(self, name) <= _MOST:
                raise ValueError(f"{name} is {getattr(self, name)}")
        if self.settle is not None and not 0 <= self.settle < float("inf"):
            raise ValueError(f"settle is {self.settle}")
        return self


def key_fields(resource: str) -> tuple[str, ...]:
    """The fields that can carry the keys of a resource's drafts, the best first.

    Raises ``Refusal`` for a resource that there is not, or that cannot be submitted in bulk.
    """
    draft_of(resource)
    module = import_module(f".._generated.api.{resource.replace('-', '_')}", __package__)
    for value in vars(module).values():
        if isinstance(value, type) and issubclass(value, Bulk) and value is not Bulk:
            return value._keys
    raise Refusal(f"{resource} cannot be submitted in bulk: use `daftra run {resource}.create` for each")


def ledger_of(path: Path) -> Path:
    """The ledger of a submitted file, or the ledger itself. Raises ``Refusal`` where there is none."""
    beside = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
    refuse_link(beside)
    if not beside.exists():
        raise Refusal(f"there is no ledger at {beside}: nothing was submitted from here")
    return beside


def refuse_link(ledger: Path) -> None:
    """A ledger is written to: a link there could lead to any file. Raises ``Refusal``."""
    if ledger.is_symlink():
        raise Refusal(f"{ledger} is a link: give the ledger itself, with its file beside it")
