"""The table that a proof prints: a line for each row, and the counts at the end."""

import sys
import time
import traceback


class Table:
    def __init__(self, title: str):
        self.held = 0
        self.failed = 0
        print(f"\n{title}", flush=True)

    def row(self, name: str, held: bool, says: str):
        self.held += held
        self.failed += not held
        print(f"{'held' if held else 'FAILED':<7}{name:<52} {says}", flush=True)

    def run(self, name: str, prove):
        """A row by a function that gives (held, says). What it throws is a row that failed."""
        started = time.monotonic()
        try:
            held, says = prove()
        except Exception as error:  # noqa: BLE001
            held, says = False, f"{type(error).__name__}: {error}"
            traceback.print_exc()
        self.row(name, held, f"{says} [{time.monotonic() - started:.0f} s]")

    def skip(self, name: str, why: str):
        print(f"{'-':<7}{name:<52} {why}", flush=True)

    def end(self):
        print(f"{self.held} passed, {self.failed} failed", flush=True)
        sys.exit(1 if self.failed else 0)
