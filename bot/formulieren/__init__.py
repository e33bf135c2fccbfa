"""Blank forms on paper: what is on the sheet, and the sheet as Word file and PDF."""
