"""Management: privacy officers own the answers. Drafts, four eyes, effects, publication, and taking it live."""
