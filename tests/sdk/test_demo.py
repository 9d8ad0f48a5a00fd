"""``make demo`` runs the main job, and Ctrl-C stops it cleanly."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

DEMO = Path(__file__).parents[2] / "examples" / "demo.py"


def test_the_demo_submits_reads_back_and_says_what_was_refused() -> None:
    done = subprocess.run([sys.executable, str(DEMO)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "created 984, rejected 16, unconfirmed 0" in done.stdout
    assert "Invoice.client_id" in done.stdout
    assert "every created invoice came back exactly once" in done.stdout
    assert "1000/1000" in done.stderr


def test_ctrl_c_stops_the_demo_with_one_line_and_the_usual_exit_code() -> None:
    with subprocess.Popen(
        [sys.executable, "-u", str(DEMO)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as demo:
        assert demo.stdout is not None
        assert "listening" in demo.stdout.readline()
        demo.send_signal(signal.SIGINT)
        _, errors = demo.communicate(timeout=30)
    assert demo.returncode == 130
    assert "Stopped" in errors
    assert "Traceback" not in errors
