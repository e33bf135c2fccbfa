"""`python -m bot`, the same as the command `deelwijzer`."""

import sys

from bot.opdrachten import main

if __name__ == "__main__":
    sys.exit(main())
