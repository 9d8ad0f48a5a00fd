"""What of openapi-python-client's inside our presenter stands on: its version is exact, because none of it is promised.

Imports nothing of it before it is asked, so that a version that lacks something ends in a message, not in a traceback.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version

from ..errors import GeneratorError

DISTRIBUTION = "openapi-python-client"
VERSION = "0.29.1"
"""As in ``pyproject.toml``; the test of this module compares the two."""

_PROPERTIES = "openapi_python_client.parser.properties"
INTERNALS: Mapping[str, tuple[str, ...]] = {
    "openapi_python_client:Project": ("build",),
    "openapi_python_client.config:ClassOverride": ("class_name", "module_name"),
    "openapi_python_client.config:Config": ("from_sources",),
    "openapi_python_client.config:ConfigFile": (),
    "openapi_python_client.config:MetaType": (),
    "openapi_python_client.parser:GeneratorData": ("from_dict", "endpoint_collections_by_tag", "models", "enums"),
    "openapi_python_client.parser.errors:GeneratorError": ("header", "detail"),
    "openapi_python_client.parser.openapi:Endpoint": ("path_parameters", "query_parameters", "path", "name"),
    "openapi_python_client.parser.openapi:EndpointCollection": ("endpoints",),
    "openapi_python_client.strings:PythonIdentifier": (),
    f"{_PROPERTIES}:EnumProperty": ("class_info", "values", "value_type"),
    f"{_PROPERTIES}:ModelProperty": ("class_info", "required_properties", "optional_properties"),
    f"{_PROPERTIES}.boolean:BooleanProperty": (),
    f"{_PROPERTIES}.date:DateProperty": (),
    f"{_PROPERTIES}.datetime:DateTimeProperty": (),
    f"{_PROPERTIES}.float:FloatProperty": (),
    f"{_PROPERTIES}.int:IntProperty": (),
    f"{_PROPERTIES}.list_property:ListProperty": ("inner_property",),
    f"{_PROPERTIES}.string:StringProperty": (),
}
"""``module:class`` → the attributes of it that are used here."""


class InternalsError(GeneratorError):
    """openapi-python-client is another one than our templates and our presenter were written for."""


def check_internals(expected: str = VERSION, internals: Mapping[str, tuple[str, ...]] = INTERNALS) -> None:
    """Raise ``InternalsError`` for another version, or for a version that lacks something we use."""
    try:
        found = version(DISTRIBUTION)
    except PackageNotFoundError:
        raise InternalsError(
            f"{DISTRIBUTION} is not installed\n  what to do: pip install '{DISTRIBUTION}=={expected}'"
        ) from None
    missing = [part for place, names in internals.items() for part in _missing(place, names)]
    if missing:
        raise InternalsError(
            f"{DISTRIBUTION} {found} has no {', '.join(missing)}\n"
            "  what to do: see where generator/emit uses it, or install the version that pyproject.toml names"
        )
    if found != expected:
        raise InternalsError(
            f"{DISTRIBUTION} is {found}, and the templates were written for {expected}\n"
            f"  what to do: pip install '{DISTRIBUTION}=={expected}', or write the new version into pyproject.toml and "
            "generator/emit/upstream_internals.py once make regen and the tests hold with it"
        )


def _missing(place: str, names: tuple[str, ...]) -> list[str]:
    module, _, name = place.partition(":")
    try:
        found = getattr(import_module(module), name)
    except (ImportError, AttributeError):
        return [place.replace(":", ".")]
    known = {*dir(found), *getattr(found, "__annotations__", ()), *getattr(found, "model_fields", ())}
    return [f"{name}.{one}" for one in names if one not in known]
