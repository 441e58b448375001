//! Work that takes a core for a while, done apart from the threads that answer.

use tokio::sync::Semaphore;

use crate::error::ApiError;

/// So much such work at a time as there are cores; the rest waits.
#[derive(Debug)]
pub struct Turns(Semaphore);

impl Default for Turns {
    fn default() -> Self {
        Self(Semaphore::new(std::thread::available_parallelism().map_or(1, std::num::NonZero::get)))
    }
}

impl Turns {
    /// Does some work when its turn comes.
    ///
    /// # Errors
    ///
    /// [`ApiError::Internal`] when it panicked.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, ApiError> {
        let _turn = self.0.acquire().await.map_err(|_| ApiError::Internal)?;
        tokio::task::spawn_blocking(work).await.map_err(|_| {
            tracing::error!("work that was handed to another thread panicked");
            ApiError::Internal
        })
    }
}
