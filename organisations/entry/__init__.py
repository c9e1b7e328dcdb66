"""The organisation's own door, without an account: confirm it, change it, say it is gone, ask for the link."""
