//! A static server on 127.0.0.1 for one folder.
//!
//! It answers GET and HEAD for files below its folder, never for anything above it, and keeps the first line of every request.
//! It is for looking at a page on one's own machine and for tests; it is no server for the public.

use std::fs;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// A running server; it ends with the program.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    log: Arc<Mutex<Vec<String>>>,
    is_closed: Arc<AtomicBool>,
}

impl Server {
    /// Serves the folder on a free port.
    ///
    /// # Errors
    /// When no port can be had.
    pub fn start(folder: &Path) -> io::Result<Self> {
        let folder = folder.to_path_buf();
        Self::listen(move |stream, line| answer(stream, line, &folder))
    }

    /// Answers nothing and keeps the first line of everything that arrives: stands where no request should go.
    ///
    /// # Errors
    /// When no port can be had.
    pub fn trap() -> io::Result<Self> {
        Self::listen(|stream, _| respond(stream, "502 Bad Gateway", "text/plain", b"", true))
    }

    fn listen(
        answer: impl Fn(&mut TcpStream, &str) -> io::Result<()> + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let log = Arc::new(Mutex::new(Vec::new()));
        let answer = Arc::new(answer);
        let kept = Arc::clone(&log);
        let is_closed = Arc::new(AtomicBool::new(false));
        let closed = Arc::clone(&is_closed);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if closed.load(Ordering::Relaxed) {
                    break;
                }
                let (log, answer) = (Arc::clone(&kept), Arc::clone(&answer));
                // A connection that breaks off is the browser's business.
                thread::spawn(move || drop(converse(stream, &log, answer.as_ref())));
            }
        });
        Ok(Self { address, log, is_closed })
    }

    /// Goes away: from now on no connection is taken.
    pub fn close(&self) {
        self.is_closed.store(true, Ordering::Relaxed);
        // The loop waits for a connection; this one makes it look.
        drop(TcpStream::connect(self.address));
    }

    /// The address of a file in the folder.
    pub fn address_of(&self, file: &str) -> String {
        format!("http://{}/{file}", self.address)
    }

    /// The port.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// The first lines of all requests so far, like `GET /dateline.html`.
    pub fn requests(&self) -> Vec<String> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn converse(
    mut stream: TcpStream,
    log: &Mutex<Vec<String>>,
    answer: &dyn Fn(&mut TcpStream, &str) -> io::Result<()>,
) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new(stream.try_clone()?).take(64 * 1024);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let mut words = line.split_whitespace();
    let request = format!("{} {}", words.next().unwrap_or("-"), words.next().unwrap_or("-"));
    // Browsers open connections ahead of need and say nothing on them: that is no request.
    if !line.is_empty() {
        log.lock().unwrap_or_else(PoisonError::into_inner).push(request.clone());
    }
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    answer(&mut stream, &request)
}

fn answer(stream: &mut TcpStream, request: &str, folder: &Path) -> io::Result<()> {
    let (method, target) = request.split_once(' ').unwrap_or(("", ""));
    if method != "GET" && method != "HEAD" {
        return respond(stream, "405 Method Not Allowed", "text/plain", b"only GET", true);
    }
    let with_body = method == "GET";
    let found = file_of(target).map(|file| folder.join(file)).and_then(|file| {
        let file = if file.is_dir() { file.join("index.html") } else { file };
        fs::read(&file).ok().map(|bytes| (file, bytes))
    });
    match found {
        Some((file, bytes)) => respond(stream, "200 OK", kind_of(&file), &bytes, with_body),
        None => respond(stream, "404 Not Found", "text/plain", b"no such file", with_body),
    }
}

fn respond(
    stream: &mut TcpStream,
    status: &str,
    kind: &str,
    body: &[u8],
    with_body: bool,
) -> io::Result<()> {
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if with_body {
        stream.write_all(body)?;
    }
    stream.flush()
}

/// The file below the folder that a request names; none when it leads out of it.
fn file_of(target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let path = decode(path.strip_prefix('/')?)?;
    let path = PathBuf::from(path);
    let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
    inside.then_some(path)
}

fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'%' => {
                let digits = [rest.next()?, rest.next()?];
                let digits = std::str::from_utf8(&digits).ok()?;
                bytes.push(u8::from_str_radix(digits, 16).ok()?);
            }
            b'\\' | 0 => return None,
            _ => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).ok().filter(|text| !text.contains(['\\', '\0']))
}

fn kind_of(file: &Path) -> &'static str {
    match file.extension().and_then(|ext| ext.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_request_leaves_the_folder() {
        for (target, file) in [
            ("/dateline.html", Some("dateline.html")),
            ("/a%20b.html?x#y", Some("a b.html")),
            ("/site/", Some("site/")),
            ("/", Some("")),
            ("/../Cargo.toml", None),
            ("/%2e%2e/Cargo.toml", None),
            ("/a/..%2f..%2fb", None),
            ("/..\\b", None),
            ("//etc/passwd", None),
            ("/%", None),
            ("/%zz", None),
            ("/%00", None),
            ("dateline.html", None),
        ] {
            assert_eq!(file_of(target), file.map(PathBuf::from), "{target}");
        }
    }

    #[test]
    fn every_request_is_kept() {
        let server = Server::start(Path::new(".")).unwrap();
        for (request, status) in
            [("GET /none", "404"), ("POST /", "405"), ("HEAD /Cargo.toml", "200")]
        {
            let mut stream = TcpStream::connect(server.address).unwrap();
            write!(stream, "{request} HTTP/1.1\r\n\r\n").unwrap();
            let mut said = String::new();
            stream.read_to_string(&mut said).unwrap();
            assert!(said.starts_with(&format!("HTTP/1.1 {status}")), "{request}: {said}");
        }
        assert_eq!(server.requests(), ["GET /none", "POST /", "HEAD /Cargo.toml"]);
    }
}
