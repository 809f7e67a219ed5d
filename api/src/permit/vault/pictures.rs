//! Where images are made anew: one thread, one image at a time.

use std::sync::mpsc::{Sender, channel};
use std::thread;

use tokio::runtime::Handle;

use super::{Accepted, Refused};

type Job = Box<dyn FnOnce() + Send>;

/// The thread that finishes files. A decoded photo takes a hundred megabytes, and the C
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

    /// Waits for its turn, does the work there and gives what came of it. Call it from a
    /// thread of the runtime that may wait.
    ///
    /// # Errors
    /// Why the file is refused; [`Refused::Unwritten`] too when the work itself broke down.
    pub fn turn(
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
    use super::*;

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
