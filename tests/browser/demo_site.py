"""The demo as a newcomer starts it, in a folder and a database of its own."""

import contextlib
import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit
from urllib.request import urlopen

import psycopg
from filelock import FileLock

ROOT = Path(__file__).resolve().parents[2]
DEMO = [sys.executable, "-m", "tests.browser.demo_process", "demo"]
SECONDS_TO_PREPARE = 600
TABLES_ON_SQLITE = "SELECT name FROM sqlite_master WHERE type = 'table'"
TABLES_ON_POSTGRESQL = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
CONTENT = ("auth_", "core_", "education_", "news_", "organisations_", "wagtailcore_", "website_")
MADE_BY_VISITS = {"core_parkrendition"}


class DemoSite:
    """`manage.py demo` on a free port: PostgreSQL if the suite runs on it, else SQLite.

    The first worker to enter the folder starts it, the last to leave ends it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "demo.log"
        self.running = folder / "running.json"
        self.command = DEMO
        self.server = os.environ.get("DATABASE_URL", "")
        self.database = f"demo_{folder.name[-12:]}"
        self.environment = {name: os.environ[name] for name in ("HOME", "LANG", "PATH") if name in os.environ}
        self.environment |= {"VAR_DIR": str(folder / "var"), "DJANGO_SETTINGS_MODULE": "parkportal.settings"}
        if self.server:
            self.environment["DATABASE_URL"] = self._database_url(self.database)

    def __enter__(self) -> Self:
        self.folder.mkdir(exist_ok=True)
        with self._lock():
            state = json.loads(self.running.read_text()) if self.running.exists() else self._start()
            self.address, self.process = state["address"], state["process"]
            self._note(state | {"users": state["users"] + 1})
        return self

    def __exit__(self, *args: object) -> None:
        with self._lock():
            state = json.loads(self.running.read_text())
            self._note(state | {"users": state["users"] - 1})
            if state["users"] == 1:
                self._end()

    @property
    def url(self) -> str:
        """Where it answers, without a slash at the end."""
        return f"http://{self.address}"

    def _lock(self) -> FileLock:
        return FileLock(self.folder.with_suffix(".lock"))

    def _note(self, state: dict[str, Any]) -> None:
        self.running.write_text(json.dumps(state))

    def _start(self) -> dict[str, Any]:
        self._tell_server(f'CREATE DATABASE "{self.database}"')
        self.address = f"127.0.0.1:{free_port()}"
        with self.log.open("wb") as log:
            process = subprocess.Popen(
                [*self.command, self.address],
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.process = process.pid
        try:
            self._wait(process)
        except BaseException:
            self._end()
            raise
        return {"address": self.address, "process": self.process, "users": 0}

    def _end(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process, signal.SIGKILL)
        self._tell_server(f'DROP DATABASE IF EXISTS "{self.database}" WITH (FORCE)')
        shutil.rmtree(self.folder, ignore_errors=True)

    def prepare_again(self) -> None:
        """What a second `manage.py demo` does before it serves."""
        subprocess.run([*DEMO, "--no-serve"], cwd=ROOT, env=self.environment, check=True, capture_output=True)

    def content(self) -> dict[str, list[str]]:
        """The rows of every table that holds content."""
        with contextlib.closing(self._connect()) as connection:
            cursor = connection.cursor()
            cursor.execute(TABLES_ON_POSTGRESQL if self.server else TABLES_ON_SQLITE)
            tables = [name for (name,) in cursor.fetchall() if name.startswith(CONTENT) and name not in MADE_BY_VISITS]
            return {name: self._rows(cursor, name) for name in tables}

    def _rows(self, cursor: Any, table: str) -> list[str]:
        cursor.execute(f'SELECT * FROM "{table}"')
        return sorted(map(str, cursor.fetchall()))

    def _connect(self) -> Any:
        if self.server:
            return psycopg.connect(self._database_url(self.database))
        return sqlite3.connect(Path(self.environment["VAR_DIR"]) / "db.sqlite3")

    def _wait(self, process: subprocess.Popen[bytes]) -> None:
        end = time.monotonic() + SECONDS_TO_PREPARE
        while not self._is_ready():
            if process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"The demo did not start:\n{self.log.read_text()[-4000:]}")
            time.sleep(0.2)

    def _is_ready(self) -> bool:
        try:
            with urlopen(f"{self.url}/readyz", timeout=10) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def _tell_server(self, statement: str) -> None:
        if self.server:
            with psycopg.connect(self._database_url("postgres"), autocommit=True) as connection:
                connection.execute(statement)

    def _database_url(self, name: str) -> str:
        return urlsplit(self.server)._replace(path=f"/{name}").geturl()


def free_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
