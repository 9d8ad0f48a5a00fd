"""What the templates print, as plain values.

Every string that comes from the document and is not an identifier passes through ``literal`` or ``sentence`` before it
gets into a view, so a template can print a view's attributes as they are.
"""

from __future__ import annotations

import math
import re
import textwrap
from collections.abc import Iterable

import attrs

from ..errors import GeneratorError
from ..identifiers import is_taken, safe
from .projection import Call


class ViewError(GeneratorError):
    """A model or call cannot be printed; the message says which and why."""


def literal(text: object) -> str:
    """A Python literal on one line, safe whatever the text holds. Raises ``ViewError`` for a number that has none."""
    if isinstance(text, float) and not math.isfinite(text):
        raise ViewError(f"{text} cannot be written as a number")
    return ascii(text) if not isinstance(text, str) or not text.isprintable() else repr(text)


def literal_tuple(items: Iterable[str]) -> str:
    """A tuple of literals, with the comma that a single one needs."""
    return "(" + "".join(f"{literal(item)}, " for item in items) + ")"


def sentence(text: str) -> str:
    """Prose for a docstring: one line, no quotes or backslashes that could end it, no control or bidi characters."""
    flat = re.sub(r"\s+", " ", "".join(c if c.isprintable() else " " for c in text)).strip()
    return flat.replace("\\", "/").replace('"', "'").strip()


@attrs.frozen(kw_only=True)
class Annotation:
    """A type in generated code and the names it needs."""

    text: str
    models: frozenset[str] = frozenset()
    many: bool = False


@attrs.frozen(kw_only=True)
class Field:
    """One attribute of a generated model."""

    wire: str
    name: str
    annotation: str
    models: frozenset[str]
    many: bool
    required: bool
    description: str
    section: str | None = None
    confidential: bool = False

    @property
    def aliased(self) -> bool:
        """Whether the attribute needs an alias: msgspec fills attributes by their wire names."""
        return self.wire != self.name and not self.untyped

    @property
    def optional(self) -> str:
        """The ending where the attribute may hold nothing; a list is empty then, and Any says it already."""
        return "" if self.many or self.annotation == "Any" else " | None"

    @property
    def untyped(self) -> bool:
        """Whether Python cannot have an attribute of the wire name (``from``): it is read from the raw record."""
        return is_taken(self.wire)


def dict_name(draft: str) -> str:
    """The name of a draft's ``TypedDict`` by its attributes."""
    return f"{draft.removesuffix('Draft')}Dict"


def body_name(draft: str) -> str:
    """The name of a draft's ``TypedDict`` in its documented shape."""
    return f"{draft.removesuffix('Draft')}Body"


@attrs.frozen(kw_only=True)
class ModelView:
    """A record or draft class."""

    name: str
    module: str
    summary: str
    fields: tuple[Field, ...]
    imports: tuple[tuple[str, str], ...]
    is_draft: bool
    draft: str | None = None
    section: str | None = None
    nested: frozenset[str] = frozenset()

    @property
    def shadowed(self) -> frozenset[str]:
        """Model names that an attribute of this class hides: they are imported with an underscore before them."""
        return frozenset(name for _, name in self.imports) & frozenset(field.wire for field in self.fields)

    @property
    def renamed(self) -> tuple[Field, ...]:
        """The fields whose place in the body is not the main part under their own name."""
        return tuple(field for field in self.fields if field.section or field.wire != field.name)

    @property
    def dict_name(self) -> str:
        """The ``TypedDict`` of a draft by its attributes."""
        return dict_name(self.name)

    @property
    def body_name(self) -> str:
        """The ``TypedDict`` of a draft in its documented shape: the one by its attributes where it has no sections."""
        return body_name(self.name) if self.section else self.dict_name

    def in_dict(self, field: Field) -> str:
        """A field's annotation in a ``TypedDict``: drafts inside may be dicts."""
        text = self.spelt(field)
        for name in sorted(field.models & self.nested):
            text = re.sub(rf"\b{name}\b", f"{name} | {dict_name(name)}", text)
        return re.sub(r"^list\[(.* \| .*)\]", r"Sequence[\1]", text) if field.many else text

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """What only the documented shape has: other names than the attributes', and sections, each with its type."""
        return tuple((field.wire, self.in_dict(field)) for field in self.renamed if not field.untyped)

    def spelt(self, field: Field) -> str:
        """A field's annotation as it stands in the class body."""
        text = field.annotation
        for name in sorted(field.models & self.shadowed):
            text = re.sub(rf"\b{name}\b", f"_{name}", text)
        return text


@attrs.frozen(kw_only=True)
class EnumView:
    """An enum class: (member, value, label) for each value, and (name before, member) where one was renamed."""

    name: str
    summary: str
    base: str
    members: tuple[tuple[str, str, str], ...]
    former: tuple[tuple[str, str], ...] = ()


@attrs.frozen(kw_only=True)
class Argument:
    """One argument of a call: ``place`` is ``path``, ``query``, ``body`` or, for what goes beside it, ``extra``."""

    wire: str
    name: str
    annotation: str
    place: str
    default: str | None
    models: frozenset[str]
    description: str


BODY_ID = Argument(wire="id", name="id", annotation="int", place="id", default=None, models=frozenset(), description="")
"""The record's number where only the body carries it: the API edits some v2 records by a POST."""


EXTRA = Argument(
    wire="",
    name="extra",
    annotation="Mapping[str, Any] | None",
    place="extra",
    default="None",
    models=frozenset(),
    description="Fields that the documentation lacks, by their names on the wire: they go into the main part.",
)
"""What a create or an update takes beside a draft."""


_GIVEN_BACK = {
    "Created": "The id, and the number where the server says it.",
    "Done": "What the server said beside its yes.",
}
"""Result → what it holds, where no record comes back."""

WIDTH = 100
"""How wide a paragraph of a method's docstring is."""


@attrs.frozen(kw_only=True)
class CallView:
    """A method of a resource class and the endpoint module behind it."""

    call: Call
    module: str
    summary: str
    result: str
    decoder: str
    record: str | None
    arguments: tuple[Argument, ...]
    imports: tuple[tuple[str, str], ...]
    fixed: tuple[tuple[str, str], ...]
    draft: str | None = None

    def placed(self, place: str) -> tuple[Argument, ...]:
        return tuple(argument for argument in self.arguments if argument.place == place)

    @property
    def explanation(self) -> tuple[str, ...]:
        """What the call does, in lines that fit a docstring."""
        paragraphs = [textwrap.wrap(sentence(text), WIDTH) for text in self.call.description.split("\n\n")]
        return tuple(line for number, lines in enumerate(paragraphs) for line in ([""] if number else []) + lines)

    @property
    def given_back(self) -> str:
        """What the method returns."""
        if self.is_list:
            return "A pager: awaited it is one page, iterated over it is every row of the list."
        if self.record:
            return "The record; what cannot be typed is None there, and `raw` has it as it came."
        return _GIVEN_BACK.get(self.result, "The answer as JSON values.")

    @property
    def refusals(self) -> tuple[tuple[str, str], ...]:
        """(error, when): what is raised beside what every call can meet."""
        found = [("ConfigurationError", "the draft has what no draft can; nothing was sent.")] if self.draft else []
        if any(argument.place == "body" for argument in self.arguments):
            found.append(("ValidationError", "the server refused what was written; `validation_errors` says why."))
        if any(argument.place in {"path", "id"} for argument in self.arguments):
            found.append(("ResponseError", "the server refused, `NotFound` where v1 has no such record."))
        if not self.reads:
            found.append(("ConnectionLost, RequestTimeout", "no answer came: `outcome` says whether it may be done."))
        return tuple(found)

    @property
    def reads(self) -> bool:
        """Whether the call changes nothing."""
        return self.call.kind in {"list", "get"}

    @property
    def positional(self) -> tuple[Argument, ...]:
        return tuple(argument for argument in self.arguments if argument.default is None)

    @property
    def keywords(self) -> tuple[Argument, ...]:
        return tuple(argument for argument in self.arguments if argument.default is not None)

    @property
    def signature(self) -> str:
        """The arguments as they are declared: positional ones, then keyword-only ones with their defaults."""
        declared = [f"{argument.name}: {argument.annotation}" for argument in self.positional]
        if self.keywords:
            declared.append("*")
        declared += [f"{argument.name}: {argument.annotation} = {argument.default}" for argument in self.keywords]
        return ", ".join(declared)

    @property
    def passed(self) -> str:
        """The arguments as a method hands them to its builder."""
        named = (f"{argument.name}={argument.name}" for argument in self.keywords)
        return ", ".join((*(argument.name for argument in self.positional), *named))

    @property
    def constant(self) -> str:
        """The operation's name in ``operations.py``."""
        return f"{self.call.resource}_{self.call.name}".upper()

    @property
    def path_text(self) -> str:
        return sentence(self.call.base + self.call.path)

    @property
    def pages(self) -> str:
        return literal_tuple(self.call.pages)

    @property
    def is_list(self) -> bool:
        return self.decoder == "decode_page"

    @property
    def method_name(self) -> str:
        return safe(self.call.name)

    @property
    def returns(self) -> str:
        return f"Pager[{self.record}]" if self.is_list else self.result

    @property
    def size(self) -> str:
        """The name of the argument that sets how many rows a page holds."""
        return "per_page" if any(argument.name == "per_page" for argument in self.arguments) else "limit"

    @property
    def id_argument(self) -> str | None:
        """The argument whose value also goes into the body."""
        if not self.call.id_in_body:
            return None
        return [argument.name for argument in self.arguments if argument.place in {"path", "id"}][-1]


@attrs.frozen(kw_only=True)
class EditView:
    """The partial edit of a resource: the record, the ``TypedDict`` of its changes, and the ids before its own."""

    record: str
    changes: str
    changes_import: tuple[str, str]
    parents: tuple[str, ...]

    @property
    def signature(self) -> str:
        """The arguments as they are declared."""
        parents = "".join(f"{name}: int, " for name in self.parents)
        star = "*, " if self.parents else ""
        return f"id: int | {self.record}, /, {star}{parents}**changes: Unpack[{self.changes}]"

    @property
    def passed(self) -> str:
        """The changes as the base class takes them."""
        parents = "".join(f"{literal(name)}: {name}, " for name in self.parents)
        return f"{{{parents}**changes}}" if parents else "changes"


@attrs.frozen(kw_only=True)
class FindView:
    """How records are found by the attributes of a draft, and whether they can be upserted by them."""

    record: str
    draft: str
    fields: str
    written: str
    upserts: bool
    entity: str | None
    imports: tuple[tuple[str, str], ...]


@attrs.frozen(kw_only=True)
class ResourceView:
    """A resource class: one method per call. ``keys`` are the fields that can carry a key, empty where none can."""

    module: str
    name: str
    summary: str
    bases: str
    keys: tuple[str, ...]
    calls: tuple[CallView, ...]
    edit: EditView | None = None
    find: FindView | None = None

    @property
    def imports(self) -> tuple[tuple[str, str], ...]:
        found = {item for call in self.calls for item in call.imports}
        found |= {self.edit.changes_import} if self.edit else set()
        return tuple(sorted(found | {*(self.find.imports if self.find else ())}))

    @property
    def created(self) -> str | None:
        """The draft that its ``create`` takes."""
        return next((call.draft for call in self.calls if call.call.name == "create"), None)

    @property
    def reads_by_id(self) -> bool:
        """Whether one record can be read by its number alone."""
        return any(call.call.kind == "get" and len(call.positional) == 1 for call in self.calls)

    def used(self, names: Iterable[str]) -> tuple[str, ...]:
        """Those of some types that the class or a signature names."""
        texts = [self.bases, *(call.returns for call in self.calls)]
        texts += ["Sequence Upserted"] if self.find and self.find.upserts else []
        texts += [argument.annotation for call in self.calls for argument in call.arguments]
        return tuple(name for name in names if any(re.search(rf"\b{name}\b", text) for text in texts))
