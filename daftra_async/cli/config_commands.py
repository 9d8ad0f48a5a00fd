"""``daftra config``: the profiles, without their secrets."""

from __future__ import annotations

from typing import Annotated

import typer

from .completing import profiles
from .options import FormatOption, GroupedCommand, YesOption, examples
from .running import run_plain

config_app = typer.Typer(
    help="Accounts and their credentials. They are kept in a file that only you can read.",
    no_args_is_help=True,
    epilog=examples("daftra config set acme", "daftra config use acme", "daftra config show"),
)

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The profile's name.", autocompletion=profiles)]


@config_app.command(
    cls=GroupedCommand,
    name="set",
    epilog=examples("daftra config set acme", "pass show daftra | daftra config set acme --subdomain acme --key-stdin"),
)
def set_(
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="The profile's name.")] = "default",
    subdomain: Annotated[str | None, typer.Option(help="The account's subdomain; asked for when not given.")] = None,
    base_url: Annotated[str | None, typer.Option(help="The host's root instead of a subdomain.")] = None,
    key_stdin: Annotated[bool, typer.Option("--key-stdin", help="Read the API key from standard input.")] = False,
    password_grant: Annotated[
        bool, typer.Option("--password-grant", help="Ask for user name, password, client id and client secret instead.")
    ] = False,
) -> None:
    """Make a profile, or replace its credential. The key is asked for and not shown; it is never an argument."""
    from . import configuring

    run_plain(
        lambda: configuring.set_profile(
            name, subdomain=subdomain, base_url=base_url, key_stdin=key_stdin, password_grant=password_grant
        )
    )


@config_app.command(cls=GroupedCommand)
def show(format: FormatOption = None) -> None:
    """The profiles: where each account is and which kind of credential it has."""
    from . import configuring

    run_plain(lambda: configuring.show(format))


@config_app.command(cls=GroupedCommand)
def use(name: NameArgument) -> None:
    """Make a profile the one that is used when nothing else is said."""
    from . import configuring

    run_plain(lambda: configuring.use(name))


@config_app.command(cls=GroupedCommand)
def remove(name: NameArgument, yes: YesOption = False) -> None:
    """Forget a profile and its credential."""
    from . import configuring

    run_plain(lambda: configuring.remove(name, yes=yes))


@config_app.command(cls=GroupedCommand)
def path() -> None:
    """Where the profile file is."""
    from . import configuring

    run_plain(configuring.path)
