"""Requests whose end two readers may see in two places, and whatever else is not quite HTTP/1.1.

Each holds a request for its own mark in a place where only a reader that is fooled finds one. A server that logs the mark was fooled.
Sources: RFC 9112 sections 2 to 7 and 11.2; the published families CL.TE, TE.CL, TE.TE, CL.0, TE.0, of chunk extensions, of bare
line ends and of header names. Not in it: what RFC 9112 itself lets a server read as two requests, such as an empty line of a line feed alone.
"""

import re

INNER = b"GET /fooled HTTP/1.1\r\nHost: a\r\n\r\n"
HOST = b"Host: localhost\r\n"


def chunk(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(data), data)


def framed(fields: bytes, body: bytes, method: bytes = b"GET", start: bytes | None = None) -> bytes:
    return (start or method + b" / HTTP/1.1\r\n") + HOST + fields + b"\r\n" + body


# What proxies read as two requests themselves, and frame anew: lines of chunks that end with a line feed, and a folded line, which
# RFC 9112, section 5.2, lets them replace with spaces. The site refuses them.
READ_BY_PROXIES = {f"chunk: {name}{method}" for name in ("last chunk with line feeds", "trailer with a bare line feed") for method in ("", ", POST")}
READ_BY_PROXIES |= {"length folded"}


def corpus() -> list[tuple[str, bytes, bytes]]:
    """Name, mark and bytes of each."""
    found = []

    def add(name, raw):
        found.append((name, raw))

    length = b"Content-Length: %d\r\n"
    hidden = b"0\r\n\r\n" + INNER
    # Both lengths: CL.TE, TE.CL, and every way to write one of the two so that one reader does not see it.
    codings = [
        b"Transfer-Encoding: chunked", b"Transfer-Encoding : chunked", b"Transfer-Encoding:chunked", b"Transfer-Encoding:\tchunked",
        b"Transfer-Encoding: \x0bchunked", b"Transfer-Encoding: chunked\x0b", b" Transfer-Encoding: chunked", b"\tTransfer-Encoding: chunked",
        b"X: x\nTransfer-Encoding: chunked", b"X: x\rTransfer-Encoding: chunked", b"Transfer-Encoding\n: chunked", b"Transfer-Encoding:\n chunked",
        b"Transfer-Encoding:\r\n chunked", b"Transfer-Encoding: xchunked", b"Transfer-Encoding: chunked, identity", b"Transfer-Encoding: identity, chunked",
        b"Transfer-Encoding: identity\r\nTransfer-Encoding: chunked", b"Transfer-Encoding: chunked\r\nTransfer-Encoding: x", b"Transfer-Encoding: x\r\nTransfer-Encoding: chunked",
        b"Transfer-Encoding: 'chunked'", b'Transfer-Encoding: "chunked"', b"Transfer-Encoding: CHUNKED", b"Transfer-Encoding: chunKed", b"Transfer-Encoding: chunked;q=1",
        b"Transfer-Encoding: chu\x00nked", b"Transfer-Encoding\x00: chunked", b"Transfer_Encoding: chunked", b"Transfer-Encoding: chunked,", b"Transfer-Encoding: ,chunked",
        b"Transfer-Encoding: chunked, chunked", b"Transfer-Encoding: gzip, chunked", b"Transfer-Encoding: gzip", b"Transfer-Encoding: ", b"Transfer-Encoding",
        b"Transfer-Encoding: chunk\xe9d", b"Transfer-Encoding: \xef\xbb\xbfchunked", b"TransferEncoding: chunked", b"Content-Encoding: chunked",
    ]  # fmt: skip
    for coding in codings:
        name = coding.decode("latin-1").encode("unicode_escape").decode()
        add(f"CL.TE {name}", framed(length % len(hidden) + coding + b"\r\n", hidden))
        # Where the field is another one, the length alone counts, and a second request is one.
        if not re.search(rb"_E|rE|Content-E", coding):
            add(f"TE.CL {name}", framed(length % 4 + coding + b"\r\n", chunk(INNER) + b"0\r\n\r\n"))
        add(f"POST {name}", framed(length % len(hidden) + coding + b"\r\n", hidden, b"POST"))
    # Lengths that are none, or two.
    lengths = [
        b"+%d", b"-%d", b"0x%x", b"%d ", b" %d", b"%d,", b"%d, %d", b"%d;", b"%d.0", b"%de0", b"\x0b%d", b"%d\x0b", b"%d\x00", b"0%d", b"00000000000000000000000%d",
        b"1844674407370955%d", b"%d a", b"\xd9\xa3%d", b"_%d", b"1_%d", b"'%d'",
    ]  # fmt: skip
    for value in lengths:
        number = len(INNER)
        written = value % ((number, number) if value.count(b"%") == 2 else number)
        name = written.decode("latin-1").encode("unicode_escape").decode()
        add(f"length {name}", framed(b"Content-Length: " + written + b"\r\n", INNER))
        add(f"length {name}, chunked", framed(b"Content-Length: " + written + b"\r\nTransfer-Encoding: chunked\r\n", chunk(INNER) + b"0\r\n\r\n"))
    for first, second in [(0, len(INNER)), (len(INNER), 0), (5, len(INNER))]:
        add(f"lengths {first} and {second}", framed(length % first + length % second, INNER))
        add(f"length {first}, {second}", framed(b"Content-Length: %d, %d\r\n" % (first, second), INNER))
    add("length with a space before the colon", framed(b"Content-Length : %d\r\n" % len(INNER), INNER))
    add("length behind a line feed", framed(b"X: x\nContent-Length: %d\r\n" % len(INNER), INNER))
    add("length behind a carriage return", framed(b"X: x\rContent-Length: %d\r\n" % len(INNER), INNER))
    add("length folded", framed(b"X: x\r\n Content-Length: %d\r\n" % len(INNER), INNER))
    add("length on a folded line", framed(b"Content-Length:\r\n %d\r\n" % len(INNER), INNER))
    # Chunks that end in two places.
    chunked = b"Transfer-Encoding: chunked\r\n"
    size = b"%x" % len(INNER)
    bodies = {
        "size with a sign": b"+" + size + b"\r\n" + INNER + b"\r\n0\r\n\r\n",
        "size as 0x": b"0x" + size + b"\r\n" + INNER + b"\r\n0\r\n\r\n",
        "size with spaces": size + b"   \r\n" + INNER + b"\r\n0\r\n\r\n",
        "size behind a space": b" " + size + b"\r\n" + INNER + b"\r\n0\r\n\r\n",
        "size with an underscore": b"1_" + size + b"\r\n" + INNER + b"\r\n0\r\n\r\n",
        "size that overflows": b"10000000000000000" + size + b"\r\n" + INNER + b"\r\n0\r\n\r\n",
        "size of letters": b"zz\r\n" + INNER + b"\r\n0\r\n\r\n",
        "no size": b"\r\n" + INNER + b"\r\n0\r\n\r\n",
        "line feed behind the size": size + b"\n" + INNER + b"\r\n0\r\n\r\n",
        "line feed behind the chunk": size + b"\r\n" + INNER + b"\n0\r\n\r\n",
        "carriage return behind the size": size + b"\r" + INNER + b"\r\n0\r\n\r\n",
        "other bytes behind the chunk": b"2\r\nxx45\r\n0\r\n\r\n" + INNER,
        "extension with a line feed": b"2;\nxx\r\n" + size + b"\r\n" + INNER + b"\r\n0\r\n\r\n",
        "extension with a line feed, and a chunk in it": b"2;x\n\r\nxx\r\n0\r\n\r\n",
        "extension with a carriage return": b"2;a\rb\r\nxx\r\n0\r\n\r\n" ,
        "extension that is long": b"2;" + b"a" * 20_000 + b"\r\nxx\r\n0\r\n\r\n",
        "extension in quotes": b'2;a="\r\nxx\r\n0\r\n\r\n',
        "last chunk with line feeds": b"0\n\n" + INNER,
        "last chunk half": b"0\r\n" + INNER,
        "last chunk with zeros": b"0000000000000000000000\r\n" + INNER + b"\r\n",
        "last chunk with a carriage return": b"0\r\n\r" + INNER,
        "trailer with a length": b"0\r\nContent-Length: %d\r\n\r\n" % len(INNER) ,
        "trailer with a host": b"0\r\nHost: b\r\nTransfer-Encoding: chunked\r\n\r\n",
        "trailer that is a request": b"0\r\n" + INNER.replace(b" HTTP", b":x HTTP") + b"\r\n",
        "trailer with a bare line feed": b"0\r\nX: x\n\n" + INNER + b"\r\n",
    }  # fmt: skip
    for name, body in bodies.items():
        add(f"chunk: {name}", framed(chunked, body))
        add(f"chunk: {name}, POST", framed(chunked, body, b"POST"))
    # Lines that end in two places.
    add("line feeds only", b"GET / HTTP/1.1\nHost: localhost\nX: y\n\n")
    add("a request in a value behind carriage returns", framed(b"X: y\r\r" + INNER, b""))
    add("a request in a value behind NUL", framed(b"X: y\x00" + INNER.replace(b"\r\n", b"\x00"), b""))
    add("a line without a colon", framed(b"X y\r\n", b""))
    add("an empty name", framed(b": y\r\n", b""))
    add("a name with a space", framed(b"X y: z\r\n", b""))
    add("a name with a byte over 127", framed(b"X\xff: z\r\n", b""))
    add("a folded first line", b"GET / HTTP/1.1\r\n " + HOST + HOST + b"\r\n")
    add("white space behind the first line", b"GET / HTTP/1.1\r\n \r\n" + INNER + HOST + b"\r\n")
    add("a value with a byte of control", framed(b"X: \x01\x02\r\n", b""))
    # First lines.
    for name, start in {
        "version 1.2": b"GET / HTTP/1.2\r\n", "version 2.0": b"GET / HTTP/2.0\r\n", "version 0.9": b"GET /\r\n", "no version": b"GET / \r\n",
        "version of letters": b"GET / HTTP/x.y\r\n", "two spaces": b"GET  /  HTTP/1.1\r\n", "tabs": b"GET\t/\tHTTP/1.1\r\n", "a space in the target": b"GET / /fooled HTTP/1.1\r\n",
        "a line feed in the target": b"GET /\nX HTTP/1.1\r\n", "no method": b" / HTTP/1.1\r\n", "a method in small letters": b"get / HTTP/1.1\r\n",
        "a long method": b"G" * 5000 + b" / HTTP/1.1\r\n", "bytes before it": b"\x00\x01GET / HTTP/1.1\r\n", "a fragment": b"GET /#x HTTP/1.1\r\n",
        "no slash": b"GET fooled HTTP/1.1\r\n", "an authority": b"GET a:80 HTTP/1.1\r\n", "two versions": b"GET / HTTP/1.1 HTTP/1.0\r\n",
    }.items():  # fmt: skip
        add(f"first line: {name}", framed(b"", b"", start=start))
    # Hosts.
    add("no host", b"GET / HTTP/1.1\r\n\r\n")
    add("two hosts", framed(b"Host: b\r\n", b""))
    add("a host with a path", b"GET / HTTP/1.1\r\nHost: localhost/fooled\r\n\r\n")
    add("a host with a user", b"GET / HTTP/1.1\r\nHost: a@b\r\n\r\n")
    add("a host behind a space before the colon", b"GET / HTTP/1.1\r\nHost : localhost\r\n\r\n")
    add("another host in the target", b"GET http://b/ HTTP/1.1\r\n" + HOST + b"\r\n")
    # Other protocols, and ways to them.
    add("HTTP/2 without asking", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + b"\x00\x00\x00\x04\x00\x00\x00\x00\x00")
    add("an upgrade to h2c", framed(b"Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n", b""))
    add("an upgrade to websocket", framed(b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n", b""))
    add("CONNECT", b"CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\n\r\n")
    add("TRACE", framed(b"", b"", b"TRACE"))
    add("a handshake of TLS", bytes.fromhex("1603010200010001fc0303") + bytes(200))
    add("Expect with a body", framed(b"Expect: 100-continue\r\n" + length % len(INNER), INNER))
    add("Expect of something else", framed(b"Expect: x\r\n" + length % len(INNER), INNER))
    add("hop-by-hop: the length", framed(b"Connection: close, Content-Length\r\n" + length % len(INNER), INNER))
    add("hop-by-hop: the coding", framed(b"Connection: Transfer-Encoding\r\n" + chunked, chunk(INNER) + b"0\r\n\r\n"))
    add("hop-by-hop: the host", framed(b"Connection: Host\r\n", b""))
    # Marks are as long as the word that they take the place of.
    return [(name, b"/f%05d" % number, raw.replace(b"/fooled", b"/f%05d" % number)) for number, (name, raw) in enumerate(found)]
