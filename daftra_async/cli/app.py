"""The ``daftra`` command: its names, options and help. What each does is in a module loaded when it runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .account import Account
from .bulk_commands import bulk_app
from .completing import methods, operations, paths, resources, switches
from .completion_scripts import Shell
from .config_commands import config_app
from .exits import CODES
from .options import (
    ChangesArgument,
    DataOption,
    EmulatorCommand,
    FieldsOption,
    FiltersArgument,
    FormatOption,
    GroupedCommand,
    ParametersArgument,
    QueryArgument,
    QuietOption,
    RawOption,
    YesOption,
    connected,
    examples,
)
from .running import run, run_plain

app = typer.Typer(
    name="daftra",
    help="The Daftra API on the command line: invoices, clients, stock, accounting, every documented operation.",
    epilog=(
        examples(
            "daftra config set            # once: where your account is, and its key",
            "daftra list invoices payment_status=unpaid",
            "daftra export invoices invoices.csv date_from=2026-01-01",
            "daftra bulk submit invoices.jsonl",
            "daftra ops payment           # what there is",
        )
        + "\n\n"
        + CODES
    ),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    # Typer's own scripts part a word at its "=" and put a space behind it: `daftra completion` has ours.
    add_completion=False,
    # To draw boxes around a help text costs three times what showing it plainly does: python -m benchmarks command.
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.add_typer(bulk_app, name="bulk")
app.add_typer(config_app, name="config")


ResourceArgument = Annotated[
    str,
    typer.Argument(
        metavar="RESOURCE", help="invoices, clients, products, …: see `daftra ops`.", autocompletion=resources
    ),
]
IdArgument = Annotated[int, typer.Argument(metavar="ID", help="The record's id.")]


def _version(wanted: bool) -> None:
    if wanted:
        from .._version import __version__

        typer.echo(f"daftra-async {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    pass


@app.command(cls=GroupedCommand, epilog=examples("daftra whoami", "daftra whoami --profile acme --format json"))
@connected
def whoami(account: Account, format: FormatOption = None) -> None:
    """The account that answers, and where its credential came from."""
    from . import reading

    run(lambda: reading.whoami(account, format))


@app.command(
    cls=GroupedCommand,
    name="list",
    epilog=examples(
        "daftra list clients",
        "daftra list invoices payment_status=unpaid date_from=2026-01-01 --all",
        "daftra list invoices --fields id,no,client.business_name,summary_total --format csv",
        "daftra list brands 'filter[name][like]=Nile' 'sort[id]=desc'",
    ),
)
@connected
def list_(
    account: Account,
    *,
    resource: ResourceArgument,
    pairs: FiltersArgument = None,
    most: Annotated[int, typer.Option("--max", "-n", min=1, help="At most so many rows.")] = 50,
    every: Annotated[bool, typer.Option("--all", "-a", help="Every row, page after page.")] = False,
    fields: FieldsOption = None,
    format: FormatOption = None,
    raw: RawOption = False,
    quiet: QuietOption = False,
) -> None:
    """The rows of a resource. NAME=VALUE are the documented filters; a name that does not exist is refused.

    `daftra ops RESOURCE.list` shows the filters.
    """
    from . import reading

    run(
        lambda: reading.list_rows(
            account,
            resource,
            pairs or [],
            most=None if every else most,
            fields=fields,
            format=format,
            raw=raw,
            quiet=quiet,
        )
    )


@app.command(
    cls=GroupedCommand, epilog=examples("daftra get invoices 26", "daftra get invoices 26 --format json --raw")
)
@connected
def get(
    account: Account,
    *,
    resource: ResourceArgument,
    id: IdArgument,
    pairs: ParametersArgument = None,
    fields: FieldsOption = None,
    format: FormatOption = None,
    raw: RawOption = False,
) -> None:
    """One record with everything that belongs to it."""
    from . import reading

    run(lambda: reading.get_record(account, resource, id, pairs or [], fields=fields, format=format, raw=raw))


@app.command(
    cls=GroupedCommand,
    epilog=examples("daftra edit invoices 26 notes='paid by hand'", "daftra edit clients 4 email=new@example.com"),
)
@connected
def edit(
    account: Account,
    *,
    resource: ResourceArgument,
    id: IdArgument,
    pairs: ChangesArgument = None,
    fields: FieldsOption = None,
    format: FormatOption = None,
) -> None:
    """Change some fields of a record and nothing else. An empty value clears a field.

    The server's own update resets whatever it is not told; this reads the record first, writes all of it back, and
    refuses if somebody else changed it meanwhile.
    """
    from . import writing

    run(lambda: writing.edit(account, resource, id, pairs or [], fields=fields, format=format))


@app.command(
    cls=GroupedCommand,
    epilog=examples(
        "daftra export invoices invoices.csv date_from=2026-01-01",
        "daftra export clients clients.parquet",
    ),
)
@connected
def export(
    account: Account,
    *,
    resource: ResourceArgument,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Ends in .jsonl, .csv or .parquet.")],
    pairs: FiltersArgument = None,
    strict: Annotated[bool, typer.Option(help="Fail unless it is proved that no row was missed.")] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Do not go on with an interrupted export.")] = False,
    quiet: QuietOption = False,
) -> None:
    """Every row of a resource into a file. It appears whole or not at all.

    Run the same command again after an interruption: it goes on where it broke off.
    """
    from . import reading

    run(lambda: reading.export(account, resource, file, pairs or [], strict=strict, fresh=fresh, quiet=quiet))


@app.command(
    cls=GroupedCommand,
    name="run",
    epilog=examples(
        "daftra run bookings.convert_to_invoice id=12",
        "daftra run clients.create business_name='Nile Paper' email=amina@example.com",
        "daftra run invoices.create client_id=1 items.item=Ink items.unit_price=9.50 items.quantity=2",
        "daftra run invoices.create --data @invoice.json",
        "daftra run invoices.delete id=26 --yes",
    ),
)
@connected
def run_operation(
    account: Account,
    *,
    operation: Annotated[
        str, typer.Argument(metavar="RESOURCE.OPERATION", help="See `daftra ops`.", autocompletion=operations)
    ],
    pairs: ParametersArgument = None,
    data: DataOption = None,
    fields: FieldsOption = None,
    format: FormatOption = None,
    yes: YesOption = False,
) -> None:
    """Any documented operation. Its parameters and the fields of its record are NAME=VALUE.

    The fields of a line are written with a dot (items.item=Ink); one that comes again begins the next line.
    """
    from . import writing

    run(
        lambda: writing.run_operation(account, operation, pairs or [], data=data, fields=fields, format=format, yes=yes)
    )


@app.command(
    cls=GroupedCommand,
    epilog=examples("daftra call GET /api2/site_info.json", "daftra call GET /v2/api/entity/invoice/list/1 per_page=5"),
)
@connected
def call(
    account: Account,
    *,
    method: Annotated[str, typer.Argument(metavar="METHOD", help="GET, POST, PUT or DELETE.", autocompletion=methods)],
    path: Annotated[str, typer.Argument(metavar="PATH", help="From the host's root: /api2/…", autocompletion=paths)],
    pairs: QueryArgument = None,
    data: DataOption = None,
    format: FormatOption = None,
    yes: YesOption = False,
) -> None:
    """An endpoint by method and path, documented or not. NAME=VALUE go into the query."""
    from . import writing

    run(lambda: writing.call(account, method, path, pairs or [], data=data, format=format, yes=yes))


@app.command(cls=GroupedCommand, epilog=examples("daftra ops", "daftra ops payment", "daftra ops invoices.list"))
def ops(
    search: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORD]…", help="All of these words.", autocompletion=operations),
    ] = None,
    format: FormatOption = None,
) -> None:
    """Every documented operation, or those that match. With an operation's full name, all that it takes."""
    from . import catalogue

    run_plain(lambda: catalogue.operations(search or [], format))


@app.command(
    cls=EmulatorCommand,
    epilog=examples(
        "daftra emulator --port 8000 --data books.sqlite",
        "DAFTRA_BASE_URL=http://127.0.0.1:8000 DAFTRA_API_KEY=emulator-key daftra list invoices",
    ),
)
def emulator(
    *,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")] = 8000,
    allow_host: Annotated[
        list[str] | None,
        typer.Option("--allow-host", metavar="NAME", help="A name that it answers to besides localhost; repeatable."),
    ] = None,
    data: Annotated[Path | None, typer.Option(help="SQLite file that keeps the records.")] = None,
    faults: Annotated[Path | None, typer.Option(help="JSON file with a fault plan.")] = None,
    latency: Annotated[float, typer.Option(help="Seconds that every answer takes.")] = 0.0,
    empty: Annotated[bool, typer.Option("--empty", help="Start without the sample records.")] = False,
    switch: Annotated[
        list[str] | None,
        typer.Option("--switch", metavar="NAME=VALUE", help="Turn a behaviour; repeatable.", autocompletion=switches),
    ] = None,
) -> None:
    """A Daftra on this machine to try things on; Ctrl-C ends it."""
    from . import serving

    run_plain(
        lambda: serving.emulator(
            host=host,
            port=port,
            hosts=allow_host or [],
            data=data,
            faults=faults,
            latency=latency,
            empty=empty,
            switches=switch or [],
        )
    )


@app.command(
    cls=GroupedCommand,
    epilog=examples(
        "source <(daftra completion bash)                          # in ~/.bashrc",
        "source <(daftra completion zsh)                           # in ~/.zshrc, below compinit",
        "daftra completion fish > ~/.config/fish/completions/daftra.fish",
    ),
)
def completion(shell: Annotated[Shell, typer.Argument(metavar="SHELL", help="bash, zsh or fish.")]) -> None:
    """What teaches your shell to complete what you type."""
    from .completion_scripts import write_script

    run_plain(lambda: write_script(shell))
