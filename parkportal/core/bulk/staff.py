"""The actions below the lists of records."""

from wagtail import hooks

from .actions import AssignTermAction, ConfirmAction

hooks.register("register_bulk_action", ConfirmAction)
hooks.register("register_bulk_action", AssignTermAction)
