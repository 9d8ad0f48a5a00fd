"""The Python API that a document gives: every name, type and default a user can write, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from ..emit.generate import enums_of, parsed
from ..emit.projection import ProjectionError, project
from ..emit.views import CallView, EnumView, Field, ModelView, ResourceView
from .limits import Limits, limits_of


@attrs.frozen(kw_only=True)
class ArgumentFace:
    """One argument of a method; ``default`` is None where the caller must give it, and ``place`` where it travels."""

    annotation: str
    default: str | None
    place: str
    wire: str
    description: str
    limits: Limits = attrs.field(factory=dict)

    @property
    def required(self) -> bool:
        return self.default is None


@attrs.frozen(kw_only=True)
class CallFace:
    """One method of a resource: its arguments in order, what it returns, and the request behind it."""

    arguments: Mapping[str, ArgumentFace]
    returns: str
    method: str
    path: str
    pages: tuple[str, ...]
    wire: tuple[tuple[str, str], ...]
    summary: str


@attrs.frozen(kw_only=True)
class FieldFace:
    """One attribute of a model."""

    annotation: str
    required: bool
    wire: tuple[str | None, str]
    description: str
    limits: Limits = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class ModelFace:
    """A record or a draft; ``draft`` is what ``to_draft()`` of a record gives, None where it has none."""

    is_draft: bool
    fields: Mapping[str, FieldFace]
    draft: str | None
    section: str | None
    summary: str


@attrs.frozen(kw_only=True)
class EnumFace:
    """An enum: member → (value, label), all as Python literals."""

    base: str
    members: Mapping[str, tuple[str, str]]
    summary: str


@attrs.frozen(kw_only=True)
class Surface:
    """Everything public that is generated; ``abilities`` holds what a resource's base classes give it."""

    calls: Mapping[str, CallFace]
    models: Mapping[str, ModelFace]
    enums: Mapping[str, EnumFace]
    abilities: Mapping[str, frozenset[str]]


def surface_of(document: Mapping[str, Any]) -> Surface:
    """The surface that today's generator makes of a document. Raises ``GeneratorError`` where it makes none."""
    try:
        projection = project(document)
    except KeyError as missing:
        raise ProjectionError(f"the document lacks {missing}: it was merged by another generator") from None
    data, views = parsed(projection, Path("unused"))
    resources = [views.resource(collection) for collection in data.endpoint_collections_by_tag.values()]
    return Surface(
        calls={view.call.id: _call(view) for resource in resources for view in resource.calls},
        models={view.name: _model(view, projection.sources[view.name]) for view in map(views.model, data.models)},
        enums={str(enum.class_info.name): _enum(views.enum(enum)) for enum in enums_of(data)},
        abilities={view.module: _abilities(view) for view in resources},
    )


def attributes_of(surface: Surface) -> dict[str, dict[str, str]]:
    """Record or draft → name on the wire → attribute, where the two differ."""
    return {
        name: {field.wire[1]: attribute for attribute, field in model.fields.items() if attribute != field.wire[1]}
        for name, model in surface.models.items()
        if any(attribute != field.wire[1] for attribute, field in model.fields.items())
    }


def _call(view: CallView) -> CallFace:
    arguments = (*view.positional, *view.keywords)
    schemas = {(one["in"], one["name"]): one["schema"] for one in view.call.parameters}
    return CallFace(
        arguments={
            argument.name: ArgumentFace(
                annotation=argument.annotation,
                default=argument.default,
                place=argument.place,
                wire=argument.wire,
                description=argument.description,
                limits=limits_of(schemas.get((argument.place, argument.wire), {})),
            )
            for argument in arguments
        },
        returns=view.returns,
        method=view.call.method,
        path=view.call.base + view.call.path,
        pages=view.call.pages,
        wire=(
            ("kind", view.call.kind),
            ("model key", str(view.call.model_key)),
            ("media type", view.call.media_type),
            ("constants", ", ".join(f"{key}={value}" for key, value in view.fixed)),
        ),
        summary=view.summary,
    )


def _model(view: ModelView, source: Mapping[str, Any]) -> ModelFace:
    properties = source.get("properties", {})
    return ModelFace(
        is_draft=view.is_draft,
        fields={
            field.name: _field(field, properties.get(field.wire, {}), is_draft=view.is_draft) for field in view.fields
        },
        draft=view.draft,
        section=view.section,
        summary=view.summary,
    )


def _field(field: Field, schema: Mapping[str, Any], *, is_draft: bool) -> FieldFace:
    annotation = "Any" if field.untyped and not is_draft else field.annotation
    return FieldFace(
        annotation=annotation,
        required=field.required,
        wire=(field.section, field.wire),
        description=field.description,
        limits=limits_of(schema) if is_draft else {},
    )


def _enum(view: EnumView) -> EnumFace:
    return EnumFace(
        base=view.base,
        members=_members(view),
        summary=view.summary,
    )


def _members(view: EnumView) -> dict[str, tuple[str, str]]:
    """Every name that a member can be called by, those of before included."""
    members = {member: (value, label) for member, value, label in view.members}
    return {**members, **{before: members[now] for before, now in view.former}}


def _abilities(view: ResourceView) -> frozenset[str]:
    """``edit``, ``bulk``, ``find`` and ``upsert``, where the resource has them."""
    bases = (("Editable", "edit"), ("Bulk", "bulk"), ("Findable", "find"))
    upsert = ["upsert"] if view.find and view.find.upserts else []
    return frozenset([*(ability for base, ability in bases if base in view.bases), *upsert])
