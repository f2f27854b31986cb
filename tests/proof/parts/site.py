"""A running site, and other servers that a proof starts. Each ends only what it has started."""

import os
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from .exchange import ask

ROOT = Path(__file__).resolve().parents[3]


def program() -> str:
    """The program under test: $PROGRAM, or a release build of this source."""
    if "PROGRAM" not in os.environ:
        subprocess.run(["cargo", "build", "--release", "--locked", "--quiet"], cwd=ROOT, check=True)
        os.environ["PROGRAM"] = str(ROOT / "target/release/career-pathways")
    return os.environ["PROGRAM"]


def free_port(host: str = "127.0.0.1") -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind((host, 0))
        return probe.getsockname()[1]


def until(true, seconds: float, what: str):
    """Waits until `true()` gives something, and gives that."""
    end = time.monotonic() + seconds
    while True:
        found = true()
        if found:
            return found
        if time.monotonic() > end:
            raise TimeoutError(f"{seconds} s have passed, and not yet: {what}")
        time.sleep(0.02)


class Server:
    """A process with a log file."""

    def __init__(self, command, env=None, **options):
        self.log = Path(tempfile.mkstemp(prefix="proof-", suffix=".log")[1])
        with self.log.open("wb") as log:
            options = {"stdout": log, "stderr": log, "stdin": subprocess.DEVNULL, **options}
            self.process = subprocess.Popen(command, env={**os.environ, **(env or {})}, **options)

    def said(self) -> str:
        return self.log.read_text(errors="replace")

    def running(self) -> bool:
        return self.process.poll() is None

    def stop(self, seconds: float = 25) -> int:
        """SIGTERM; the exit code."""
        self.process.terminate()
        return self.process.wait(seconds)

    def close(self):
        if self.running():
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.log.unlink(missing_ok=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class Site(Server):
    """The site, on one loopback address: 3000 and 9100 of it unless another port is given."""

    def __init__(self, host="127.0.0.1", port=None, operator=None, data=None, arguments=(), before=(), wait=True, **options):
        self.address = (host, port or free_port(host))
        self.operator = (host, operator or free_port(host))
        command = [*before, program(), "serve", "--listen", "%s:%d" % self.address]
        command += ["--admin-listen", "%s:%d" % self.operator]
        command += ["--data", str(data)] if data else []
        if "--log-level" not in arguments:
            command += ["--log-level", "warn"]
        super().__init__([*command, *arguments], **options)
        if wait:
            self.until_ready()

    def until_ready(self, seconds: float = 60):
        """Waits until a probe would send visitors here."""

        def ready():
            if not self.running():
                raise RuntimeError(f"the site has ended: {self.said()}")
            try:
                return ask(self.operator, "/readyz", timeout=5).status == 200
            except OSError:
                return False

        until(ready, seconds, "the site is ready")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
