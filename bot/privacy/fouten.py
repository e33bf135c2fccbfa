"""Errors of the guard; it stands apart from the knowledge, so it has a base of its own."""


class Privacyfout(RuntimeError):
    """Base of every error the guard raises on purpose. Messages are Dutch and hold no text a user typed."""
