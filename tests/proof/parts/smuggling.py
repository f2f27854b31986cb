"""Requests whose end two readers may see in two places, and whatever else is not quite HTTP/1.1.

Each holds a request for its own mark in a place where only a reader that is fooled finds one. A server that logs the mark was fooled.
Sources: RFC 9112 sections 2 to 7 and 11.2; the published families CL.TE, TE.CL, TE.TE, CL.0, TE.0, of chunk extensions, of bare
line ends and of header names. Not in it: an empty line of a line feed alone before a request, which section 2.2 lets a server pass over.

Each is judged by RFC 9112, and the section that judges it is named:

    REFUSE      the framing or the form is in error: an answer of 4xx or 5xx, or none, and the connection ends
    ONE         it is one request: an answer that is not 400 or 501
    EITHER      the RFC leaves it open: one request, or refused

Whatever the verdict, there is never a second answer. `ends`: the connection must end after the answer. `two`: a reader may also find two
requests in it, by a leave that the section gives to recipients and that the site does not take; a proxy may.
"""

from dataclasses import dataclass

INNER = b"GET /fooled HTTP/1.1\r\nHost: a\r\n\r\n"
HOST = b"Host: localhost\r\n"
REFUSE, ONE, EITHER = "refuse", "one", "either"


@dataclass
class Entry:
    name: str
    raw: bytes
    verdict: str
    section: str
    ends: bool
    two: bool
    mark: bytes = b""


def chunk(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(data), data)


def framed(fields: bytes, body: bytes, method: bytes = b"GET", start: bytes | None = None) -> bytes:
    return (start or method + b" / HTTP/1.1\r\n") + HOST + fields + b"\r\n" + body


def escaped(raw: bytes) -> str:
    return raw.decode("latin-1").encode("unicode_escape").decode()


def corpus() -> list[Entry]:
    found = []

    def add(name, verdict, section, raw, ends=None, two=False):
        found.append(Entry(name, raw, verdict, section, verdict == REFUSE if ends is None else ends, two))

    length = b"Content-Length: %d\r\n"
    hidden = b"0\r\n\r\n" + INNER
    # Both lengths: CL.TE, TE.CL, and every way to write one of the two so that one reader does not see it. Where both are seen, a
    # server may take the coding alone, or refuse (6.1); then the connection ends.
    codings = [
        (b"Transfer-Encoding: chunked", EITHER, "6.1"), (b"Transfer-Encoding : chunked", REFUSE, "5.1"), (b"Transfer-Encoding:chunked", EITHER, "6.1"),
        (b"Transfer-Encoding:\tchunked", EITHER, "6.1"), (b"Transfer-Encoding: \x0bchunked", REFUSE, "6.3"), (b"Transfer-Encoding: chunked\x0b", REFUSE, "6.3"),
        # Folded into the length, which is then no number.
        (b" Transfer-Encoding: chunked", REFUSE, "5.2, 6.3"), (b"\tTransfer-Encoding: chunked", REFUSE, "5.2, 6.3"),
        (b"X: x\nTransfer-Encoding: chunked", EITHER, "2.2, 6.1"), (b"X: x\rTransfer-Encoding: chunked", EITHER, "2.2"),
        (b"Transfer-Encoding\n: chunked", REFUSE, "2.2"), (b"Transfer-Encoding:\n chunked", EITHER, "5.2, 6.1"), (b"Transfer-Encoding:\r\n chunked", EITHER, "5.2, 6.1"),
        (b"Transfer-Encoding: xchunked", REFUSE, "6.3"), (b"Transfer-Encoding: chunked, identity", REFUSE, "6.3"),
        # A coding that is not known should be refused (6.1), but the end is known.
        (b"Transfer-Encoding: identity, chunked", EITHER, "6.1"), (b"Transfer-Encoding: identity\r\nTransfer-Encoding: chunked", EITHER, "6.1"),
        (b"Transfer-Encoding: chunked\r\nTransfer-Encoding: x", REFUSE, "6.3"), (b"Transfer-Encoding: x\r\nTransfer-Encoding: chunked", EITHER, "6.1"),
        (b"Transfer-Encoding: 'chunked'", REFUSE, "6.3"), (b'Transfer-Encoding: "chunked"', REFUSE, "6.3"),
        (b"Transfer-Encoding: CHUNKED", EITHER, "6.1"), (b"Transfer-Encoding: chunKed", EITHER, "6.1"), (b"Transfer-Encoding: chunked;q=1", REFUSE, "7.1"),
        (b"Transfer-Encoding: chu\x00nked", REFUSE, "6.3"), (b"Transfer-Encoding\x00: chunked", REFUSE, "5.1"),
        (b"Transfer-Encoding: chunked,", EITHER, "6.1"), (b"Transfer-Encoding: ,chunked", EITHER, "6.1"), (b"Transfer-Encoding: chunked, chunked", EITHER, "6.1"),
        (b"Transfer-Encoding: gzip, chunked", EITHER, "6.1"), (b"Transfer-Encoding: gzip", REFUSE, "6.3"), (b"Transfer-Encoding: ", REFUSE, "6.3"),
        (b"Transfer-Encoding", REFUSE, "5"), (b"Transfer-Encoding: chunk\xe9d", REFUSE, "6.3"), (b"Transfer-Encoding: \xef\xbb\xbfchunked", REFUSE, "6.3"),
    ]  # fmt: skip
    for coding, verdict, section in codings:
        name = escaped(coding)
        # Read as spaces, a bare carriage return leaves the length alone.
        two = coding.startswith(b"X: x\r")
        add(f"CL.TE {name}", verdict, section, framed(length % len(hidden) + coding + b"\r\n", hidden), ends=True)
        add(f"TE.CL {name}", verdict, section, framed(length % 4 + coding + b"\r\n", chunk(INNER) + b"0\r\n\r\n"), ends=True, two=two)
        add(f"POST {name}", verdict, section, framed(length % len(hidden) + coding + b"\r\n", hidden, b"POST"), ends=True)
    # Other fields: the length alone counts.
    for other in (b"Transfer_Encoding: chunked", b"TransferEncoding: chunked", b"Content-Encoding: chunked"):
        add(f"CL.TE {escaped(other)}", ONE, "6.3", framed(length % len(hidden) + other + b"\r\n", hidden))
        add(f"POST {escaped(other)}", ONE, "6.3", framed(length % len(hidden) + other + b"\r\n", hidden, b"POST"))
    # Lengths that are none, or two. A list of equal numbers may be taken for the number (6.3).
    lengths = [
        (b"+%d", REFUSE), (b"-%d", REFUSE), (b"0x%x", REFUSE), (b"%d ", ONE), (b" %d", ONE), (b"%d,", EITHER), (b"%d, %d", EITHER), (b"%d;", REFUSE), (b"%d.0", REFUSE),
        (b"%de0", REFUSE), (b"\x0b%d", REFUSE), (b"%d\x0b", REFUSE), (b"%d\x00", EITHER), (b"0%d", ONE), (b"00000000000000000000000%d", EITHER), (b"1844674407370955%d", EITHER),
        (b"%d a", REFUSE), (b"\xd9\xa3%d", REFUSE), (b"_%d", REFUSE), (b"1_%d", REFUSE), (b"'%d'", REFUSE),
    ]  # fmt: skip
    for value, verdict in lengths:
        number = len(INNER)
        written = value % ((number, number) if value.count(b"%") == 2 else number)
        name = escaped(written)
        add(f"length {name}", verdict, "6.2, 6.3", framed(b"Content-Length: " + written + b"\r\n", INNER))
        both = b"Content-Length: " + written + b"\r\nTransfer-Encoding: chunked\r\n"
        add(f"length {name}, chunked", EITHER, "6.1", framed(both, chunk(INNER) + b"0\r\n\r\n"), ends=True)
    for first, second in [(0, len(INNER)), (len(INNER), 0), (5, len(INNER))]:
        add(f"lengths {first} and {second}", REFUSE, "6.3", framed(length % first + length % second, INNER))
        add(f"length {first}, {second}", REFUSE, "6.3", framed(b"Content-Length: %d, %d\r\n" % (first, second), INNER))
    add("length with a space before the colon", REFUSE, "5.1", framed(b"Content-Length : %d\r\n" % len(INNER), INNER))
    add("length behind a line feed", EITHER, "2.2", framed(b"X: x\nContent-Length: %d\r\n" % len(INNER), INNER))
    # Read as spaces, the bare carriage return and the fold leave no length.
    add("length behind a carriage return", REFUSE, "2.2", framed(b"X: x\rContent-Length: %d\r\n" % len(INNER), INNER), two=True)
    add("length folded", REFUSE, "5.2", framed(b"X: x\r\n Content-Length: %d\r\n" % len(INNER), INNER), two=True)
    add("length on a folded line", EITHER, "5.2", framed(b"Content-Length:\r\n %d\r\n" % len(INNER), INNER))
    # Chunks that end in two places.
    chunked = b"Transfer-Encoding: chunked\r\n"
    size = b"%x" % len(INNER)
    last = b"\r\n0\r\n\r\n"
    bodies = [
        ("size with a sign", REFUSE, "7.1", b"+" + size + b"\r\n" + INNER + last),
        ("size as 0x", REFUSE, "7.1", b"0x" + size + b"\r\n" + INNER + last),
        ("size with spaces", EITHER, "7.1.1", size + b"   \r\n" + INNER + last),
        ("size behind a space", REFUSE, "7.1", b" " + size + b"\r\n" + INNER + last),
        ("size with an underscore", REFUSE, "7.1", b"1_" + size + b"\r\n" + INNER + last),
        ("size that overflows", REFUSE, "7.1", b"10000000000000000" + size + b"\r\n" + INNER + last),
        ("size of letters", REFUSE, "7.1", b"zz\r\n" + INNER + last),
        ("no size", REFUSE, "7.1", b"\r\n" + INNER + last),
        ("line feed behind the size", REFUSE, "7.1", size + b"\n" + INNER + last),
        ("line feed behind the chunk", REFUSE, "7.1", size + b"\r\n" + INNER + b"\n0\r\n\r\n"),
        ("carriage return behind the size", REFUSE, "7.1", size + b"\r" + INNER + last),
        ("other bytes behind the chunk", REFUSE, "7.1", b"2\r\nxx45\r\n0\r\n\r\n" + INNER),
        ("extension with a line feed", REFUSE, "7.1.1", b"2;\nxx\r\n" + size + b"\r\n" + INNER + last),
        ("extension with a line feed, and a chunk in it", REFUSE, "7.1.1", b"2;x\n\r\nxx\r\n0\r\n\r\n"),
        ("extension with a carriage return", REFUSE, "7.1.1", b"2;a\rb\r\nxx\r\n0\r\n\r\n"),
        ("extension that is long", EITHER, "7.1.1", b"2;" + b"a" * 20_000 + b"\r\nxx\r\n0\r\n\r\n"),
        # A reader may stop at the end of the line, since it passes over what it does not know.
        ("extension in quotes", EITHER, "7.1.1", b'2;a="\r\nxx\r\n0\r\n\r\n'),
        ("last chunk with line feeds", REFUSE, "7.1", b"0\n\n" + INNER),
        ("last chunk half", REFUSE, "7.1.2", b"0\r\n" + INNER),
        ("last chunk with zeros", REFUSE, "7.1.2", b"0000000000000000000000\r\n" + INNER + b"\r\n"),
        ("last chunk with a carriage return", REFUSE, "7.1", b"0\r\n\r" + INNER),
        ("trailer with a length", ONE, "7.1.2", b"0\r\nContent-Length: %d\r\n\r\n" % len(INNER)),
        ("trailer with a host", ONE, "7.1.2", b"0\r\nHost: b\r\nTransfer-Encoding: chunked\r\n\r\n"),
        ("trailer that is a request", REFUSE, "5.1", b"0\r\n" + INNER.replace(b" HTTP", b":x HTTP") + b"\r\n"),
        # A line of fields may end with a line feed. Then a second request follows, which nobody needs to read.
        ("trailer with a bare line feed", EITHER, "2.2", b"0\r\nX: x\n\n" + INNER + b"\r\n"),
    ]  # fmt: skip
    for name, verdict, section, body in bodies:
        two = name == "trailer with a bare line feed"
        # Whatever the body, the site reads nothing behind one that is chunked.
        add(f"chunk: {name}", verdict, section, framed(chunked, body), ends=True, two=two)
        add(f"chunk: {name}, POST", verdict, section, framed(chunked, body, b"POST"), ends=True, two=two)
    # Lines that end in two places.
    add("line feeds only", EITHER, "2.2", b"GET / HTTP/1.1\nHost: localhost\nX: y\n\n")
    add("a request in a value behind carriage returns", REFUSE, "2.2, 3.2", framed(b"X: y\r\r" + INNER, b""))
    add("a request in a value behind NUL", EITHER, "5", framed(b"X: y\x00" + INNER.replace(b"\r\n", b"\x00"), b""))
    add("a line without a colon", REFUSE, "5", framed(b"X y\r\n", b""))
    add("an empty name", REFUSE, "5", framed(b": y\r\n", b""))
    add("a name with a space", REFUSE, "5", framed(b"X y: z\r\n", b""))
    add("a name with a byte over 127", REFUSE, "5", framed(b"X\xff: z\r\n", b""))
    add("a folded first line", EITHER, "2.2", b"GET / HTTP/1.1\r\n " + HOST + HOST + b"\r\n")
    add("white space behind the first line", REFUSE, "2.2", b"GET / HTTP/1.1\r\n \r\n" + INNER + HOST + b"\r\n")
    add("a value with a byte of control", EITHER, "5", framed(b"X: \x01\x02\r\n", b""))
    # First lines.
    for name, verdict, section, start in [
        ("version 1.2", EITHER, "2.3", b"GET / HTTP/1.2\r\n"), ("version 2.0", REFUSE, "2.3", b"GET / HTTP/2.0\r\n"), ("version 0.9", REFUSE, "3", b"GET /\r\n"),
        ("no version", REFUSE, "3", b"GET / \r\n"), ("version of letters", REFUSE, "2.3", b"GET / HTTP/x.y\r\n"), ("two spaces", EITHER, "3", b"GET  /  HTTP/1.1\r\n"),
        ("tabs", EITHER, "3", b"GET\t/\tHTTP/1.1\r\n"), ("a space in the target", REFUSE, "3.2", b"GET / /fooled HTTP/1.1\r\n"),
        ("a line feed in the target", REFUSE, "3", b"GET /\nX HTTP/1.1\r\n"), ("no method", REFUSE, "3", b" / HTTP/1.1\r\n"),
        ("bytes before it", REFUSE, "2.2", b"\x00\x01GET / HTTP/1.1\r\n"),
        # It should be refused; hyper drops what is behind the sign, and the answer is that of the path.
        ("a fragment", EITHER, "3.2", b"GET /#x HTTP/1.1\r\n"),
        ("two versions", REFUSE, "3", b"GET / HTTP/1.1 HTTP/1.0\r\n"),
    ]:  # fmt: skip
        add(f"first line: {name}", verdict, section, framed(b"", b"", start=start))
    # The framing is right: the method is not known, or the target is not one of this method.
    add("first line: a long method", REFUSE, "3", framed(b"", b"", start=b"G" * 5000 + b" / HTTP/1.1\r\n"), ends=False)
    add("first line: no slash", REFUSE, "3.2", framed(b"", b"", start=b"GET fooled HTTP/1.1\r\n"), ends=False)
    add("first line: an authority", REFUSE, "3.2.3", framed(b"", b"", start=b"GET a:80 HTTP/1.1\r\n"), ends=False)
    add("first line: a method in small letters", EITHER, "3.1", framed(b"", b"", start=b"get / HTTP/1.1\r\n"))
    # Hosts.
    add("no host", REFUSE, "3.2", b"GET / HTTP/1.1\r\n\r\n", ends=False)
    add("two hosts", REFUSE, "3.2", framed(b"Host: b\r\n", b""), ends=False)
    add("a host with a path", REFUSE, "3.2", b"GET / HTTP/1.1\r\nHost: localhost/fooled\r\n\r\n", ends=False)
    add("a host with a user", REFUSE, "3.2", b"GET / HTTP/1.1\r\nHost: a@b\r\n\r\n", ends=False)
    add("a host behind a space before the colon", REFUSE, "5.1", b"GET / HTTP/1.1\r\nHost : localhost\r\n\r\n")
    add("another host in the target", ONE, "3.2.2", b"GET http://b/ HTTP/1.1\r\n" + HOST + b"\r\n")
    # Other protocols, and ways to them.
    add("HTTP/2 without asking", REFUSE, "2.3", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + b"\x00\x00\x00\x04\x00\x00\x00\x00\x00")
    add("an upgrade to h2c", ONE, "RFC 9110, 7.8", framed(b"Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n", b""))
    add("an upgrade to websocket", ONE, "RFC 9110, 7.8", framed(b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n", b""))
    add("CONNECT", REFUSE, "3.2.3", b"CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\n\r\n", ends=False)
    add("TRACE", REFUSE, "RFC 9110, 9.3.8", framed(b"", b"", b"TRACE"), ends=False)
    add("a handshake of TLS", REFUSE, "2.2", bytes.fromhex("1603010200010001fc0303") + bytes(200))
    add("Expect with a body", ONE, "RFC 9110, 10.1.1", framed(b"Expect: 100-continue\r\n" + length % len(INNER), INNER))
    add("Expect of something else", EITHER, "RFC 9110, 10.1.1", framed(b"Expect: x\r\n" + length % len(INNER), INNER))
    add("hop-by-hop: the length", ONE, "RFC 9110, 7.6.1", framed(b"Connection: close, Content-Length\r\n" + length % len(INNER), INNER))
    add("hop-by-hop: the coding", ONE, "RFC 9110, 7.6.1", framed(b"Connection: Transfer-Encoding\r\n" + chunked, chunk(INNER) + b"0\r\n\r\n"))
    add("hop-by-hop: the host", ONE, "RFC 9110, 7.6.1", framed(b"Connection: Host\r\n", b""))
    for number, entry in enumerate(found):
        # Marks are as long as the word that they take the place of.
        entry.mark = b"/f%05d" % number
        entry.raw = entry.raw.replace(b"/fooled", entry.mark)
    return found
