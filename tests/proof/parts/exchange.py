"""HTTP/1.1 by hand: bytes are sent as they are, and an answer is read to its last byte."""

import re
import socket
import ssl
from dataclasses import dataclass, field


class Incomplete(OSError):
    """The connection ended, or said what is no HTTP, before the answer was whole."""


@dataclass
class Answer:
    status: int
    headers: dict = field(default_factory=dict)
    body: bytes = b""
    # The peer ends the connection after this answer.
    last: bool = False


@dataclass
class Reader:
    """Answers from a connection, one after the other."""

    stream: socket.socket
    rest: bytes = b""

    def more(self):
        got = self.stream.recv(65536)
        if not got:
            raise Incomplete("the connection ended within an answer" if self.rest else "the connection ended before an answer")
        self.rest += got

    def take(self, length: int) -> bytes:
        while len(self.rest) < length:
            self.more()
        taken, self.rest = self.rest[:length], self.rest[length:]
        return taken

    def line(self) -> bytes:
        while b"\r\n" not in self.rest:
            self.more()
        line, self.rest = self.rest.split(b"\r\n", 1)
        return line

    def answer(self, method: str = "GET") -> Answer:
        start = self.line()
        status = re.fullmatch(rb"HTTP/1\.[01] ([1-5]\d\d)( .*)?", start)
        if not status:
            raise Incomplete(f"no status line: {start[:80]!r}")
        answer = Answer(int(status[1]))
        while line := self.line():
            name, _, value = line.partition(b":")
            name, value = name.decode("latin-1").lower(), value.strip().decode("latin-1")
            answer.headers[name] = f"{answer.headers[name]}, {value}" if name in answer.headers else value
        answer.last = answer.headers.get("connection", "").lower() == "close"
        if method == "HEAD" or answer.status in (204, 304):
            return answer
        if answer.headers.get("transfer-encoding", "").lower() == "chunked":
            while length := int(self.line().split(b";")[0], 16):
                answer.body += self.take(length)
                self.take(2)
            while self.line():
                pass
        elif "content-length" in answer.headers:
            answer.body = self.take(int(answer.headers["content-length"]))
        else:
            answer.last = True
            while got := self.stream.recv(65536):
                self.rest += got
            answer.body, self.rest = self.rest, b""
        return answer


def connect(address, timeout: float = 30, tls: str | None = None) -> socket.socket:
    """A connection; with `tls`, to the server of that name, whose certificate is not looked at."""
    stream = socket.create_connection(address, timeout)
    stream.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if tls is None:
        return stream
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context.wrap_socket(stream, server_hostname=tls)


def request(path: str, headers=(), method: str = "GET", host: str = "localhost") -> bytes:
    fields = "".join(f"{name}: {value}\r\n" for name, value in dict(headers).items())
    return f"{method} {path} HTTP/1.1\r\nHost: {host}\r\n{fields}\r\n".encode("latin-1")


def ask(address, path: str, headers=(), method: str = "GET", timeout: float = 30, tls: str | None = None) -> Answer:
    """One request on a connection of its own."""
    with connect(address, timeout, tls) as stream:
        stream.sendall(request(path, {**dict(headers), "Connection": "close"}, method))
        return Reader(stream).answer(method)


def talk(address, raw: bytes, timeout: float = 10, tls: str | None = None) -> bytes:
    """What comes back for these bytes, until the peer ends the connection or says nothing more for that long."""
    said = b""
    with connect(address, timeout, tls) as stream:
        try:
            stream.sendall(raw)
            while got := stream.recv(65536):
                said += got
        except OSError:
            pass
    return said
