"""``python -m generator generate``: from ``specs/openapi.yaml`` to the package ``daftra_async/_generated``.

openapi-python-client reads the projected document and prints our templates; any warning of its own stops the run, and
so does a call of the document that is not in the output exactly once. The output directory is replaced as a whole, and
only when everything has been written and verified beside it.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from openapi_python_client import Project
from openapi_python_client.config import ClassOverride, Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError as ParserError
from openapi_python_client.parser.properties import EnumProperty

from .. import safe_yaml
from ..errors import GeneratorError
from ..places import DOCUMENT, PACKAGE
from ..wire_forms import as_generated
from . import emulator_table
from .package import from_package
from .presenter import Presenter
from .projection import Projection, project
from .upstream import check_upstream
from .verify import verify
from .views import body_name, dict_name, literal

TEMPLATES = Path(__file__).parent / "templates"
UNUSED = ("client.py", "errors.py", "types.py")
"""What openapi-python-client always writes and a sans-I/O package has no place for."""

PAGES = 250
"""How many times the room of one page the document may take."""

ENUMS = "enums"
"""One module for all enums: they are small, and a first call should not have to open twenty files."""

RUFF = ("F401", "I001", "UP", "PIE790")
FORMAT = ("--line-length=120", "--target-version=py311", "--isolated", "--no-cache", "--quiet")


class GenerationError(GeneratorError):
    """The output would not be what the document says; nothing was replaced."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--spec", type=Path, default=DOCUMENT, help="the merged document")
    parser.add_argument("--out", type=Path, default=PACKAGE, help="the package to replace")


def run(arguments: argparse.Namespace) -> int:
    calls = generate(arguments.spec, arguments.out)
    print(f"{calls} calls written to {arguments.out}")
    return 0


def generate(spec: Path, out: Path) -> int:
    """Write the package and return the number of calls in it.

    Raises ``GenerationError``, ``ProjectionError`` or ``ViewError`` with the place in the document, and leaves ``out``
    untouched then.
    """
    check_upstream()
    document = as_generated(safe_yaml.load(spec.read_text(encoding="utf-8"), file=spec.name, pages=PAGES))
    projection = project(document)
    with tempfile.TemporaryDirectory() as temporary:
        fresh = Path(temporary) / "_generated"
        build(projection, fresh)
        tidy(fresh)
        verify(projection, fresh)
        (fresh / emulator_table.FILE).write_bytes(emulator_table.encoded(document))
        if out.exists():
            shutil.rmtree(out)
        shutil.copytree(fresh, out)
    return len(projection.calls)


def build(projection: Projection, out: Path) -> None:
    """Print the templates for a projection into an empty directory."""
    data, views = parsed(projection, out)
    generator = Project(openapi=data, config=configuration(projection, out), custom_template_path=TEMPLATES)
    generator.env.globals.update(views=views, literal=literal, from_package=from_package)
    _refuse(generator.build())
    for name in UNUSED:
        (out / name).unlink()
    calls = sorted(
        (views.call(endpoint) for part in data.endpoint_collections_by_tag.values() for endpoint in part.endpoints),
        key=lambda view: view.call.id,
    )
    resources = sorted(map(views.resource, data.endpoint_collections_by_tag.values()), key=lambda view: view.module)
    enums = sorted((views.enum(enum) for enum in enums_of(data)), key=lambda view: view.name)
    for name in (f"models/{ENUMS}.py", "operations.py", "resources.py"):
        template = generator.env.get_template(f"{Path(name).name}.jinja")
        (out / name).write_text(template.render(calls=calls, resources=resources, enums=enums), encoding="utf-8")


def parsed(projection: Projection, out: Path) -> tuple[GeneratorData, Presenter]:
    """What openapi-python-client understands of a projection, and our views of it. Nothing is written to ``out``."""
    data = GeneratorData.from_dict(projection.document, config=configuration(projection, out))
    if isinstance(data, ParserError):
        raise GenerationError(f"{data.header}: {data.detail}")
    parts = data.endpoint_collections_by_tag.values()
    _refuse([*data.errors, *(error for part in parts for error in part.parse_errors)])
    modules = modules_of(data)
    strange = sorted(modules.keys() - projection.sources.keys())
    if strange:
        raise GenerationError(
            f"the class {strange[0]} has another name than its schema: give the schema a plain PascalCase name"
        )
    sectioned = {call.draft for call in projection.calls if call.draft and call.model_key}
    dicts = {dict_name(draft): modules[draft] for draft in projection.drafts & modules.keys()}
    dicts |= {body_name(draft): modules[draft] for draft in sectioned}
    clashing = sorted(dicts.keys() & modules.keys())
    if clashing:
        raise GenerationError(f"the schema {clashing[0]} has the name of a draft's dict: give it another")
    return data, Presenter(projection, {**modules, **dicts})


def configuration(projection: Projection, out: Path) -> Config:
    """openapi-python-client's settings: no hooks of its own, one module for all enums."""
    return Config.from_sources(
        ConfigFile(
            post_hooks=[],
            project_name_override="daftra-async",
            package_name_override="_generated",
            class_overrides={name: ClassOverride(module_name=ENUMS) for name in projection.enums},
        ),
        MetaType.NONE,
        document_source=out,
        file_encoding="utf-8",
        overwrite=True,
        output_path=out,
    )


def _refuse(errors: Sequence[ParserError]) -> None:
    """A warning of the code generator is a call or schema that it left out: it stops the run."""
    if errors:
        raise GenerationError("\n".join(f"{error.header}: {error.detail}" for error in errors))


def modules_of(data: GeneratorData) -> Mapping[str, str]:
    """Class → module, for every model and enum."""
    classes = [*(model.class_info for model in data.models), *(enum.class_info for enum in enums_of(data))]
    return {str(info.name): str(info.module_name) for info in classes}


def enums_of(data: GeneratorData) -> Iterator[EnumProperty]:
    """The parsed enums: classes, because literal types are not asked for."""
    return (enum for enum in data.enums if isinstance(enum, EnumProperty))


def tidy(package: Path) -> None:
    """Drop unused imports, sort the rest and format, independently of any configuration around."""
    _ruff("check", "--fix", f"--select={','.join(RUFF)}", *FORMAT, str(package))
    _ruff("format", *FORMAT, str(package))


def _ruff(*arguments: str) -> None:
    command = [sys.executable, "-m", "ruff", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise GenerationError(f"ruff {arguments[0]} refused the generated code:\n{done.stdout}{done.stderr}")
