"""The options that several commands share, and the account that those of a connected command make up."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from .account import Account
from .completing import fields, pairs, profiles
from .formats import Format

ACCOUNT = "Account"
_GROUPS = ("Arguments", "Options", ACCOUNT)

FormatOption = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="How to write: a table on a terminal and JSON lines in a pipe by default."),
]
FieldsOption = Annotated[
    str | None,
    typer.Option(
        "--fields",
        metavar="A,B,…",
        help="Only these fields, in this order, by the names of `daftra ops`; dots reach inside.",
        autocompletion=fields,
    ),
]
RawOption = Annotated[bool, typer.Option("--raw", help="The records as the server sent them.")]
YesOption = Annotated[
    bool, typer.Option("--yes", "-y", help="Do not ask; needed where there is no terminal to ask on.")
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No progress on stderr.")]
FiltersArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="NAME=VALUE", help="Filters, by the names of `daftra ops RESOURCE.list`.", autocompletion=pairs
    ),
]
ChangesArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="NAME=VALUE",
        help="Fields to change, by the names of `daftra ops RESOURCE.update`.",
        autocompletion=pairs,
    ),
]
ParametersArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="NAME=VALUE",
        help="Parameters and fields, by the names of `daftra ops RESOURCE.OPERATION`.",
        autocompletion=pairs,
    ),
]
QueryArgument = Annotated[list[str] | None, typer.Argument(metavar="NAME=VALUE", help="The query.")]
DataOption = Annotated[
    str | None, typer.Option("--data", "-d", metavar="JSON|@FILE|-", help="The body: JSON, a file of it, or stdin.")
]

_CONNECTION: dict[str, tuple[Any, Any]] = {
    "profile": (
        Annotated[
            str | None,
            typer.Option(
                "--profile",
                "-p",
                help="The account of this profile (or DAFTRA_PROFILE).",
                rich_help_panel=ACCOUNT,
                autocompletion=profiles,
            ),
        ],
        None,
    ),
    "subdomain": (
        Annotated[
            str | None,
            typer.Option(
                help="The account's subdomain; the key then comes from the environment.", rich_help_panel=ACCOUNT
            ),
        ],
        None,
    ),
    "base_url": (
        Annotated[str | None, typer.Option(help="The host's root instead of a subdomain.", rich_help_panel=ACCOUNT)],
        None,
    ),
    "branch": (
        Annotated[int | None, typer.Option(help="The branch that calls are routed to.", rich_help_panel=ACCOUNT)],
        None,
    ),
    "timeout": (
        Annotated[float, typer.Option(help="Seconds for each phase of a request.", rich_help_panel=ACCOUNT)],
        30.0,
    ),
    "insecure": (
        Annotated[
            bool, typer.Option("--insecure", help="Accept plain http beyond this machine.", rich_help_panel=ACCOUNT)
        ],
        False,
    ),
    "verbose": (
        Annotated[bool, typer.Option("--verbose", "-v", help="Log each request on stderr.", rich_help_panel=ACCOUNT)],
        False,
    ),
}


def connected(function: Callable[..., None]) -> Callable[..., None]:
    """The command with the options that name an account; it receives them as one ``account``."""
    signature = inspect.signature(function, eval_str=True)
    own = [parameter for parameter in signature.parameters.values() if parameter.name != "account"]
    shared = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
        for name, (annotation, default) in _CONNECTION.items()
    ]

    def command(**arguments: Any) -> None:
        settings = {name: arguments.pop(name) for name in _CONNECTION}
        function(account=Account(**settings), **arguments)

    parameters = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in own]
    command.__name__, command.__doc__ = function.__name__, function.__doc__
    command.__signature__ = signature.replace(parameters=[*parameters, *shared])  # type: ignore[attr-defined]
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in (*parameters, *shared)}
    return command


class GroupedCommand(TyperCommand):
    """A command whose help has a section for each group of its options."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Arguments, options, and the account's options, each under its title."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            told = parameter.get_help_record(ctx)
            usual = "Arguments" if parameter.param_type_name == "argument" else "Options"
            if told is not None:
                groups.setdefault(getattr(parameter, "rich_help_panel", None) or usual, []).append(told)
        for title, rows in sorted(groups.items(), key=lambda group: _GROUPS.index(group[0])):
            with formatter.section(title):
                formatter.write_dl(rows)


class EmulatorCommand(GroupedCommand):
    """The emulator's command: its help lists the switches, which are read only then."""

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """The switches, then the examples."""
        from ..emulator.switch_help import switch_lines

        with formatter.section("Switches, for --switch NAME=VALUE"):
            for line in switch_lines(formatter.width):
                formatter.write(f"{line}\n")
        super().format_epilog(ctx, formatter)


def examples(*lines: str) -> str:
    """A help epilog of examples, one to a line."""
    return "\n".join(["\b", "Examples:", *(f"  $ {line}" for line in lines)])
