"""Channels: each turns the answer object into what its users see. No rule and no verdict text lives here."""
