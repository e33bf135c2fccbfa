"""Score the answers on a file of questions and keep the figures with their origin.

    python tests/bench/meet.py METER QUESTIONS RESULT

METER is the scoring program; it prints a table and writes its figures to RESULT, to which this adds the origin.
"""

import json
import subprocess
import sys
from pathlib import Path

from herkomst import herkomst


def main(meter: Path, vragen: Path, resultaat: Path) -> int:
    """Exit status of the scoring program."""
    if not vragen.exists():
        print(f"Geen {vragen} gevonden: overgeslagen.")
        return 0
    resultaat.parent.mkdir(parents=True, exist_ok=True)
    print(f"{vragen}:", flush=True)
    bot = [sys.executable, "-m", "bot", "vraag", "--jsonl"]
    status = subprocess.run([sys.executable, meter, vragen, "--json", resultaat, "--", *bot], check=False).returncode
    if status == 0:
        cijfers = json.loads(resultaat.read_text(encoding="utf-8"))
        tekst = json.dumps(cijfers | herkomst(), ensure_ascii=False, indent=1)
        resultaat.write_text(tekst + "\n", encoding="utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main(*(Path(naam) for naam in sys.argv[1:4])))
