//! Connections: slow clients, silent clients, many clients, and the end.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::time::Duration;

use career_pathways::serve::limits::ConnectionLimits;
use career_pathways::serve::places::Places;
use career_pathways::serve::{Listeners, connection, listen, serve};
use career_pathways::web::router;
use career_pathways::web::state::{AppState, Settings};
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, DuplexStream, duplex};
use tokio::net::{TcpSocket, TcpStream};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, timeout};

use crate::support::catalogue;

const GET: &[u8] = b"GET /version HTTP/1.1\r\nhost: a\r\n\r\n";
const SECOND: Duration = Duration::from_secs(1);

/// One client of the site, without a socket, so that time can be paused.
fn client(buffer: usize) -> (DuplexStream, JoinHandle<()>) {
    client_at(&Places::new(1, 1), buffer)
}

/// The same, in one of these places.
fn client_at(places: &Places, buffer: usize) -> (DuplexStream, JoinHandle<()>) {
    let front = Arc::new(router(AppState::new(catalogue(), Settings::default())));
    let (client, server) = duplex(buffer);
    let places = places.clone();
    let serving = tokio::spawn(async move {
        let place = places.take(Some(HOME)).await.unwrap();
        connection::serve(server, front, ConnectionLimits::default(), place).await;
    });
    (client, serving)
}

/// Where every client comes from.
const HOME: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));

/// How long a connection stands from now on while nothing is done.
async fn stands_for(serving: JoinHandle<()>) -> Duration {
    let start = Instant::now();
    serving.await.unwrap();
    start.elapsed()
}

#[track_caller]
fn assert_about(elapsed: Duration, seconds: u64) {
    let expected = Duration::from_secs(seconds);
    assert!(elapsed >= expected && elapsed < expected + SECOND, "{elapsed:?}, not about {expected:?}");
}

/// Reads one answer whose length is told.
async fn answer(stream: &mut (impl AsyncRead + Unpin)) -> String {
    let mut got = Vec::new();
    let head = loop {
        if let Some(end) = got.windows(4).position(|window| window == b"\r\n\r\n") {
            break String::from_utf8(got[..end].to_vec()).unwrap();
        }
        assert_ne!(stream.read_buf(&mut got).await.unwrap(), 0, "closed within a head: {got:?}");
    };
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
    while got.len() < head.len() + 4 + length.parse::<usize>().unwrap() {
        assert_ne!(stream.read_buf(&mut got).await.unwrap(), 0, "closed within a body");
    }
    String::from_utf8_lossy(&got).into_owned()
}

async fn ask(stream: &mut (impl AsyncRead + AsyncWrite + Unpin), request: &[u8]) -> String {
    stream.write_all(request).await.unwrap();
    answer(stream).await
}

#[tokio::test(start_paused = true)]
async fn a_client_that_says_nothing_is_dropped_after_10_seconds() {
    let (_client, serving) = client(1 << 16);
    assert_about(stands_for(serving).await, 10);
}

#[tokio::test(start_paused = true)]
async fn a_client_that_sends_its_head_slowly_is_dropped_after_10_seconds() {
    let (mut client, serving) = client(1 << 16);
    let start = Instant::now();
    for byte in GET {
        if client.write_all(&[*byte]).await.is_err() {
            break;
        }
        sleep(SECOND).await;
    }
    serving.await.unwrap();
    assert!(start.elapsed() < 12 * SECOND, "{:?}", start.elapsed());
}

#[tokio::test(start_paused = true)]
async fn a_second_request_has_as_little_time_as_the_first() {
    let (mut client, serving) = client(1 << 16);
    assert!(ask(&mut client, GET).await.starts_with("HTTP/1.1 200"));
    sleep(30 * SECOND).await;
    client.write_all(&GET[..5]).await.unwrap();
    assert_about(stands_for(serving).await, 10);
}

#[tokio::test(start_paused = true)]
async fn a_connection_on_which_nothing_is_asked_is_closed_after_a_minute() {
    let (mut client, serving) = client(1 << 16);
    for _ in 0..3 {
        assert!(ask(&mut client, GET).await.starts_with("HTTP/1.1 200"));
        sleep(50 * SECOND).await;
    }
    assert_about(stands_for(serving).await, 10);
}

#[tokio::test(start_paused = true)]
async fn a_client_that_does_not_read_is_dropped_after_15_seconds() {
    let (mut client, serving) = client(1000);
    client.write_all(b"GET /roles HTTP/1.1\r\nhost: a\r\n\r\n").await.unwrap();
    assert_about(stands_for(serving).await, 15);
}

#[tokio::test(start_paused = true)]
async fn a_client_that_reads_slowly_gets_everything() {
    let (mut client, _serving) = client(4000);
    client.write_all(b"GET /roles HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n").await.unwrap();
    let mut all = Vec::with_capacity(1 << 20);
    while client.read_buf(&mut all).await.unwrap() > 0 {
        sleep(5 * SECOND).await;
    }
    assert!(String::from_utf8(all).unwrap().trim_end().ends_with("</html>"));
}

#[tokio::test(start_paused = true)]
async fn a_client_that_takes_a_little_now_and_then_is_dropped() {
    let (mut client, serving) = client(3000);
    client.write_all(b"GET /roles HTTP/1.1\r\nhost: a\r\n\r\n").await.unwrap();
    let start = Instant::now();
    let reading = tokio::spawn(async move {
        let mut buffer = vec![0; 3000];
        // 375 bytes a second, and never 15 seconds without one.
        while client.read_exact(&mut buffer).await.is_ok() {
            sleep(8 * SECOND).await;
        }
    });
    serving.await.unwrap();
    assert!(start.elapsed() < 20 * SECOND, "{:?}", start.elapsed());
    reading.abort();
}

#[tokio::test(start_paused = true)]
async fn http2_is_left_to_the_proxy() {
    let (mut client, serving) = client(1 << 16);
    client.write_all(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0").await.unwrap();
    assert_about(stands_for(serving).await, 0);
}

#[tokio::test(start_paused = true)]
async fn a_body_without_a_byte_is_no_body() {
    let answers = [
        ("content-length: 0\r\n\r\n", "HTTP/1.1 200"),
        ("transfer-encoding: chunked\r\n\r\n0\r\n\r\n", "HTTP/1.1 200"),
        ("transfer-encoding: chunked\r\n\r\n0;a=b\r\nx-trailer: a\r\n\r\n", "HTTP/1.1 200"),
        ("transfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n", "HTTP/1.1 413"),
        ("content-length: 1\r\n\r\na", "HTTP/1.1 413"),
        ("content-length: 1\r\nexpect: 100-continue\r\n\r\n", "HTTP/1.1 413"),
        ("transfer-encoding: chunked\r\n\r\nx\r\n", "HTTP/1.1 400"),
        // The rest never comes.
        ("transfer-encoding: chunked\r\n\r\n", "HTTP/1.1 413"),
    ];
    for (rest, status) in answers {
        // The second time the page is ready.
        for method in ["GET", "GET", "OPTIONS"] {
            let (mut client, _serving) = client(1 << 16);
            let status = if method == "OPTIONS" { status.replace("200", "204") } else { status.to_owned() };
            client.write_all(format!("{method} /guides HTTP/1.1\r\nhost: a\r\n{rest}").as_bytes()).await.unwrap();
            let mut start = [0; 12];
            client.read_exact(&mut start).await.unwrap();
            assert_eq!(std::str::from_utf8(&start).unwrap(), status, "{method} {rest}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn nothing_is_read_behind_a_chunked_body() {
    let hidden = "GET /version HTTP/1.1\r\nhost: a\r\n\r\n";
    for body in ["0\r\n\r\n", "0\r\nx: x\n\n", "0  \r\n\r\n", "0;a=\"\r\n\r\n", "2\r\nab\r\n0\r\n\r\n"] {
        for method in ["GET", "GET", "POST", "OPTIONS"] {
            let (mut client, serving) = client(1 << 16);
            let request =
                format!("{method} /guides HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n{body}{hidden}\r\n");
            client.write_all(request.as_bytes()).await.unwrap();
            let mut said = Vec::new();
            client.read_to_end(&mut said).await.unwrap();
            assert_about(stands_for(serving).await, 0);
            let said = String::from_utf8_lossy(&said);
            assert_eq!(said.matches("HTTP/1.1 ").count(), 1, "{method} {body:?}: {said}");
            assert!(said.contains("\r\nconnection: close\r\n"), "{method} {body:?}: {said}");
        }
    }
}

#[tokio::test]
async fn a_request_names_one_valid_host_and_a_target_that_is_no_authority() {
    let requests = [
        ("GET / HTTP/1.1\r\nhost: example.org:8080\r\n\r\n", "HTTP/1.1 200"),
        ("GET / HTTP/1.1\r\nhost: [::1]\r\n\r\n", "HTTP/1.1 200"),
        ("GET http://other.test/ HTTP/1.1\r\nhost: a\r\n\r\n", "HTTP/1.1 200"),
        ("OPTIONS * HTTP/1.1\r\nhost: a\r\n\r\n", "HTTP/1.1 204"),
        ("GET / HTTP/1.0\r\n\r\n", "HTTP/1.0 200"),
        ("GET / HTTP/1.1\r\n\r\n", "HTTP/1.1 400"),
        ("GET / HTTP/1.1\r\nhost:\r\n\r\n", "HTTP/1.1 400"),
        ("GET / HTTP/1.1\r\nhost: a\r\nhost: a\r\n\r\n", "HTTP/1.1 400"),
        ("GET / HTTP/1.0\r\nhost: a\r\nhost: b\r\n\r\n", "HTTP/1.0 400"),
        ("GET / HTTP/1.1\r\nhost: a b\r\n\r\n", "HTTP/1.1 400"),
        ("GET / HTTP/1.1\r\nhost: a@b\r\n\r\n", "HTTP/1.1 400"),
        ("GET http://other.test/ HTTP/1.1\r\n\r\n", "HTTP/1.1 400"),
        ("GET http://a@other.test/ HTTP/1.1\r\nhost: a\r\n\r\n", "HTTP/1.1 400"),
        ("GET other.test HTTP/1.1\r\nhost: a\r\n\r\n", "HTTP/1.1 400"),
        ("GET other.test:80 HTTP/1.1\r\nhost: a\r\n\r\n", "HTTP/1.1 400"),
        ("GET * HTTP/1.1\r\nhost: a\r\n\r\n", "HTTP/1.1 400"),
        ("CONNECT other.test:80 HTTP/1.1\r\nhost: a\r\n\r\n", "HTTP/1.1 405"),
    ];
    let (_, address, _stop, _serving) = server(quick()).await;
    // The start page is ready from the first request on, which must change nothing.
    for (request, status) in requests {
        let mut client = TcpStream::connect(address).await.unwrap();
        client.write_all(request.as_bytes()).await.unwrap();
        let mut start = [0; 12];
        client.read_exact(&mut start).await.unwrap();
        assert_eq!(std::str::from_utf8(&start).unwrap(), status, "{request}");
    }
}

/// A running server: where it is, the word to stop, and its end.
async fn server(limits: ConnectionLimits) -> (AppState, std::net::SocketAddr, mpsc::Sender<()>, JoinHandle<()>) {
    let state = AppState::new(catalogue(), Settings::default());
    let site = listen::bind("127.0.0.1:0").unwrap();
    let address = site.local_addr().unwrap();
    let (stop, told) = mpsc::channel(2);
    let serving = tokio::spawn(serve(Listeners { site, operator: None }, state.clone(), limits, told));
    (state, address, stop, serving)
}

fn quick() -> ConnectionLimits {
    ConnectionLimits { drain_delay: Duration::ZERO, grace: 20 * SECOND, ..ConnectionLimits::default() }
}

#[tokio::test]
async fn when_all_places_are_taken_the_connection_that_idles_longest_makes_room() {
    let (_, address, _stop, _serving) = server(ConnectionLimits { connections: 2, ..quick() }).await;
    let mut first = TcpStream::connect(address).await.unwrap();
    let mut second = TcpStream::connect(address).await.unwrap();
    ask(&mut first, GET).await;
    ask(&mut second, GET).await;
    // The second idles longest.
    ask(&mut first, GET).await;
    let mut third = TcpStream::connect(address).await.unwrap();
    third.write_all(GET).await.unwrap();
    assert!(timeout(10 * SECOND, answer(&mut third)).await.unwrap().starts_with("HTTP/1.1 200"));
    assert_eq!(second.read(&mut [0]).await.unwrap(), 0);
    assert!(ask(&mut first, GET).await.starts_with("HTTP/1.1 200"));
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_is_answered_keeps_its_place_until_it_has_had_its_time() {
    let places = Places::new(1, 1);
    let (mut stuck, serving) = client_at(&places, 1000);
    stuck.write_all(b"GET /roles HTTP/1.1\r\nhost: a\r\n\r\n").await.unwrap();
    sleep(SECOND).await;
    let start = Instant::now();
    let elsewhere = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 2));
    assert!(places.take(Some(elsewhere)).await.is_some());
    assert_about(start.elapsed(), 14);
    serving.await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn an_address_has_its_share_and_takes_no_place_from_others() {
    let places = Places::new(4, 2);
    let elsewhere = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 2));
    let (mut other, _serving) = client_at(&places, 1 << 16);
    ask(&mut other, GET).await;
    let (mut first, first_serving) = client_at(&places, 1 << 16);
    ask(&mut first, GET).await;
    sleep(SECOND).await;
    ask(&mut other, GET).await;
    // Both of this address idle: the one that does so longest goes, though two places are free.
    let third = places.take(Some(HOME)).await;
    assert!(third.is_some());
    first_serving.await.unwrap();
    let far = places.take(Some(elsewhere)).await;
    assert!(far.is_some());
    assert!(ask(&mut other, GET).await.starts_with("HTTP/1.1 200"));
}

#[tokio::test(start_paused = true)]
async fn an_address_whose_connections_are_all_busy_is_refused() {
    let places = Places::new(4, 1);
    let (mut stuck, _serving) = client_at(&places, 1000);
    stuck.write_all(b"GET /roles HTTP/1.1\r\nhost: a\r\n\r\n").await.unwrap();
    sleep(SECOND).await;
    assert!(places.take(Some(HOME)).await.is_none());
    let same = "::ffff:192.0.2.1".parse().unwrap();
    assert!(places.take(Some(same)).await.is_none(), "the same address, as IPv6 writes it");
    let neighbours = ["2001:db8::1", "2001:db8::2"].map(|address| address.parse().unwrap());
    let [one, two] = neighbours.map(|address| places.take(Some(address)));
    let (one, two) = (one.await, two.await);
    assert!(one.is_some() && two.is_some());
    assert_eq!(places.taken(), 3);
    drop(one);
    drop(two);
    assert_eq!(places.taken(), 1);
}

#[tokio::test]
async fn the_operator_is_answered_on_a_listener_of_its_own_whatever_visitors_do() {
    let state = AppState::new(catalogue(), Settings::default());
    let [site, operator] = [(); 2].map(|()| listen::bind("127.0.0.1:0").unwrap());
    let [address, operators] = [&site, &operator].map(|listener| listener.local_addr().unwrap());
    let (stop, told) = mpsc::channel(2);
    let limits = ConnectionLimits { connections: 1, drain_delay: 10 * SECOND, ..quick() };
    let serving = tokio::spawn(serve(Listeners { site, operator: Some(operator) }, state.clone(), limits, told));
    let mut visitor = TcpStream::connect(address).await.unwrap();
    ask(&mut visitor, b"GET /roles HTTP/1.1\r\nhost: a\r\n\r\n").await;

    let mut probe = TcpStream::connect(operators).await.unwrap();
    for (path, status) in [("healthz", 200), ("readyz", 200), ("version", 200), ("roles", 404), ("", 404)] {
        let answer = ask(&mut probe, format!("GET /{path} HTTP/1.1\r\nhost: a\r\n\r\n").as_bytes()).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{path}: {answer}");
    }
    // Both answer until the end.
    assert!(ask(&mut visitor, GET).await.starts_with("HTTP/1.1 200"));
    stop.send(()).await.unwrap();
    while !state.is_draining() {
        tokio::task::yield_now().await;
    }
    let answer = ask(&mut probe, b"GET /readyz HTTP/1.1\r\nhost: a\r\n\r\n").await;
    assert!(answer.starts_with("HTTP/1.1 503"), "{answer}");
    stop.send(()).await.unwrap();
    timeout(10 * SECOND, serving).await.unwrap().unwrap();
}

#[cfg(unix)]
#[tokio::test]
async fn a_site_can_be_reached_by_a_unix_socket_which_goes_with_it() {
    use tokio::net::UnixStream;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("site.sock");
    let address = format!("unix:{}", path.display());
    // What a dead process has left is in nobody's way.
    drop(std::os::unix::net::UnixListener::bind(&path).unwrap());
    let site = listen::bind(&address).unwrap();
    assert_eq!(site.to_string(), address);
    let taken = listen::bind(&address).unwrap_err().to_string();
    assert!(taken.contains("already in use"), "{taken}");
    let (stop, told) = mpsc::channel(2);
    let state = AppState::new(catalogue(), Settings::default());
    let serving = tokio::spawn(serve(Listeners { site, operator: None }, state, quick(), told));
    for _ in 0..3 {
        let mut client = UnixStream::connect(&path).await.unwrap();
        assert!(ask(&mut client, GET).await.starts_with("HTTP/1.1 200"));
    }
    stop.send(()).await.unwrap();
    timeout(10 * SECOND, serving).await.unwrap().unwrap();
    assert!(!path.exists());
    std::fs::write(&path, "mine").unwrap();
    assert!(listen::bind(&address).is_err());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
}

#[tokio::test]
async fn a_server_told_to_stop_says_so_then_takes_nobody_and_ends_idle_connections() {
    let (state, address, stop, serving) = server(quick()).await;
    let mut idle = TcpStream::connect(address).await.unwrap();
    ask(&mut idle, GET).await;
    stop.send(()).await.unwrap();
    timeout(10 * SECOND, serving).await.unwrap().unwrap();
    assert!(state.is_draining());
    assert_eq!(idle.read(&mut [0]).await.unwrap(), 0);
    assert!(TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn a_server_that_drains_answers_until_its_delay_is_over() {
    let (state, address, stop, serving) = server(ConnectionLimits { drain_delay: 10 * SECOND, ..quick() }).await;
    let mut kept = TcpStream::connect(address).await.unwrap();
    assert!(!ask(&mut kept, GET).await.contains("\r\nconnection:"), "until then connections are kept");
    stop.send(()).await.unwrap();
    while !state.is_draining() {
        tokio::task::yield_now().await;
    }
    let mut late = TcpStream::connect(address).await.unwrap();
    let probe = ask(&mut late, b"GET /readyz HTTP/1.1\r\nhost: a\r\n\r\n").await;
    assert!(probe.starts_with("HTTP/1.1 503"), "{probe}");
    // Each connection has its last answer, and says so, so that a proxy sends nothing more on it.
    let mut later = TcpStream::connect(address).await.unwrap();
    assert!(probe.contains("\r\nconnection: close\r\n"), "{probe}");
    assert_eq!(late.read(&mut [0]).await.unwrap(), 0);
    for client in [&mut kept, &mut later] {
        let last = ask(client, GET).await;
        assert!(last.starts_with("HTTP/1.1 200") && last.contains("\r\nconnection: close\r\n"), "{last}");
        assert_eq!(client.read(&mut [0]).await.unwrap(), 0);
    }
    // A second word ends the waiting.
    stop.send(()).await.unwrap();
    timeout(5 * SECOND, serving).await.unwrap().unwrap();
}

#[tokio::test]
async fn a_hundred_stuck_clients_do_not_keep_a_server_from_ending() {
    let (_, address, stop, serving) = server(ConnectionLimits { grace: SECOND / 2, ..quick() }).await;
    let mut stuck = Vec::new();
    for _ in 0..100 {
        let mut client = TcpStream::connect(address).await.unwrap();
        ask(&mut client, GET).await;
        client.write_all(b"GET / HT").await.unwrap();
        stuck.push(client);
    }
    stop.send(()).await.unwrap();
    timeout(10 * SECOND, serving).await.unwrap().unwrap();
}

#[tokio::test]
async fn a_client_that_sends_a_body_can_read_why_it_is_refused() {
    let (_, address, _stop, _serving) = server(quick()).await;
    let mut client = TcpStream::connect(address).await.unwrap();
    let body = "a".repeat(300_000);
    let request = format!("POST / HTTP/1.1\r\nhost: a\r\ncontent-length: {}\r\n\r\n{body}", body.len());
    assert!(ask(&mut client, request.as_bytes()).await.starts_with("HTTP/1.1 413"));
}

#[tokio::test]
async fn what_cannot_be_read_at_all_is_refused_in_our_own_words() {
    let (_, address, _stop, _serving) = server(quick()).await;
    let header = |length: usize| format!("GET / HTTP/1.1\r\nhost: a\r\nx-large: {}\r\n\r\n", "a".repeat(length));
    let many = format!("GET / HTTP/1.1\r\nhost: a\r\n{}\r\n", "x-many: a\r\n".repeat(300));
    let requests = [
        (header(20_000), "HTTP/1.1 431"),
        (header(200_000), "HTTP/1.1 431"),
        (many, "HTTP/1.1 431"),
        (format!("GET /{} HTTP/1.1\r\nhost: a\r\n\r\n", "a".repeat(20_000)), "HTTP/1.1 414"),
        ("GET / HTTP/9.9\r\n\r\n".to_owned(), "HTTP/1.1 400"),
        ("\u{1}\u{2}\u{3} what?\r\n\r\n".to_owned(), "HTTP/1.1 400"),
    ];
    for (request, status) in requests {
        let mut client = TcpStream::connect(address).await.unwrap();
        // The answer may come before all is sent.
        let _ = client.write_all(request.as_bytes()).await;
        let answer = answer(&mut client).await;
        assert!(answer.starts_with(status), "{answer}");
        assert!(answer.contains("\r\ncontent-security-policy: default-src 'none'"), "{answer}");
        assert!(answer.contains("<h1>"), "{answer}");
    }
}

#[tokio::test(start_paused = true)]
async fn in_a_crowd_a_connection_on_which_nothing_is_asked_is_closed_sooner() {
    let places = Places::new(3, 3);
    let _others = (places.take(None).await, places.take(None).await);
    let (mut client, serving) = client_at(&places, 1 << 16);
    ask(&mut client, GET).await;
    assert_about(stands_for(serving).await, 10);
}

#[tokio::test]
async fn the_kernel_keeps_little_for_a_client_that_does_not_read() {
    let listener = listen::bind("127.0.0.1:0").unwrap();
    let client = TcpSocket::new_v4().unwrap();
    client.set_recv_buffer_size(4096).unwrap();
    let client = client.connect(listener.local_addr().unwrap()).await.unwrap();
    let listen::Listener::Tcp(listener) = listener else { panic!("an address is no file") };
    let (server, _) = listener.accept().await.unwrap();
    server.writable().await.unwrap();
    let mut kept = 0;
    while let Ok(bytes) = server.try_write(&[0; 65_536]) {
        kept += bytes;
    }
    assert!(kept < 1024 * 1024, "{kept}");
    drop(client);
}

#[tokio::test]
async fn an_address_that_cannot_be_listened_on_is_explained() {
    let taken = listen::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let held = listen::bind(&taken.to_string()).unwrap();
    assert_eq!(
        listen::bind(&taken.to_string()).unwrap_err().to_string(),
        format!("address {taken} is already in use: stop the other program or choose another with --listen")
    );
    drop(held);
    assert!(listen::bind("203.0.113.1:0").unwrap_err().to_string().contains("not an address of this machine"));
    assert!(listen::bind("3000").unwrap_err().to_string().contains("give an address and a port"));
}
