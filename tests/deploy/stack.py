"""The site as docker-compose.yml describes it, started without containers: PostgreSQL, gunicorn, worker and nginx."""

import contextlib
import getpass
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Mapping
from pathlib import Path
from string import Template
from typing import Self

import psycopg

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
SECONDS_TO_START = 60


def postgresql_url() -> str:
    """A PostgreSQL server at which databases may be made: TEST_POSTGRESQL_URL, or the one on this machine."""
    return os.environ.get("TEST_POSTGRESQL_URL", "postgres://postgres@127.0.0.1:5432/postgres")


def missing_part() -> str:
    """What this machine lacks to run the stack; empty if nothing."""
    if not shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin"):
        return "nginx is not installed"
    try:
        psycopg.connect(postgresql_url(), connect_timeout=3).close()
    except psycopg.OperationalError as error:
        return f"PostgreSQL does not answer at TEST_POSTGRESQL_URL or 127.0.0.1:5432: {error}"
    return ""


class Answer:
    """An answer with its header fields."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()
        self.text = self.body.decode(errors="replace")
        self.cache = response.headers.get("X-Cache-Status", "")


class Stack:
    """The running site, in a folder and a database of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port, self.refresh_port, self.app_port = free_ports(3)
        self.database = f"stack_{uuid.uuid4().hex[:12]}"
        self.image_url = ""
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        url = f"{postgresql_url().rpartition('/')[0]}/{self.database}"
        self.environment = {
            **{name: value for name, value in os.environ.items() if name in ("HOME", "LANG", "TZ")},
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}:/usr/sbin",
            "DJANGO_SETTINGS_MODULE": "parkportal.settings",
            "PYTHONPATH": str(ROOT),
            "SECRET_KEY": uuid.uuid4().hex * 2,
            "DATABASE_URL": url,
            "SITE_URL": f"http://127.0.0.1:{self.port}",
            "ALLOWED_HOSTS": "127.0.0.1",
            "VAR_DIR": str(folder),
            "BIND": f"127.0.0.1:{self.app_port}",
            "WEB_CONCURRENCY": "2",
        }

    def __enter__(self) -> Self:
        with psycopg.connect(postgresql_url(), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{self.database}"')
        return self

    def __exit__(self, *args: object) -> None:
        for name in list(self.processes):
            self.stop(name)
        with psycopg.connect(postgresql_url(), autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{self.database}" WITH (FORCE)')

    def manage(self, *arguments: str, **variables: str) -> str:
        """Run a command of manage.py to its end and give what it printed."""
        return self.run("manage.py", *arguments, **variables)

    def run(self, *arguments: str, seconds: int = 300, **variables: str) -> str:
        """Run a Python file to its end and give what it printed."""
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=self.environment | variables,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=seconds,
        )
        assert done.returncode == 0, f"{arguments}:\n{done.stdout[-2000:]}\n{done.stderr[-6000:]}"
        return done.stdout

    def start_web(self, **variables: str) -> None:
        """Start gunicorn as the image does."""
        self._start("web", "gunicorn", "--config", "deploy/gunicorn.conf.py", **variables)
        self._wait_for("web", lambda: self.get("/healthz", port=self.app_port).status == 200)

    def start_worker(self) -> None:
        """Start the worker, which renews kept pages through nginx."""
        self._start("worker", "deploy/worker")

    def start_nginx(self) -> None:
        """Start nginx with the template that the nginx image fills in too."""
        values = {
            "APP_ADDRESS": f"127.0.0.1:{self.app_port}",
            "PUBLIC_LISTEN": f"127.0.0.1:{self.port}",
            "REFRESH_LISTEN": f"127.0.0.1:{self.refresh_port}",
            "SITE_SCHEME": "http",
            "CACHE_DIR": str(self.folder / "pages"),
            "STATIC_ROOT": str(self.folder / "static"),
            "MEDIA_ROOT": str(self.folder / "media"),
            "ERROR_PAGES": str(DEPLOY / "nginx"),
            "ACCESS_LOG": str(self.folder / "access.log"),
            "NGINX_DIR": str(self.folder),
            "NGINX_USER": getpass.getuser(),
        }
        fill(DEPLOY / "nginx" / "default.conf.template", self.folder / "default.conf", values)
        fill(Path(__file__).parent / "nginx.conf", self.folder / "nginx.conf", values)
        self._start("nginx", "nginx", "-p", str(self.folder), "-c", str(self.folder / "nginx.conf"))
        self._wait_for("nginx", lambda: self.get("/healthz", port=self.refresh_port).status == 200)

    def kill(self, name: str) -> None:
        """End a part without warning, with all its processes."""
        process = self.processes.pop(name)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def stop(self, name: str) -> None:
        """End a part, gracefully if it can."""
        process = self.processes[name]
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=5)
        self.kill(name)

    def get(self, path: str, port: int = 0, **headers: str) -> Answer:
        """Ask for a path, at nginx's public port unless told otherwise; underscores in names become dashes."""
        connection = http.client.HTTPConnection("127.0.0.1", port or self.port, timeout=40)
        try:
            fields = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request("GET", path, headers={"Host": f"127.0.0.1:{self.port}"} | fields)
            return Answer(connection.getresponse())
        finally:
            connection.close()

    def log(self, name: str) -> str:
        """What a part wrote last."""
        return (self.folder / f"{name}.log").read_text()[-4000:]

    def _start(self, name: str, *command: str, **variables: str) -> None:
        with (self.folder / f"{name}.log").open("ab") as log:
            self.processes[name] = subprocess.Popen(
                command,
                cwd=ROOT,
                env=self.environment | self.refreshing | variables,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    @property
    def refreshing(self) -> dict[str, str]:
        """The variable with which changes renew what nginx keeps."""
        return {"CACHE_REFRESH_URL": f"http://127.0.0.1:{self.refresh_port}"}

    def _wait_for(self, name: str, is_up: Callable[[], bool]) -> None:
        def answers() -> bool:
            try:
                return is_up()
            except OSError:
                return False

        if not eventually(answers, SECONDS_TO_START):
            raise RuntimeError(f"{name} did not start:\n{self.log(name)}")


def eventually(is_so: Callable[[], bool], seconds: float) -> bool:
    """Whether something becomes true within a time."""
    end = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


def free_ports(count: int) -> list[int]:
    """Ports on which nothing listens."""
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


def fill(template: Path, target: Path, values: Mapping[str, str]) -> None:
    """Fill in ${NAMES} as envsubst does, and leave nginx's own $variables."""
    target.write_text(Template(template.read_text()).safe_substitute(values))
