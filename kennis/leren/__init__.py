"""What a new colleague learns: lessons, a path per role, cases and templates for more cases, and what judges them."""
