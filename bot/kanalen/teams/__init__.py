"""Microsoft Teams: one card per answer. Nothing outside this package knows of Teams.

An activity passes: body limit → token → tenant and address → claimed once → 200 → worked out in a task → one card.
"""
