//! Something of the account's that a page shows as the server has it.

use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::ApiError;
use crate::state::session::Session;

/// Something of the account's that a page shows as the server has it. Nothing of it is kept on the
/// device.
#[derive(Debug)]
pub struct Remote<T: Send + Sync + 'static> {
    found: RwSignal<Found<T>>,
    ask: StoredValue<Ask<T>, LocalStorage>,
    session: Session,
}

type Ask<T> = Rc<dyn Fn() -> Pin<Box<dyn Future<Output = Result<T, ApiError>>>>>;

/// How far it has come.
#[derive(Debug)]
pub enum Found<T> {
    /// On its way.
    Loading,
    /// Here.
    Ready(Arc<T>),
    /// It cannot be had now.
    Failed(ApiError),
}

impl<T: Send + Sync + 'static> Remote<T> {
    /// Begins to ask.
    pub fn new<F>(session: Session, ask: impl Fn() -> F + 'static) -> Self
    where
        F: Future<Output = Result<T, ApiError>> + 'static,
    {
        let ask: Ask<T> = Rc::new(move || Box::pin(ask()));
        let remote = Self { found: RwSignal::new(Found::Loading), ask: StoredValue::new_local(ask), session };
        remote.reload();
        remote
    }

    /// How far it has come; tracked.
    #[must_use]
    pub fn get(self) -> Found<T> {
        self.found.get()
    }

    /// Puts another value in its place: the server has just answered with it.
    pub fn set(self, value: T) {
        drop(self.found.try_set(Found::Ready(Arc::new(value))));
    }

    /// Changes what is here, as the server has just answered; nothing before anything is here.
    pub fn change(self, change: impl FnOnce(&mut T))
    where
        T: Clone,
    {
        let known = self.found.try_with_untracked(|found| match found {
            Found::Ready(value) => Some(T::clone(value)),
            Found::Loading | Found::Failed(_) => None,
        });
        if let Some(mut value) = known.flatten() {
            change(&mut value);
            self.set(value);
        }
    }

    /// Asks again; what is shown stays until the answer comes.
    pub fn reload(self) {
        let Some(ask) = self.ask.try_get_value() else { return };
        spawn_local(async move {
            match ask().await {
                Ok(value) => self.set(value),
                Err(error) => {
                    let signed_out = error.signed_out();
                    drop(self.found.try_set(Found::Failed(error)));
                    if signed_out {
                        self.session.expire_with(move || self.reload());
                    }
                }
            }
        });
    }

    /// Asks again for what could not be had, from the beginning.
    pub fn retry(self) {
        self.found.set(Found::Loading);
        self.reload();
    }
}

impl<T: Send + Sync + 'static> Clone for Remote<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Remote<T> {}

impl<T> Clone for Found<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Loading => Self::Loading,
            Self::Ready(value) => Self::Ready(Arc::clone(value)),
            Self::Failed(error) => Self::Failed(error.clone()),
        }
    }
}
