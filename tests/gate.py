#!/usr/bin/env python3
"""Fails when the analysis of the gold in ../shared scores below a pinned floor.

floors.json: {gold file: {metric: {"p" | "r" | "f1": floor}}}, the gold file relative to ../shared. Floors go up; down
only with a written reason. Where ../shared is absent nothing can be measured: that is said, and is no failure.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "shared"


def score(gold: Path, folder: Path) -> dict[str, dict[str, float]]:
    """Scores of a fresh analysis of the gold file, by metric, as the shared scorer counts them."""
    predicted = folder / gold.name
    with predicted.open("wb") as out:
        analyze = [sys.executable, "-m", "rawi", "analyze", str(gold), "--format", "jsonl"]
        subprocess.run(analyze, stdout=out, check=True)
    scorer = [sys.executable, str(SHARED / "eval" / "score.py"), str(gold), str(predicted), "--json"]
    counted = json.loads(subprocess.run(scorer, stdout=subprocess.PIPE, check=True).stdout)
    if counted["missing"]:
        sys.exit(f"gate: {gold.name}: no analysis of {', '.join(counted['missing'])}.")
    return counted["scores"]


def compare(name: str, floors: dict, scores: dict) -> int:
    """Prints each floor beside its score; returns how many scores lie below."""
    below = 0
    for metric, bounds in floors.items():
        for measure, floor in bounds.items():
            value = scores.get(metric, {}).get(measure, 0.0)
            below += value < floor
            verdict = "BELOW" if value < floor else "ok"
            print(f"gate: {name:24} {metric:14} {measure:2}  {value:.4f}  floor {floor:.4f}  {verdict}")
    return below


def main() -> None:
    """Exit code 1 when a score lies below its floor."""
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    if not SHARED.is_dir():
        print("gate: skipped, because ../shared with the gold is not here.")
        return
    with tempfile.TemporaryDirectory() as folder:
        below = sum(compare(name, bounds, score(SHARED / name, Path(folder))) for name, bounds in floors.items())
    if below:
        sys.exit(f"gate: {below} scores lie below their floors. Raise them, or lower a floor with a written reason.")
    print(f"gate: {sum(map(len, floors.values()))} floors held." if floors else "gate: no floor is pinned yet.")


if __name__ == "__main__":
    main()
