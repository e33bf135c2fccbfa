"""`python -m intents.bouw`: train understanding on the examples; done once at set-up, in about three minutes."""

import sys

from intents.getraind import laad_getraind
from intents.laden import laad_taal


def main() -> int:
    """Train when there is no stored model of these very examples yet."""
    model = laad_getraind(laad_taal())
    print(f"Het verstaan is klaar: {len(model.intents)} soorten vragen.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
