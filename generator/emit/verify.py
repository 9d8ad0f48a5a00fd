"""The proof after generation: every call of the document is in the output once, and no signature takes a credential."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from openapi_python_client.strings import PythonIdentifier

from ..errors import GeneratorError
from ..identifiers import safe
from .projection import Projection

CREDENTIALS = frozenset({"apikey", "api_key", "authorization", "access_token", "bearer", "cookie"})
"""Arguments that no generated method may have: the pipeline alone authorises. Bodies are not looked into."""


MADE_UP = frozenset({"edit", "find", "upsert"})
"""Generated methods that are no call of the document."""


class VerificationError(GeneratorError):
    """The output is not what the document says."""


def verify(projection: Projection, package: Path) -> None:
    """Compare the emitted operations and methods with the document's calls. Raises ``VerificationError``."""
    wanted = {(call.id, call.method, call.base + call.path) for call in projection.calls}
    emitted = list(_operations(package / "operations.py"))
    if len(emitted) != len(set(emitted)) or set(emitted) != wanted:
        missing = sorted(wanted - set(emitted))
        added = sorted(set(emitted) - wanted)
        raise VerificationError(f"operations dropped: {missing}; operations nobody documented: {added}")
    methods = dict(_methods(package / "api"))
    lacking = sorted({f"{call.resource}.{safe(call.name)}" for call in projection.calls} ^ methods.keys())
    if lacking:
        raise VerificationError(f"calls without exactly one method: {lacking}")
    for name, arguments in methods.items():
        if arguments & CREDENTIALS:
            raise VerificationError(f"{name} takes a credential: {sorted(arguments & CREDENTIALS)}")
    for call in projection.calls:
        module = package / "api" / call.resource / f"{PythonIdentifier(call.name, prefix='')}.py"
        if not module.is_file():
            raise VerificationError(f"{call.id}: no endpoint module {module.name}; another one may have overwritten it")


def _operations(path: Path) -> Iterator[tuple[str, str, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Operation":
            values = {keyword.arg: ast.literal_eval(keyword.value) for keyword in node.keywords}
            yield f"{values['resource']}.{values['name']}", values["method"], values["base"] + values["path"]


def _methods(api: Path) -> Iterator[tuple[str, frozenset[str]]]:
    for path in sorted(api.glob("*/__init__.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name not in MADE_UP:
                arguments = {argument.arg for argument in (*node.args.args, *node.args.kwonlyargs)}
                yield f"{path.parent.name}.{node.name}", frozenset(arguments)
