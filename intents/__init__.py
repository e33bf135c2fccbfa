"""How Dutch is understood: word lists and example questions in YAML, and the recogniser."""
