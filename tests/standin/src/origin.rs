//! One origin: its port, its connections, its faults.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use hyper::server::conn::{http1, http2};
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use tokio::io::BufReader;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

use crate::answer::answer;
use crate::faults::{Answer, Faults, Mode};
use crate::ledger::Counts;
use crate::{OriginPlan, Shared};

const HANDSHAKE_LIMIT: Duration = Duration::from_secs(10);
/// TLS reads 4 KiB at a time; this makes one system call of many such reads.
const READ_AHEAD: usize = 64 * 1024;
/// Concurrent streams of a connection unless the plan says otherwise.
const MAX_STREAMS: u32 = 1000;

/// One origin.
pub(crate) struct OriginState {
    pub(crate) shared: Arc<Shared>,
    pub(crate) counts: Counts,
    /// The origin as it stands in endpoints and in `aud`.
    pub(crate) name: String,
    index: usize,
    address: SocketAddr,
    faults: RwLock<Arc<Faults>>,
    burst_left: AtomicU32,
    /// Changes when open connections have to go.
    epoch: watch::Sender<u64>,
    first_listener: Mutex<Option<TcpListener>>,
}

impl OriginState {
    /// Opens the port.
    pub(crate) async fn open(shared: Arc<Shared>, index: usize) -> io::Result<Arc<Self>> {
        let plan = &shared.plan.origins[index];
        let listener = listen(SocketAddr::from((Ipv4Addr::LOCALHOST, plan.port)))?;
        let address = listener.local_addr()?;
        let name = format!("https://{}:{}", plan.host, address.port());
        let faults = plan.faults.clone();
        Ok(Arc::new(Self {
            counts: Counts::default(),
            name,
            index,
            address,
            burst_left: AtomicU32::new(burst_size(&faults)),
            faults: RwLock::new(Arc::new(faults)),
            epoch: watch::Sender::new(0),
            first_listener: Mutex::new(Some(listener)),
            shared,
        }))
    }

    pub(crate) fn plan(&self) -> &OriginPlan {
        &self.shared.plan.origins[self.index]
    }

    pub(crate) fn faults(&self) -> Arc<Faults> {
        Arc::clone(&self.faults.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn set_faults(&self, faults: Faults) {
        let mut current = self.faults.write().unwrap_or_else(PoisonError::into_inner);
        let reconnect = current.concerns_connections(&faults);
        self.burst_left.store(burst_size(&faults), Ordering::Relaxed);
        *current = Arc::new(faults);
        drop(current);
        if reconnect {
            self.epoch.send_modify(|epoch| *epoch += 1);
        }
    }

    /// Takes one of the burst's answers, while there are some.
    pub(crate) fn burst<'a>(&self, faults: &'a Faults) -> Option<&'a Answer> {
        let (_, answer) = faults.burst.as_ref()?;
        self.burst_left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |n| n.checked_sub(1)).ok()?;
        Some(answer)
    }
}

fn burst_size(faults: &Faults) -> u32 {
    faults.burst.as_ref().map_or(0, |(size, _)| *size)
}

fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = TcpSocket::new_v4()?;
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(1024)
}

/// Accepts connections until the task is dropped.
pub(crate) async fn serve(origin: Arc<OriginState>) {
    let mut listener = {
        let mut first = origin.first_listener.lock();
        first.as_mut().map_or(None, |l| l.take())
    };
    let mut epoch = origin.epoch.subscribe();
    let mut connections = JoinSet::new();
    loop {
        if origin.faults().mode == Mode::Refuse {
            listener = None;
            connections.abort_all();
            if epoch.changed().await.is_err() {
                return;
            }
            continue;
        }
        let open = match listener.take() {
            Some(open) => open,
            None => match listen(origin.address) {
                Ok(open) => open,
                Err(_) => {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                    continue;
                }
            },
        };
        tokio::select! {
            accepted = open.accept() => if let Ok((stream, _)) = accepted {
                origin.counts.connections.fetch_add(1, Ordering::Relaxed);
                connections.spawn(connection(Arc::clone(&origin), stream));
            },
            changed = epoch.changed() => if changed.is_err() {
                return;
            },
        }
        while connections.try_join_next().is_some() {}
        listener = Some(open);
    }
}

async fn connection(origin: Arc<OriginState>, stream: TcpStream) {
    let mut epoch = origin.epoch.subscribe();
    let faults = origin.faults();
    let work = async {
        match faults.mode {
            Mode::BlackHole => {
                let _held = stream;
                std::future::pending::<()>().await;
            }
            Mode::Reset | Mode::Refuse => reset(&stream),
            Mode::Serve | Mode::Silent | Mode::BadCertificate => {
                talk(&origin, &faults, stream).await;
            }
        }
    };
    tokio::select! {
        () = work => {}
        _ = epoch.changed() => {}
    }
}

/// Makes closing the connection send a reset.
fn reset(stream: &TcpStream) {
    // A connection that is already gone needs no reset.
    let _ = stream.set_zero_linger();
}

async fn talk(origin: &Arc<OriginState>, faults: &Faults, stream: TcpStream) {
    // Without it small answers wait for acknowledgements; a failure only slows.
    let _ = stream.set_nodelay(true);
    let authority = &origin.shared.authority;
    let config = match faults.mode {
        Mode::BadCertificate => authority.bad(),
        _ => authority.good(faults.http1_only),
    };
    let stream = BufReader::with_capacity(READ_AHEAD, stream);
    let handshake = TlsAcceptor::from(config).accept(stream);
    let Ok(Ok(stream)) = tokio::time::timeout(HANDSHAKE_LIMIT, handshake).await else {
        return;
    };
    if stream.get_ref().1.alpn_protocol() == Some(b"h2") {
        talk_http2(origin, faults, stream).await;
    } else {
        talk_http1(origin, faults, stream).await;
    }
}

async fn talk_http2(origin: &Arc<OriginState>, faults: &Faults, stream: TlsStream<BufReader<TcpStream>>) {
    let enough = Notify::new();
    let served = AtomicU32::new(0);
    let service = service_fn(|request| {
        let number = served.fetch_add(1, Ordering::Relaxed) + 1;
        if faults.goaway_after == Some(number) {
            enough.notify_one();
        }
        answer(Arc::clone(origin), request)
    });
    let connection = http2::Builder::new(TokioExecutor::new())
        .timer(TokioTimer::new())
        .max_concurrent_streams(faults.max_streams.unwrap_or(MAX_STREAMS))
        .initial_connection_window_size(8 << 20)
        .auto_date_header(false)
        .serve_connection(TokioIo::new(stream), service);
    tokio::pin!(connection);
    loop {
        tokio::select! {
            // How a connection ended is the sender's matter.
            _ = connection.as_mut() => return,
            () = enough.notified() => connection.as_mut().graceful_shutdown(),
        }
    }
}

async fn talk_http1(origin: &Arc<OriginState>, faults: &Faults, stream: TlsStream<BufReader<TcpStream>>) {
    let enough = Notify::new();
    let served = AtomicU32::new(0);
    let service = service_fn(|request| {
        let number = served.fetch_add(1, Ordering::Relaxed) + 1;
        if faults.goaway_after == Some(number) {
            enough.notify_one();
        }
        answer(Arc::clone(origin), request)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .auto_date_header(false)
        .serve_connection(TokioIo::new(stream), service);
    tokio::pin!(connection);
    loop {
        tokio::select! {
            _ = connection.as_mut() => return,
            () = enough.notified() => connection.as_mut().graceful_shutdown(),
        }
    }
}
