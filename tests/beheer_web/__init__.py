"""Management on the web, from the form fields to a real browser."""
