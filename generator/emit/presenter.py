"""From openapi-python-client's parsed models and endpoints to the views that our templates print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs
from openapi_python_client.parser.openapi import Endpoint, EndpointCollection
from openapi_python_client.parser.properties import EnumProperty, ModelProperty
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.date import DateProperty
from openapi_python_client.parser.properties.datetime import DateTimeProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.string import StringProperty

from ..identifiers import argument_name, attribute_name, is_plain
from ..words import pascal_case, plural, snake_case
from .key_fields import KEY_FIELDS
from .projection import CALL_MARK, Call, Projection, is_free_object
from .views import (
    BODY_ID,
    EXTRA,
    Annotation,
    Argument,
    CallView,
    EditView,
    EnumView,
    Field,
    FindView,
    ModelView,
    ResourceView,
    ViewError,
    body_name,
    dict_name,
    literal,
    sentence,
)

RESERVED = frozenset({"raw", "unknown", "issues", "json", "to_draft", "to_wire", "from_record", "from_dict", "extra"})
"""What the base classes of models define: a field of that name would hide it."""

SCALARS: dict[type, str] = {
    IntProperty: "int",
    FloatProperty: "Decimal",
    BooleanProperty: "bool",
    StringProperty: "str",
    DateProperty: "Date",
    DateTimeProperty: "DateTime",
}
ARGUMENTS = {
    "Decimal": "Decimal | int | str",
    "Date": "date | str",
    "DateTime": "datetime | date | str",
    "Any": "str | int",
}
"""What an argument accepts where it is more than what a record holds."""


WRITTEN = {"Decimal": "Decimal | int | str", "Date": "Date | str", "DateTime": "DateTime | str"}
"""What a draft's field accepts where it is more than what a record holds."""

WITHOUT_EDIT = frozenset({"purchase_orders", "subscriptions"})
"""Resources whose PUT cannot carry all that is known of a record (its number, its layout): what is left out is reset,
so that no edit of one field is safe. Their ``update`` replaces the record, as it says."""

V2_ENTITIES: Mapping[str, str] = {
    "clients": "client",
    "invoices": "invoice",
    "products": "product",
    "purchase_invoices": "purchase_order",
    "requisitions": "requisition",
    "suppliers": "supplier",
    "work_orders": "work_order",
}
"""v1 resource → the v2 entity of the same records, where the v1 list is long and filters by few fields."""

CONFIDENTIAL = frozenset({
    ("*", "password"), ("*", "confirm_password"), ("*", "client_secret"), ("*", "access_token"), ("*", "refresh_token"),
    ("TokenRequest", "code"),
})  # fmt: skip
"""(draft, field) whose value its repr leaves out; `*` stands for every draft."""


@attrs.frozen
class Presenter:
    """Makes views for one projection; ``modules`` maps every generated class to its module."""

    projection: Projection
    modules: Mapping[str, str]

    def annotation(self, prop: object, source: Mapping[str, Any]) -> Annotation:
        """The type of a property, without ``None``."""
        if is_free_object(source):
            return Annotation(text="dict[str, Any]")
        if isinstance(prop, ListProperty):
            inner = self.annotation(prop.inner_property, source.get("items", {}))
            return Annotation(text=f"list[{inner.text}]", models=inner.models, many=True)
        if isinstance(prop, (ModelProperty, EnumProperty)):
            name = str(prop.class_info.name)
            return Annotation(text=name, models=frozenset({name}))
        for kind, text in SCALARS.items():
            if isinstance(prop, kind):
                return Annotation(text=text)
        return Annotation(text="Any")

    def model(self, model: ModelProperty) -> ModelView:
        """The view of a record or draft."""
        name = str(model.class_info.name)
        source = self.projection.sources[name]
        is_draft = name in self.projection.drafts
        calls = [call for call in self.projection.calls if name in {call.record, call.draft}]
        model_key = next((call.model_key for call in calls if call.model_key), None)
        fields = self._fields(model, source, is_draft=is_draft, model_key=model_key)
        imports = {item for field in fields for item in field.models}
        if is_draft:
            imports |= {dict_name(item) for item in imports if item in self.projection.drafts}
        draft = None if is_draft else self._draft_of(name)
        return ModelView(
            name=name,
            module=str(model.class_info.module_name),
            summary=sentence(source.get("description") or _default_summary(name, is_draft=is_draft)),
            fields=fields,
            imports=tuple(sorted((self.modules[item], item) for item in imports - {name})),
            is_draft=is_draft,
            draft=draft,
            section=_only({call.model_key for call in calls if call.draft == name}, name),
            nested=frozenset(item for item in imports if item in self.projection.drafts) if is_draft else frozenset(),
        )

    def _draft_of(self, record: str) -> str | None:
        """The draft that the resources which read a record create and replace it with."""
        resources = {call.resource for call in self.projection.calls if call.record == record and call.kind == "get"}
        written = (c for c in self.projection.calls if c.resource in resources and c.name in {"create", "update"})
        return next((call.draft for call in written if call.draft), None)

    def _fields(
        self, model: ModelProperty, source: Mapping[str, Any], *, is_draft: bool, model_key: str | None
    ) -> tuple[Field, ...]:
        name = str(model.class_info.name)
        properties = [*(model.required_properties or ()), *(model.optional_properties or ())]
        order = {key: place for place, key in enumerate(source.get("properties", {}))}
        wires = [str(prop.name.get_untrusted_value()) for prop in properties]
        taken = {wire for wire in wires if is_plain(wire)}
        locked: Mapping[str, str] = source.get("x-daftra-names", {})
        fields: list[Field] = []
        for prop, wire in sorted(zip(properties, wires, strict=True), key=lambda pair: order[pair[1]]):
            inner = source["properties"][wire]
            if not wire.isidentifier() or not wire.isascii() or wire.startswith("_"):
                continue
            if wire in RESERVED:
                raise ViewError(f"{name}: the field {wire!r} has a name that the base class keeps for itself")
            annotation = self.annotation(prop, inner)
            owner = name.removesuffix("Draft") if is_draft else name
            attribute = locked.get(wire) or attribute_name(
                wire, owner=owner, model_key=model_key, many=annotation.many, taken=frozenset(taken)
            )
            if attribute != wire:
                if attribute in taken:
                    raise ViewError(f"{name}: {wire!r} and another field are both called {attribute!r}")
                taken.add(attribute)
            text = _written(annotation, prop) if is_draft else annotation.text
            beside = is_draft and wire in self.projection.siblings.get(name, frozenset())
            fields.append(
                Field(
                    wire=wire,
                    name=attribute,
                    annotation=text,
                    models=annotation.models,
                    many=annotation.many,
                    required=is_draft and wire in source.get("required", ()),
                    description=sentence(_description(inner)),
                    section=wire if beside else None,
                    confidential=not CONFIDENTIAL.isdisjoint({("*", wire), (name, wire)}),
                )
            )
        return tuple(fields)

    def _written(self, draft: str) -> tuple[str, frozenset[str]]:
        """What is taken for a draft: itself, or a dict in its documented shape."""
        sections = {call.model_key for call in self.projection.calls if call.draft == draft}
        named = body_name(draft) if sections - {None} else dict_name(draft)
        return f"{draft} | {named}", frozenset({draft, named})

    def enum(self, enum: EnumProperty) -> EnumView:
        """The view of an enum, its labels from the document."""
        name = str(enum.class_info.name)
        source = self.projection.sources[name]
        labels = source.get("x-enum-labels", [])
        values = list(enum.values.items())
        if len(labels) != len(values):
            raise ViewError(f"{name}: {len(values)} values but {len(labels)} labels")
        members = [
            (str(member), literal(raw), literal(label))
            for (member, _), raw, label in zip(values, source["enum"], labels, strict=True)
        ]
        words = snake_case(name).replace("_", " ").capitalize()
        summary = sentence(source.get("description") or f"{words}; a value that has no name here is kept as it came.")
        former: Mapping[str, str] = source.get("x-daftra-former-names", {})
        base = "OpenIntEnum" if enum.value_type is int else "OpenStrEnum"
        return EnumView(name=name, summary=summary, base=base, members=tuple(members), former=tuple(former.items()))

    def call(self, endpoint: Endpoint) -> CallView:
        """The view of a call, found by the mark in its projected path."""
        call_id = endpoint.path.get_untrusted_value().rpartition(CALL_MARK)[2]
        call = next(call for call in self.projection.calls if call.id == call_id)
        arguments = [*self._parameters(call, endpoint), *self._body(call)]
        draft = call.draft or self._batched(call)
        if call.draft:
            arguments.append(EXTRA)
        if call.id_in_body and not any(argument.place == "path" for argument in arguments):
            arguments.append(BODY_ID)
        arguments.sort(key=lambda argument: ("path", "id", "body", "query", "extra").index(argument.place))
        models = {name for argument in arguments for name in argument.models}
        decoder, result, record = self._result(call)
        if record:
            models.add(record)
        return CallView(
            call=call,
            module=str(endpoint.name),
            summary=sentence(call.summary),
            result=result,
            decoder=decoder,
            record=record,
            arguments=tuple(arguments),
            imports=tuple(sorted((self.modules[name], name) for name in models)),
            fixed=tuple((literal(key), literal(value)) for key, value in call.fixed.items()),
            draft=draft,
        )

    def _batched(self, call: Call) -> str | None:
        """The draft of which a call takes many."""
        if call.body is None or self.projection.sources.get(call.body, {}).get("type") != "array":
            return None
        creates = (one for one in self.projection.calls if one.resource == call.resource and one.kind == "create")
        return next((one.draft for one in creates if one.draft), None)

    def resource(self, collection: EndpointCollection) -> ResourceView:
        """The view of all calls under one tag."""
        calls = tuple(sorted(map(self.call, collection.endpoints), key=lambda view: view.call.name))
        module = calls[0].call.resource
        by_name = {view.call.name: view for view in calls}
        bases = ["Resource"]
        record = by_name["get"].record if "get" in by_name else None
        draft = by_name["update"].call.draft if "update" in by_name else None
        edit = None
        if record and draft and draft == f"{record}Draft" and module not in WITHOUT_EDIT:
            bases = [f"Editable[{literal(record)}]"]
            edit = self._edit(by_name["update"], record, draft)
        find = self._find(module, by_name, upserts=edit is not None)
        if find:
            bases = [*(base for base in bases if base != "Resource"), f"Findable[{literal(find.record)}]"]
        keys = KEY_FIELDS.get(module, ())
        if keys:
            bases.insert(0, "Bulk")
        return ResourceView(
            module=module,
            name=f"{pascal_case(module)}Resource",
            summary=f"{snake_case(module).replace('_', ' ').capitalize()}: {len(calls)} documented operations.",
            bases=", ".join(bases),
            keys=keys,
            calls=calls,
            edit=edit,
            find=find,
        )

    def _find(self, module: str, calls: Mapping[str, CallView], *, upserts: bool) -> FindView | None:
        """The finding of records that are listed, and read by their number alone."""
        listed, read, create = calls.get("list"), calls.get("get"), calls.get("create")
        draft = next((calls[name].call.draft for name in ("create", "update") if name in calls), None)
        if not listed or not read or not draft or listed.positional or len(read.positional) > 1 or not listed.record:
            return None
        upserts = upserts and create is not None and [argument.name for argument in create.positional] == ["draft"]
        text, models = self._written(draft)
        models = models if upserts else frozenset()
        return FindView(
            record=listed.record,
            draft=draft,
            fields=dict_name(draft),
            written=text,
            upserts=upserts,
            entity=V2_ENTITIES.get(module),
            imports=tuple((self.modules[name], name) for name in {*models, dict_name(draft), listed.record}),
        )

    def _edit(self, update: CallView, record: str, draft: str) -> EditView:
        changes = dict_name(draft)
        parents = tuple(argument.name for argument in update.placed("path"))[:-1]
        return EditView(
            record=record, changes=changes, changes_import=(self.modules[changes], changes), parents=parents
        )

    def _result(self, call: Call) -> tuple[str, str, str | None]:
        if call.record and call.kind == "list":
            return "decode_page", f"Page[{call.record}]", call.record
        if call.record:
            return "decode_record", call.record, call.record
        plain = {"create": ("decode_created", "Created"), "update": ("decode_done", "Done")}
        decoder, result = plain.get(call.kind, plain["update"] if call.kind == "delete" else ("decode_json", "Any"))
        return decoder, result, None

    def _parameters(self, call: Call, endpoint: Endpoint) -> Iterable[Argument]:
        sources = {(parameter["in"], parameter["name"]): parameter for parameter in call.parameters}
        for place, properties in (("path", endpoint.path_parameters), ("query", endpoint.query_parameters)):
            for prop in properties:
                wire = prop.name.get_untrusted_value()
                source = sources[place, wire]
                annotation = self.annotation(prop, source["schema"])
                text = _argument_type(annotation, prop)
                default = None
                if place == "query" and not source.get("required"):
                    text, default = f"{text} | None", "None"
                elif "default" in source["schema"]:
                    default = literal(source["schema"]["default"])
                own_name = call.names.get(wire, wire)
                if own_name == "id" and wire != "id":
                    text = "int"
                if place == "path" and isinstance(prop, EnumProperty) and prop.value_type is int:
                    text = f"{text} | str"
                yield Argument(
                    wire=wire,
                    name=argument_name(own_name),
                    annotation=text,
                    place=place,
                    default=default,
                    models=annotation.models,
                    description=sentence(source.get("description", "")),
                )

    def _body(self, call: Call) -> Iterable[Argument]:
        if call.body is None:
            return
        draft = call.draft or self._batched(call)
        either, models = self._written(draft) if draft else ("", frozenset[str]())
        told = "What is written, as a draft or as a dict in the documented shape."
        if call.draft:
            name, text = "draft", either
        elif self.projection.sources.get(call.body, {}).get("type") == "array":
            name, text = "body", f"Sequence[{either or 'Mapping[str, Any]'}]"
        else:
            name, text = "body", "Mapping[str, Any]"
        yield Argument(wire="", name=name, annotation=text, place="body", default=None, models=models, description=told)


def _written(annotation: Annotation, prop: object) -> str:
    if isinstance(prop, EnumProperty):
        return f"{annotation.text} | {prop.value_type.__name__}"
    return WRITTEN.get(annotation.text, annotation.text)


def _argument_type(annotation: Annotation, prop: object) -> str:
    if annotation.many:
        inner = annotation.text.removeprefix("list[").removesuffix("]")
        return f"Sequence[{ARGUMENTS.get(inner, inner)}]"
    if isinstance(prop, EnumProperty):
        return f"{annotation.text} | {prop.value_type.__name__}"
    if annotation.text.startswith("dict["):
        return "Mapping[str, Any]"
    return ARGUMENTS.get(annotation.text, annotation.text)


def _description(schema: Mapping[str, Any]) -> str:
    return str(schema.get("description", ""))


def _default_summary(name: str, *, is_draft: bool) -> str:
    words = snake_case(name.removesuffix("Draft") if is_draft else name).replace("_", " ")
    return f"What can be written of {plural(words)}." if is_draft else f"One of the account's {plural(words)}."


def _only(values: set[str | None], name: str) -> str | None:
    if len(values) > 1:
        raise ViewError(f"{name}: one draft for several body sections {sorted(map(str, values))}")
    return next(iter(values), None)
