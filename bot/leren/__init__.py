"""Learning by doing: lessons for a role, cases that come back until they are known, a final check."""
