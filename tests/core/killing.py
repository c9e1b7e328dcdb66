"""Runs work in a process of its own and kills it after a statement."""

import os
import signal
from collections.abc import Callable
from typing import Any

from django.db import connection

WRITES = ("INSERT", "UPDATE", "DELETE", "RELEASE")


def killed_after(statement: int, work: Callable[[], Any]) -> bool:
    """Kill the process after that statement of those that write; False if it ended before."""
    child = os.fork()
    if child:
        _pid, status = os.waitpid(child, 0)
        return os.WIFSIGNALED(status)
    connection.connection = None  # The parent's own.
    seen = 0

    def kill(execute: Any, sql: str, *arguments: Any) -> Any:
        nonlocal seen
        result = execute(sql, *arguments)
        seen += sql.startswith(WRITES)
        if seen == statement:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    try:
        with connection.execute_wrapper(kill):
            work()
    finally:
        os._exit(0)
    return False
