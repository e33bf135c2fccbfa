"""What Deelwijzer knows: YAML, the model that types it, the rules that decide and the checks on it."""
