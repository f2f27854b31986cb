"""The configurations of deploy/proxies, started on loopback: only names, addresses and paths of the machine are other ones."""

import os
import subprocess
from pathlib import Path

from .exchange import ask
from .site import ROOT, Server, free_port, until

CONFIGURATIONS = ROOT / "deploy/proxies"
# The two replicas have an address each, and the ports of the configurations. Proofs that run at the same time have others.
NETWORK = f"127.3.{os.getpid() % 250 + 1}"
REPLICAS = {"site-a.internal": f"{NETWORK}.11", "site-b.internal": f"{NETWORK}.12"}
NAME = "localhost"


def certificate(folder: Path) -> Path:
    """A certificate and its key, in one file: `careers.pem` of this folder."""
    both = folder / "careers.pem"
    if not both.exists():
        key, paper = folder / "careers.key", folder / "careers.crt"
        command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={NAME}"]
        command += ["-addext", f"subjectAltName=DNS:{NAME}", "-keyout", key, "-out", paper]
        subprocess.run(command, check=True, capture_output=True)
        both.write_bytes(paper.read_bytes() + key.read_bytes())
    return both


def adapted(name: str, changes) -> str:
    """A configuration with these changes. A change that is not in it is a fault of the proof."""
    text = (CONFIGURATIONS / name).read_text()
    for old, new in [*REPLICAS.items(), *changes]:
        if old not in text:
            raise ValueError(f"{name} does not hold {old!r}")
        text = text.replace(old, str(new))
    return text


class Proxy(Server):
    """A proxy in front of the replicas. `tls` is the name by which it is asked, or None."""

    def __init__(self, name, command, address, tls=NAME, **options):
        super().__init__(command, **options)
        self.name, self.address, self.tls = name, address, tls

        def answers():
            if not self.running():
                raise RuntimeError(f"{name} has ended: {self.said()[-2000:]}")
            try:
                return ask(address, "/", timeout=5, tls=tls).status == 200
            except OSError:
                return False

        try:
            until(answers, 30, f"{name} answers")
        except BaseException:
            print(self.said()[-2000:])
            self.close()
            raise


def address():
    return ("127.0.0.1", free_port())


def haproxy(folder: Path) -> Proxy:
    plain, tls = address(), address()
    changes = [
        ("/etc/haproxy/careers.pem", certificate(folder)),
        ("bind :80\n", "bind %s:%d\n" % plain),
        ("bind :443 ", "bind %s:%d " % tls),
    ]
    path = folder / "haproxy.cfg"
    path.write_text(adapted("haproxy.cfg", changes))
    return Proxy("haproxy", ["haproxy", "-db", "-f", path], tls)


def nginx(folder: Path) -> Proxy:
    plain, tls = address(), address()
    changes = [
        ("/var/cache/nginx/career-pathways", folder / "nginx-cache"),
        ("/etc/nginx/careers.pem", certificate(folder)),
        ("/etc/nginx/careers.key", folder / "careers.key"),
        ("listen 80;", "listen %s:%d;" % plain),
        ("listen 443 ", "listen %s:%d " % tls),
        ("careers.example;", f"{NAME};"),
    ]
    temporary = "".join(
        f"{kind}_temp_path {folder}/nginx-{kind}; " for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    path = folder / "nginx.conf"
    path.write_text(
        f"daemon off; pid {folder}/nginx.pid; error_log stderr; worker_processes 2;\n"
        f"events {{ worker_connections 4096; }}\nhttp {{ {temporary}\n{adapted('nginx.conf', changes)}}}\n"
    )
    folder.chmod(0o755)
    return Proxy("nginx", ["nginx", "-c", path, "-e", "stderr"], tls)


def caddy(folder: Path) -> Proxy:
    certificate(folder)
    tls = address()
    site = f"https://{NAME}:{tls[1]} {{\n\tbind {tls[0]}\n\ttls {folder}/careers.crt {folder}/careers.key\n"
    path = folder / "Caddyfile"
    changes = [("careers.example {\n", "{\n\tadmin off\n\tauto_https disable_redirects\n}\n\n" + site)]
    path.write_text(adapted("Caddyfile", changes).replace("# To change: " + site, ""))
    home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    return Proxy("caddy", ["caddy", "run", "--config", path, "--adapter", "caddyfile"], tls, env=home)


def varnish(folder: Path) -> Proxy:
    plain = address()
    path = folder / "varnish.vcl"
    path.write_text(adapted("varnish.vcl", []))
    work = folder / "varnish"
    command = ["varnishd", "-F", "-n", work, "-f", path, "-a", "%s:%d" % plain, "-s", "malloc,128m"]
    # Its own user for the worker needs root, and a folder that this user may enter.
    command += ["-j", "none"] if os.getuid() else []
    return Proxy("varnish", command, plain, tls=None)
