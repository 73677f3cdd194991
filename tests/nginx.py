"""The sample server run for a test: Debian's nginx with docs/server/nginx.conf on a port of the loopback."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.setup.places import ROOT

SAMPLE = ROOT / "docs" / "server" / "nginx.conf"
PROJECT, STATE, LOGS = "/srv/ban-tin", "/var/lib/bantin", "/var/log/nginx"
"""Where the sample looks for the project, and keeps the numbers and the logs."""

AROUND = """
daemon off; master_process off; worker_processes 1;
pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    default_type application/octet-stream;
    {temporary}
    {sample}
}}
"""
"""What a system's own nginx.conf holds around the sites."""


def configuration(project: Path, folder: Path, port: int) -> str:
    """The whole configuration: the sample as it is, but for its places and its port."""
    sample = SAMPLE.read_text(encoding="utf-8")
    assert all(place in sample for place in (PROJECT, STATE, LOGS))
    sample = sample.replace(PROJECT, str(project)).replace(STATE, str(folder)).replace(LOGS, str(folder))
    assert "listen 80;\n    listen [::]:80;\n" in sample
    sample = sample.replace("listen 80;\n    listen [::]:80;\n", f"listen 127.0.0.1:{port};\n")
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = " ".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    return AROUND.format(folder=folder, temporary=temporary, sample=sample)


def free_port() -> int:
    """A port of the loopback that nobody uses."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


@contextmanager
def nginx(project: Path, folder: Path) -> Iterator[str]:
    """The address of a published project while nginx serves it; ``folder`` takes logs and numbers."""
    port = free_port()
    file = folder / "nginx.conf"
    file.write_text(configuration(project, folder, port), encoding="utf-8")
    command = [
        os.environ["BANTIN_NGINX"],
        "-e",
        str(folder / "error.log"),
        "-p",
        str(folder),
        "-c",
        str(file),
    ]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE) as server:
        try:
            wait_for(server, port)
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()


def wait_for(server: subprocess.Popen[bytes], port: int) -> None:
    """Returns when the server answers; raises when it has ended."""
    while True:
        if server.poll() is not None:
            raise RuntimeError(server.stderr.read().decode() if server.stderr else "")
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
