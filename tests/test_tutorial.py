"""Every command of the tutorial runs, and prints what the page says it prints."""

import os
import re
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "tutorial.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# Printed after each command, to tell one command's output from the next one's.
MARK = "=== end of command ==="


def session():
    """(command, expected output) in the order of the page."""
    steps = []
    for block in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, expected = part.partition("\n")
            steps.append((command, expected))
    return steps


def matches(expected, printed):
    """Whether the output is as expected, an ellipsis standing for anything and blanks for each other."""
    words = " ".join(expected.split())
    pattern = ".*".join(re.escape(piece.strip()) for piece in words.split("…"))
    return re.fullmatch(pattern, " ".join(printed.split()), flags=re.DOTALL) is not None


def test_commands_print_what_the_page_says(tmp_path):
    steps = session()
    script = "exec 2>&1\n" + "".join(f"{command}\necho '{MARK}'\n" for command, _ in steps)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {"PATH": path, "HOME": str(tmp_path), "LANG": "C.UTF-8"}
    run = ["bash", "-e", "-c", script]
    done = subprocess.run(run, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    printed = done.stdout.split(f"{MARK}\n")
    told = [
        f"$ {command}\n{output}"
        for (command, expected), output in zip(steps, printed, strict=False)
        if not matches(expected, output)
    ]
    assert told == []
    assert len(printed) == len(steps) + 1


def test_an_ellipsis_stands_for_anything_and_the_rest_must_be_there():
    assert matches("one …\n… four\n", "one two\nthree four\n")
    assert not matches("one …\n… four\n", "one two\nthree five\n")
    assert not matches("one\n", "one two\n")
