"""How gunicorn serves the application: a few processes of a few threads, renewed now and then."""

import os

wsgi_app = "parkportal.wsgi:application"
bind = os.environ.get("BIND", "0.0.0.0:8000")
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "4"))
timeout = 30
graceful_timeout = 20
max_requests = 2000
max_requests_jitter = 200
worker_tmp_dir = "/dev/shm"  # noqa: S108 -- in memory: a slow disk must not look like a stuck process.
control_socket_disable = True
errorlog = "-"
accesslog = None  # nginx keeps the log of visits.
