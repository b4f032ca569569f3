"""The commands that open the review app, and those for its accounts.

In: the command line. Out: a server that runs until Ctrl-C, with its address on the screen.
"""

import webbrowser
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lakmoes.cli.options import (
    OPTIONS_SIGN,
    Folder,
    LanguageModelAddress,
    LawOption,
    OutOption,
    Pipeline,
    Workers,
    default_output,
)
from lakmoes.model import Reviewer, ReviewerRole
from lakmoes.nl import REVIEWER_ROLES, STOPPED_SERVING

if TYPE_CHECKING:
    # Loads far more than the help of a command needs.
    from lakmoes.workflow import Order
    from lakmoes.workflow.reviewing import Desk

Name = Annotated[str, typer.Argument(metavar="NAAM", help="Naam zoals die in het logboek komt.")]
Role = Annotated[
    ReviewerRole,
    typer.Option("--role", help="handler: behandelaar. reviewer: tweede beoordelaar (vierogen)."),
]
DossierOut = Annotated[Path, typer.Argument(metavar="MAP", help="Map of zip van het dossier.")]

accounts = typer.Typer(
    help="Beheert wie er in een dossier op een server mag werken.",
    no_args_is_help=True,
    options_metavar=OPTIONS_SIGN,
    subcommand_metavar="OPDRACHT",
)


def review_command(
    folder: Folder,
    out: OutOption = None,
    law: LawOption = None,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Poort. 0: een vrije.")] = 0,
    name: Annotated[str, typer.Option("--name", metavar="NAAM", help="Uw naam in het logboek.")] = "",
    role: Role = ReviewerRole.HANDLER,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Open geen browser.")] = False,
    workers: Workers = None,
    pipeline: Pipeline = "",
    llm: LanguageModelAddress = "",
) -> None:
    """Opens the review app for one person at this machine."""
    from lakmoes.cli import screen
    from lakmoes.web.serving import Address, review
    from lakmoes.workflow import Order

    owner = Reviewer(name=name.strip() or getuser(), role=role)
    order = Order(
        folder=folder,
        out=out or default_output(folder),
        law=law,
        workers=workers,
        pipeline=pipeline,
        llm=llm,
    )

    def ready(url: str) -> None:
        screen.print_address(url)
        if not no_browser:
            webbrowser.open(url)

    try:
        with _opened(order) as desk:
            review(desk, owner, Address(port=port), ready)
    except KeyboardInterrupt:
        typer.echo(STOPPED_SERVING, err=True)


def serve_command(
    folder: Folder,
    out: OutOption = None,
    law: LawOption = None,
    host: Annotated[
        str, typer.Option("--host", metavar="ADRES", help="Adres om op te luisteren.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Poort.")] = 8443,
    names: Annotated[
        list[str] | None,
        typer.Option("--server-name", metavar="NAAM", help="Naam van de server in de browser. Mag vaker."),
    ] = None,
    proxy_header: Annotated[
        str,
        typer.Option(
            "--proxy-header",
            metavar="KOP",
            help="Kop waarin een proxy zegt wie er werkt (X-Remote-User). Accounts zijn ook dan nodig.",
        ),
    ] = "",
    proxies: Annotated[
        list[str] | None,
        typer.Option("--proxy-from", metavar="ADRES", help="Adres van de proxy (anders: deze computer)."),
    ] = None,
    certificate: Annotated[
        Path | None, typer.Option("--certificate", metavar="PEM", help="Certificaat, voor https.")
    ] = None,
    key: Annotated[
        Path | None, typer.Option("--key", metavar="PEM", help="Sleutel bij het certificaat.")
    ] = None,
    workers: Workers = None,
    pipeline: Pipeline = "",
    llm: LanguageModelAddress = "",
) -> None:
    """Opens the review app for a team."""
    from lakmoes.cli import screen
    from lakmoes.web.serving import Address, Proxy, serve
    from lakmoes.workflow import Order
    from lakmoes.workflow.accounts import accounts_of

    order = Order(
        folder=folder,
        out=out or default_output(folder),
        law=law,
        workers=workers,
        pipeline=pipeline,
        llm=llm,
    )
    address = Address(host=host, port=port, names=tuple(names or ()), certificate=certificate, key=key)
    trusted = {"addresses": frozenset(proxies)} if proxies else {}
    proxy = Proxy(header=proxy_header, **trusted) if proxy_header else None
    try:
        with _opened(order) as desk:
            serve(desk, accounts_of(order.out), proxy, address, screen.print_address)
    except KeyboardInterrupt:
        typer.echo(STOPPED_SERVING, err=True)


@contextmanager
def _opened(order: "Order") -> "Iterator[Desk]":
    """The desk of a dossier; the bars of its preparation are gone once it is open."""
    from lakmoes.cli import screen
    from lakmoes.workflow.reviewing import opened_desk

    with ExitStack() as stack:
        with screen.progress(quiet=False) as progress:
            desk = stack.enter_context(opened_desk(order, progress))
        yield desk


@accounts.command(
    "add", options_metavar=OPTIONS_SIGN, help="Maakt een account, of geeft het een ander wachtwoord."
)
def add_account(
    folder: DossierOut,
    name: Name,
    role: Role = ReviewerRole.HANDLER,
    no_password: Annotated[
        bool, typer.Option("--no-password", help="Zonder wachtwoord: alleen via de proxy.")
    ] = False,
    out: OutOption = None,
) -> None:
    """Adds an account; asks for the password on the terminal, never on the command line."""
    from lakmoes.workflow.accounts import accounts_of

    password = (
        None
        if no_password
        else typer.prompt("Wachtwoord", hide_input=True, confirmation_prompt="Nog een keer")
    )
    accounts_of(out or default_output(folder)).add(Reviewer(name=name, role=role), password)
    typer.echo(f"{name}: {REVIEWER_ROLES[role]}")


@accounts.command("list", options_metavar=OPTIONS_SIGN, help="Toont wie er in het dossier mag werken.")
def list_accounts(folder: DossierOut, out: OutOption = None) -> None:
    """Lists names and roles."""
    from lakmoes.workflow.accounts import accounts_of

    for reviewer in accounts_of(out or default_output(folder)).names():
        typer.echo(f"{reviewer.name}: {REVIEWER_ROLES[reviewer.role]}")


@accounts.command(
    "remove", options_metavar=OPTIONS_SIGN, help="Haalt een account weg. Besluiten blijven staan."
)
def remove_account(folder: DossierOut, name: Name, out: OutOption = None) -> None:
    """Removes an account."""
    from lakmoes.workflow.accounts import accounts_of

    accounts_of(out or default_output(folder)).remove(name)
