"""What visitors ask for, with the bodies that are right."""

from .exchange import ask

PATHS = [
    "/", "/roles", "/roles?level=entry", "/roles?q=care", "/roles/nurse", "/roles/care-assistant", "/journeys", "/map",
    "/categories", "/guides", "/pathways", "/match", "/about-the-data", "/roles.csv", "/api/v1/roles/nurse", "/sitemap.xml",
]  # fmt: skip


def pages(address, paths=PATHS) -> dict:
    """Each path that the site at this address has, and the body that it answers with, compressed, now."""
    found = {}
    for path in paths:
        answer = ask(address, path, {"Accept-Encoding": "gzip"})
        if answer.status == 200:
            found[path] = {answer.body}
    if len(found) < len(paths) // 2:
        raise RuntimeError(f"the site has no pages: {found.keys()}")
    return found
