"""Questions of visitors: a form reaches whoever answers, by mail through the outbox; staff keep a copy for a time."""
