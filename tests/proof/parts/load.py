"""Visitors who ask without a pause, and compare every byte of every answer.

Each visitor is a process with one connection that is kept open, as a browser's is.
"""

import multiprocessing
import time
from array import array
from collections import Counter
from dataclasses import dataclass, field

from .exchange import Reader, connect, request


@dataclass
class Tally:
    """What visitors got."""

    right: int = 0
    failures: Counter = field(default_factory=Counter)
    # The server ended a kept connection between two answers, and the request was sent again, as browsers do.
    again: int = 0
    # Seconds, one for each answer.
    times: array = field(default_factory=lambda: array("f"))

    @property
    def asked(self) -> int:
        return self.right + self.failed

    @property
    def failed(self) -> int:
        return sum(self.failures.values())

    def add(self, other: "Tally"):
        self.right += other.right
        self.failures += other.failures
        self.again += other.again
        self.times += other.times

    def within(self, share: float) -> float:
        """The milliseconds within which this share of the answers came."""
        times = sorted(self.times)
        return 1000 * times[min(len(times) - 1, int(share * len(times)))] if times else 0.0

    def __str__(self):
        wrong = "".join(f"; {count} x {what}" for what, count in self.failures.most_common(4))
        return f"{self.asked:,} requests, {self.failed} failed, p99 {self.within(0.99):.1f} ms{wrong}"


def visit(pipe, address, pages, most, stop, tls, pause):
    """Asks for the pages in turn, until `most` are asked or `stop` is set. `pages`: path to the bodies that are right."""
    tally = Tally()
    reader = None
    order = list(pages.items())
    at = hash(multiprocessing.current_process().name) % len(order)
    while tally.asked < most and not stop.is_set():
        path, bodies = order[at % len(order)]
        at += 1
        started = time.perf_counter()
        for attempt in (1, 2):
            fresh = reader is None
            answered = False
            try:
                reader = reader or Reader(connect(address, 30, tls))
                reader.stream.sendall(request(path, {"Accept-Encoding": "gzip"}))
                reader.more()
                answered = True
                answer = reader.answer()
                tally.times.append(time.perf_counter() - started)
                if answer.status != 200:
                    tally.failures[f"status {answer.status} for {path}"] += 1
                elif bodies and answer.body not in bodies:
                    tally.failures[f"{path} is not as it should be"] += 1
                else:
                    tally.right += 1
                if answer.last:
                    reader.stream.close()
                    reader = None
                break
            except OSError as error:
                if reader:
                    reader.stream.close()
                reader = None
                if not fresh and not answered and attempt == 1:
                    tally.again += 1
                    continue
                tally.failures[f"{type(error).__name__}: {error}"] += 1
                break
        if pause:
            time.sleep(pause)
    pipe.send(tally)


class Load:
    """Visitors at work. Leave the block, or call `finish`, and they stop."""

    def __init__(self, address, pages, visitors=8, most=10**9, tls=None, pause=0.0):
        context = multiprocessing.get_context("fork")
        self.stop = context.Event()
        self.left = []
        self.tally = None
        for number in range(visitors):
            mine, theirs = context.Pipe(duplex=False)
            share = most // visitors + (1 if number < most % visitors else 0)
            process = context.Process(target=visit, args=(theirs, address, pages, share, self.stop, tls, pause), daemon=True)
            process.start()
            theirs.close()
            self.left.append((process, mine))

    def running(self) -> bool:
        return any(process.is_alive() for process, _ in self.left)

    def wait(self, seconds: float) -> Tally:
        """Waits until all is asked, for that long at most."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and not all(pipe.poll(0) for _, pipe in self.left):
            time.sleep(0.1)
        return self.finish()

    def finish(self) -> Tally:
        if self.tally is None:
            self.stop.set()
            self.tally = Tally()
            for process, pipe in self.left:
                try:
                    if pipe.poll(60):
                        self.tally.add(pipe.recv())
                    else:
                        self.tally.failures["a visitor waits for ever"] += 1
                except EOFError:
                    self.tally.failures["a visitor broke"] += 1
                process.join(5)
                if process.is_alive():
                    process.kill()
        return self.tally

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.finish()
