//! Where images are made anew: one thread, one image at a time.

use std::sync::mpsc::{Sender, channel};
use std::thread;

use tokio::runtime::Handle;

use super::{Accepted, Intake, Kept, Refused};

type Job = Box<dyn FnOnce() + Send>;

/// The thread that makes images anew. A decoded photo takes a hundred megabytes, and the C
/// library keeps for each thread part of what that thread let go: with one thread for all of
/// them both are paid once.
pub struct Pictures {
    jobs: Sender<Job>,
}

impl Pictures {
    /// Starts the thread; it ends when this is dropped.
    ///
    /// # Errors
    /// The system has no thread left.
    pub fn start() -> std::io::Result<Self> {
        let (jobs, waiting) = channel::<Job>();
        thread::Builder::new().name("pictures".to_owned()).spawn(move || {
            for job in waiting {
                job();
            }
        })?;
        Ok(Self { jobs })
    }

    /// Ends a file whose last piece has come: keeps it, and makes an image anew when it is its
    /// turn. While others wait nothing of them is in memory, neither the image nor the part of
    /// it that a bucket still lacks: they lie in their place, sealed. Call it from a thread of
    /// the runtime that may wait.
    ///
    /// # Errors
    /// Why the file is refused; [`Refused::Unwritten`] too when the work itself broke down.
    pub fn finish(&self, intake: Intake) -> Result<Accepted, Refused> {
        match intake.keep()? {
            Kept::Whole(accepted) => Ok(accepted),
            Kept::Image(raw) => self.turn(move || raw.renew()),
        }
    }

    /// Waits for its turn, does the work there and gives what came of it.
    fn turn(
        &self,
        work: impl FnOnce() -> Result<Accepted, Refused> + Send + 'static,
    ) -> Result<Accepted, Refused> {
        let (done, outcome) = channel();
        let runtime = Handle::current();
        let job = move || {
            // A place of files over the network asks for the runtime of whoever waits.
            let _inside = runtime.enter();
            let made = std::panic::catch_unwind(std::panic::AssertUnwindSafe(work));
            let _ = done.send(made.unwrap_or(Err(Refused::Unwritten)));
        };
        if self.jobs.send(Box::new(job)).is_err() {
            return Err(Refused::Unwritten);
        }
        outcome.recv().unwrap_or(Err(Refused::Unwritten))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;
    use std::io::{self, Cursor, Read, Write};
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::{Arc, Mutex};
    use std::time::Duration;

    use zeroize::Zeroizing;

    use super::super::{Draft, Limits, Store};
    use super::*;
    use crate::permit::keys::KEY_BYTES;

    /// A place that counts who is writing into it.
    #[derive(Default)]
    struct Counting {
        files: Mutex<HashMap<String, Vec<u8>>>,
        open: AtomicUsize,
    }

    #[derive(Clone, Default)]
    struct Shelf(Arc<Counting>);

    impl Shelf {
        fn files(&self) -> usize {
            self.0.files.lock().expect("files").len()
        }

        fn open(&self) -> usize {
            self.0.open.load(Ordering::SeqCst)
        }
    }

    struct Page {
        shelf: Shelf,
        key: String,
        bytes: Vec<u8>,
    }

    impl Write for Page {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.bytes.write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Draft for Page {
        fn keep(mut self: Box<Self>) -> io::Result<()> {
            let bytes = std::mem::take(&mut self.bytes);
            self.shelf.0.files.lock().expect("files").insert(self.key.clone(), bytes);
            Ok(())
        }
    }

    impl Drop for Page {
        fn drop(&mut self) {
            self.shelf.0.open.fetch_sub(1, Ordering::SeqCst);
        }
    }

    impl Store for Shelf {
        fn begin(&self, key: &str) -> io::Result<Box<dyn Draft>> {
            self.0.open.fetch_add(1, Ordering::SeqCst);
            Ok(Box::new(Page { shelf: self.clone(), key: key.to_owned(), bytes: Vec::new() }))
        }

        fn read(&self, key: &str) -> io::Result<Box<dyn Read + Send>> {
            let bytes = self.0.files.lock().expect("files").get(key).cloned();
            Ok(Box::new(Cursor::new(bytes.ok_or(io::ErrorKind::NotFound)?)))
        }

        fn remove(&self, key: &str) -> io::Result<()> {
            self.0.files.lock().expect("files").remove(key);
            Ok(())
        }

        fn place(&self) -> String {
            "the memory of a test".to_owned()
        }
    }

    fn begun(shelf: &Shelf, key: &str, name: &str, bytes: &[u8]) -> Intake {
        let limits = Limits { bytes: 100_000, megapixels: 1 };
        let key_bytes = Zeroizing::new([1; KEY_BYTES]);
        let mut intake = Intake::new(Arc::new(shelf.clone()), key, key_bytes, name, limits);
        intake.piece(bytes).expect("taken");
        intake
    }

    #[tokio::test]
    async fn who_waits_for_a_picture_holds_no_memory_and_a_text_does_not_wait() {
        let (shelf, pictures) = (Shelf::default(), Arc::new(Pictures::start().expect("thread")));
        let (go, stop) = channel::<()>();
        let (started, is_busy) = channel::<()>();
        let busy = pictures.clone();
        let first = tokio::task::spawn_blocking(move || {
            busy.turn(move || {
                started.send(()).expect("the test waits");
                stop.recv().map_or(Err(Refused::Unwritten), |()| Err(Refused::Damaged))
            })
        });
        is_busy.recv().expect("the thread works");
        let mut photo = Cursor::new(Vec::new());
        let drawn = image::RgbImage::from_pixel(40, 20, image::Rgb([9, 120, 60]));
        drawn.write_to(&mut photo, image::ImageFormat::Jpeg).expect("photo");
        let uploads: Vec<_> =
            (0..5).map(|n| begun(&shelf, &format!("photo-{n}"), "a.jpg", photo.get_ref())).collect();
        assert_eq!((shelf.open(), shelf.files()), (5, 0), "each writes");
        let waiting: Vec<_> = uploads
            .into_iter()
            .map(|intake| {
                let pictures = pictures.clone();
                tokio::task::spawn_blocking(move || pictures.finish(intake))
            })
            .collect();
        for _ in 0..500 {
            if shelf.files() == 5 && shelf.open() == 0 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert_eq!((shelf.open(), shelf.files()), (0, 5), "while the thread is busy nobody holds a thing");
        let text = begun(&shelf, "text-1", "b.pdf", b"%PDF-1.7\ntrailer << /Root 1 0 R >>\n%%EOF\n");
        let beside = pictures.clone();
        let text = tokio::task::spawn_blocking(move || beside.finish(text));
        assert!(text.await.expect("joined").is_ok(), "a text is done while the photos wait");
        assert!(waiting.iter().all(|one| !one.is_finished()));
        go.send(()).expect("the thread waits");
        assert_eq!(first.await.expect("joined"), Err(Refused::Damaged));
        for one in waiting {
            assert!(one.await.expect("joined").is_ok(), "each has its turn");
        }
        assert_eq!((shelf.open(), shelf.files()), (0, 6));
    }

    #[tokio::test]
    async fn a_job_that_breaks_down_does_not_take_the_thread_with_it() {
        let pictures = Pictures::start().expect("thread");
        let broken = tokio::task::spawn_blocking(move || {
            let first = pictures.turn(|| panic!("a decoder broke down"));
            (first, pictures.turn(|| Err(Refused::Damaged)))
        });
        assert_eq!(broken.await.expect("joined"), (Err(Refused::Unwritten), Err(Refused::Damaged)));
    }
}
