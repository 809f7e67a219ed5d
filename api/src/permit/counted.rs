//! Something that takes long to count, counted by one request for all.

use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};

/// What was counted last, and when.
type Last<T> = Option<(i64, Arc<T>)>;

/// The last count, kept for a while.
pub struct Counted<T> {
    last: Mutex<Last<T>>,
    counting: tokio::sync::Mutex<()>,
}

impl<T> Default for Counted<T> {
    fn default() -> Self {
        Self { last: Mutex::default(), counting: tokio::sync::Mutex::default() }
    }
}

impl<T> Counted<T> {
    /// The count, made anew when it is older than `kept_ms`. Whoever asks while it is being
    /// made gets the old one; the very first wait for each other.
    ///
    /// # Errors
    /// It cannot be made.
    pub async fn get<E>(
        &self,
        now_ms: i64,
        kept_ms: i64,
        count: impl Future<Output = Result<T, E>>,
    ) -> Result<Arc<T>, E> {
        let fresh = |last: &Last<T>| last.clone().filter(|(at_ms, _)| now_ms - at_ms < kept_ms);
        let last = self.last();
        if let Some((_, view)) = fresh(&last) {
            return Ok(view);
        }
        let _turn = match (self.counting.try_lock(), last) {
            (Ok(turn), _) => turn,
            (Err(_), Some((_, old))) => return Ok(old),
            (Err(_), None) => self.counting.lock().await,
        };
        if let Some((_, view)) = fresh(&self.last()) {
            return Ok(view);
        }
        let view = Arc::new(count.await?);
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Some((now_ms, view.clone()));
        Ok(view)
    }

    fn last(&self) -> Last<T> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    async fn count(counts: &AtomicUsize) -> Result<usize, ()> {
        let number = counts.fetch_add(1, Ordering::SeqCst) + 1;
        tokio::time::sleep(Duration::from_millis(20)).await;
        Ok(number)
    }

    #[tokio::test]
    async fn however_many_ask_it_is_counted_once() {
        let (kept, counts) = (Counted::default(), AtomicUsize::new(0));
        let ask = |now_ms| kept.get(now_ms, 10, count(&counts));
        let first = futures_util::future::join_all((0..10).map(|_| ask(100))).await;
        assert!(first.iter().all(|view| view.as_ref().is_ok_and(|view| **view == 1)));
        assert_eq!(counts.load(Ordering::SeqCst), 1, "the first wait for each other");
        assert_eq!(*ask(109).await.expect("kept"), 1);
        let later = futures_util::future::join_all((0..10).map(|_| ask(110))).await;
        let old = later.iter().filter(|view| view.as_ref().is_ok_and(|view| **view == 1)).count();
        assert_eq!((old, counts.load(Ordering::SeqCst)), (9, 2), "nobody waits for what is only old");
    }

    #[tokio::test]
    async fn a_failure_is_not_kept() {
        let kept = Counted::<usize>::default();
        assert!(kept.get(1, 10, async { Err::<usize, ()>(()) }).await.is_err());
        assert_eq!(*kept.get(1, 10, async { Ok::<_, ()>(7) }).await.expect("made"), 7);
    }
}
