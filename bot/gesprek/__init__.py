"""The conversation every channel holds: what was said, which command a line is, and what comes back."""
