# Varnish 7.1 or later: keeps pages, and shows the pages it has for a week while no replica answers. TLS ends in front of it.
# To change: site-a.internal and site-b.internal.
vcl 4.1;

import directors;
import std;

probe ready {
    .request =
        "GET /readyz HTTP/1.1"
        "Host: career-pathways"
        "Connection: close";
    .interval = 500ms;
    .timeout = 1s;
    .window = 3;
    .threshold = 2;
    .initial = 2;
}

backend a {
    .host = "site-a.internal";
    .port = "3000";
    .connect_timeout = 2s;
    .first_byte_timeout = 30s;
    .probe = ready;
}

backend b {
    .host = "site-b.internal";
    .port = "3000";
    .connect_timeout = 2s;
    .first_byte_timeout = 30s;
    .probe = ready;
}

sub vcl_init {
    new replicas = directors.round_robin();
    replicas.add_backend(a);
    replicas.add_backend(b);
}

sub vcl_recv {
    set req.backend_hint = replicas.backend();
    # The operator's addresses are not the visitors'.
    if (req.url ~ "^/(healthz|readyz|version|metrics|page-counts\.csv)([?]|$)") {
        return (synth(404));
    }
    # A page is the same for everybody: nothing of a visitor goes on to the site.
    unset req.http.Cookie;
    # While a replica answers, a page past its minute is shown for a day at most, and fetched anew meanwhile (stale-while-revalidate).
    if (std.healthy(req.backend_hint)) {
        set req.grace = 1d;
    }
}

sub vcl_backend_response {
    # While none answers, for as long as the page itself allows (stale-if-error).
    if (beresp.ttl > 0s) {
        set beresp.grace = 7d;
    }
    # A failed attempt to fetch a page anew does not take the place of the page.
    if (beresp.status >= 500) {
        if (bereq.is_bgfetch) {
            return (abandon);
        }
        if (bereq.retries == 0) {
            return (retry);
        }
        set beresp.uncacheable = true;
    }
}

sub vcl_backend_error {
    if (bereq.is_bgfetch) {
        return (abandon);
    }
    if (bereq.retries == 0) {
        return (retry);
    }
}

sub vcl_deliver {
    unset resp.http.Via;
    unset resp.http.X-Varnish;
}
