//! A NATS server with JetStream for one story, on a free port.

use std::net::{SocketAddr, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A server that ends with the story.
pub struct Nats {
    child: Option<Child>,
    address: SocketAddr,
    folder: tempfile::TempDir,
}

fn program() -> PathBuf {
    let unpacked = crate::root().join(".tools/root/usr/sbin/nats-server");
    let places = ["/usr/sbin/nats-server", "/usr/bin/nats-server", "/usr/local/bin/nats-server"];
    let found = places.iter().map(PathBuf::from).chain([unpacked]).find(|path| path.is_file());
    found.expect("nats-server is not installed; `make test` installs it")
}

impl Nats {
    /// Starts a server.
    #[must_use]
    pub fn start() -> Self {
        let free = SocketAddr::from(([127, 0, 0, 1], crate::free_port()));
        let mut nats = Self { child: None, address: free, folder: tempfile::tempdir().expect("a folder") };
        nats.begin();
        nats
    }

    /// Starts it again on the same port, without its memory.
    pub fn begin(&mut self) {
        let child = Command::new(program())
            .args(["-js", "-a", "127.0.0.1", "-p", &self.address.port().to_string(), "-sd"])
            .arg(self.folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("nats-server starts");
        self.child = Some(child);
        for _ in 0..200 {
            if TcpStream::connect(self.address).is_ok() {
                return;
            }
            std::thread::sleep(Duration::from_millis(25));
        }
        panic!("nats-server does not listen");
    }

    /// Ends it at once.
    pub fn end(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().expect("killed");
            child.wait().expect("ended");
        }
    }

    /// Its address.
    #[must_use]
    pub fn url(&self) -> String {
        format!("nats://{}", self.address)
    }
}

impl Drop for Nats {
    fn drop(&mut self) {
        self.end();
    }
}
