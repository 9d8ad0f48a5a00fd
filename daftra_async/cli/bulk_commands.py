"""``daftra bulk``: names, options and help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .account import Account
from .completing import keys, resources
from .exits import CODES
from .options import FormatOption, GroupedCommand, QuietOption, YesOption, connected, examples
from .running import run, run_plain

bulk_app = typer.Typer(
    help="Submit documents by the thousand. Never one twice, never one lost.",
    no_args_is_help=True,
    epilog=examples("daftra bulk submit invoices.jsonl", "daftra bulk resume invoices.jsonl") + "\n\n" + CODES,
)

FileArgument = Annotated[
    Path, typer.Argument(metavar="FILE", help="The file that was submitted, or its ledger (FILE.ledger).")
]

_LINES = (
    "A .jsonl file has one draft to a line: in the shape of Daftra's documentation, with an Invoice section and an "
    "InvoiceItem section, or flat, with the draft's own fields and items."
)
_COLUMNS = (
    "In a .csv file each column is a field of the draft (client_id, date, po_number, notes, …; `daftra ops "
    "invoices.create` lists them); items.item, items.unit_price and items.quantity are the fields of a line. Rows that "
    "follow one another with the same value in the --group-by column are the lines of one document. --column 'Client "
    "No=client_id' renames a column, --ignore leaves one out. An empty cell is a field that is not sent."
)
_TABLES = "A .parquet file is read in the same way; its lists of structs are lines as they stand."
_AFTERWARDS = (
    "FILE.ledger remembers every draft before it is sent; FILE.outcomes.jsonl tells, when the run ends, what became of "
    "each. The same command again goes on where the last run ended and sends nothing twice."
)
_SUBMIT = "Check the whole file, show what it would do, submit it, and write what became of each draft beside it."


@bulk_app.command(
    cls=GroupedCommand,
    help="\n\n".join((_SUBMIT, _LINES, _COLUMNS, _TABLES, _AFTERWARDS)),
    epilog=examples(
        "daftra bulk submit invoices.jsonl --check",
        "daftra bulk submit invoices.jsonl",
        "daftra bulk submit june.csv --group-by po_number --column 'Client No=client_id'",
        "daftra bulk submit estimates.jsonl --resource estimates --yes",
    )
    + "\n\n"
    + CODES,
)
@connected
def submit(
    account: Account,
    *,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Ends in .jsonl, .csv or .parquet.")],
    resource: Annotated[
        str, typer.Option("--resource", "-r", help="What the drafts are.", autocompletion=resources)
    ] = "invoices",
    key: Annotated[
        str | None,
        typer.Option(
            help="The field that carries each draft's key on the server; by default the resource's best, such as "
            "po_number for invoices. For invoices also custom:LABEL.",
            autocompletion=keys,
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(help="The run's name, if not the file's: the same drafts meant once more need another."),
    ] = None,
    group_by: Annotated[
        str | None, typer.Option("--group-by", metavar="COLUMN", help="Rows with the same value make one document.")
    ] = None,
    column: Annotated[
        list[str] | None, typer.Option("--column", metavar="COLUMN=FIELD", help="A column under another name.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="COLUMN", help="A column to leave out.")
    ] = None,
    chunk_size: Annotated[int, typer.Option(min=1, help="Drafts per request at most.")] = 50,
    concurrency: Annotated[int, typer.Option(min=1, help="Requests in flight.")] = 4,
    settle: Annotated[
        float | None, typer.Option(help="Seconds between a request whose answer was lost and looking for its records.")
    ] = None,
    allow_unknown: Annotated[
        bool, typer.Option("--allow-unknown", help="Send fields that the documentation does not know, too.")
    ] = False,
    check: Annotated[bool, typer.Option("--check", help="Check the file and send nothing.")] = False,
    yes: YesOption = False,
    quiet: QuietOption = False,
) -> None:
    from .bulk_plan import Plan
    from .bulk_runs import check_file, submit_file

    plan = Plan(
        source=file,
        resource=resource,
        key=key,
        name=name,
        group_by=group_by,
        columns=tuple(column or ()),
        ignore=tuple(ignore or ()),
        chunk_size=chunk_size,
        concurrency=concurrency,
        settle=settle,
        allow_unknown=allow_unknown,
    )
    if check:
        run_plain(lambda: check_file(plan, quiet=quiet))
    run(lambda: submit_file(account, plan, yes=yes, quiet=quiet))


@bulk_app.command(cls=GroupedCommand, epilog=examples("daftra bulk resume invoices.jsonl") + "\n\n" + CODES)
@connected
def resume(account: Account, file: FileArgument, quiet: QuietOption = False) -> None:
    """Go on with a run that was interrupted, with the settings it was begun with. Nothing is sent twice."""
    from .bulk_runs import resume_file

    run(lambda: resume_file(account, file, quiet=quiet))


@bulk_app.command(
    cls=GroupedCommand,
    epilog=examples("daftra bulk status invoices.jsonl", "daftra bulk status invoices.jsonl --open -f jsonl"),
)
def status(
    file: FileArgument,
    open: Annotated[
        bool, typer.Option("--open", help="The drafts that are rejected or unconfirmed, with the reasons.")
    ] = False,
    format: FormatOption = None,
) -> None:
    """What a run has come to, from its ledger. Nothing is sent."""
    from .bulk_status import status as tell

    run_plain(lambda: tell(file, open=open, format=format))


@bulk_app.command(cls=GroupedCommand, epilog=examples("daftra bulk audit invoices.jsonl") + "\n\n" + CODES)
@connected
def audit(account: Account, file: FileArgument, format: FormatOption = None) -> None:
    """Read back everything that a run created and compare it with the ledger: duplicates, gaps, wrong totals."""
    from .bulk_status import audit as read_back

    run(lambda: read_back(account, file, format=format))
