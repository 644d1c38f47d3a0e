"""Prints the figures of the comparison.

``python tests/figures/cross.py [FOLDER]`` (a folder with articles.jsonl and gold.json).

Everything from the text on is run: the analysis of each report, then the comparison, then the shared scorer.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

SHARED = Path(__file__).parents[3] / "shared"
GOLD = SHARED / "cross-jan2022"


def score(folder: Path) -> dict[str, dict[str, float]]:
    """The scores of a fresh comparison of the reports of the folder, by task."""
    with tempfile.TemporaryDirectory() as place:
        ledger, compared = Path(place) / "cross.db", Path(place) / "cross.json"
        rawi = [sys.executable, "-m", "rawi"]
        subprocess.run(
            [*rawi, "ingest", str(folder / "articles.jsonl"), "--ledger", str(ledger)], check=True, capture_output=True
        )
        compare = [*rawi, "compare", "--ledger", str(ledger), "--format", "json", "-o", str(compared)]
        subprocess.run(compare, check=True, capture_output=True)
        scorer = [sys.executable, str(SHARED / "eval" / "score_cross.py"), str(folder), str(compared), "--json"]
        return json.loads(subprocess.run(scorer, check=True, stdout=subprocess.PIPE).stdout)


def main() -> None:
    """Print one line for each task."""
    for task, row in score(Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD).items():
        more = "  ".join(f"{name} {row[name]}" for name in row if name.endswith("accuracy"))
        print(f"{task:16} P {row['p']:.3f}  R {row['r']:.3f}  F1 {row['f1']:.3f}  {more}")


if __name__ == "__main__":
    main()
