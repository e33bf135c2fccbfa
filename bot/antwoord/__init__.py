"""From a decision or a plain answer to the answer object that every channel renders."""
