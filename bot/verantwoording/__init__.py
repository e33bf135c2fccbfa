"""What the privacy officer needs: what is processed, what is on disk now, the register text and a DPIA outline."""
