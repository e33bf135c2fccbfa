"""The Matrix channel: an encrypted colleague in the room.

    sync ─▶ inname ─▶ bericht ─▶ werkrij (one per room) ─▶ behandelaar ─▶ desk ─▶ weergave ─▶ zender ─▶ server
              │                                                                                │
              └────────── token kept only when all of its events are done ◀── postvak ◀────────┘

Nothing is lost: after a crash the server hands the same events out again. Nothing comes twice: what was done is known
by a keyed hash, and an answer's transaction id follows from the question's id, so a second sending is the first one.
"""
