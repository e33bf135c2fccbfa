"""The Deelwijzer assistant: channels, answers and the privacy guard in front of them."""
