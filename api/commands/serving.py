"""`namndsvar serve`: the chat page and the HTTP interface on this machine."""

from __future__ import annotations

import errno
import socket
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated

import typer

from api.options import Library, library_path
from api.troubles import not_met, told


@told
def serve(
    library: Library = None,
    host: Annotated[str, typer.Option("--host", help="A name or address of this machine itself.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes a free one.")] = 8000,
) -> None:
    """Serve the chat page and the HTTP interface: to this machine, or with a key set (NAMNDSVAR_API_KEY) to others."""
    door = _bound(host, port)  # before the engine loads: a taken port is told at once
    with door:
        _serve(library_path(library), door)


def _serve(library: Path, door: socket.socket) -> None:
    import uvicorn

    from api.http import create_app
    from api.logs import set_up_logs

    set_up_logs()
    app = create_app(library, everywhere=not ip_address(door.getsockname()[0]).is_loopback)
    host, port = door.getsockname()[:2]
    typer.echo(f"Nämndsvar answers on http://{f'[{host}]' if ':' in host else host}:{port} (Ctrl+C ends)", err=True)
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=5,
        timeout_keep_alive=75,  # a short one cuts connections just as someone who has read the answer asks again
    )
    uvicorn.Server(config).run(sockets=[door])


def _bound(host: str, port: int) -> socket.socket:
    """A listening socket. Ends the command when there is none to be had."""
    family, address = _address(host)
    door = socket.socket(family, socket.SOCK_STREAM)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((address, port))
        door.listen(128)  # from here on nobody else can have it, and who comes early waits for the engine
    except OSError as error:
        door.close()
        taken = "it is in use" if error.errno == errno.EADDRINUSE else str(error.strerror)
        not_met(f"Port {port} on {host} cannot be had: {taken}. Choose another with --port, or 0 for any free one.")
    return door


def _address(host: str) -> tuple[socket.AddressFamily, str]:
    """Family and address of a host name. Ends the command when others can reach it and no key is set."""
    from indexer.settings import settings

    try:
        family, _, _, _, place = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0]
    except (OSError, UnicodeError):
        not_met(f"There is no host {host!r}. Use 127.0.0.1 or localhost.")
    address = str(place[0])
    key = settings().api_key
    if not ip_address(address).is_loopback and not (key and key.get_secret_value()):
        not_met(
            f"{host} can be reached from other machines, and no key is set that would keep strangers out. "
            "Set NAMNDSVAR_API_KEY, or use 127.0.0.1 or localhost."
        )
    return family, address
