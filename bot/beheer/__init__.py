"""Management: privacy officers change the answers, a colleague approves, and they are live."""
