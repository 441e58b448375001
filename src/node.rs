//! A piece of a page as plain data.
//!
//! A page is a function from what is known to a [`Node`]; `shown` puts it on the screen and, when
//! the signals it read have changed, changes only what is different: the focus stays where it is,
//! and so does what is being typed. All pages and components share this one type and one renderer:
//! a view of types of its own for every element made the app more than half as large again.

use std::any::Any;
use std::borrow::Cow;
use std::rc::Rc;

use web_sys::Event;

mod html;
mod shown;

pub use html::html;
pub use shown::{Mounted, mount};

/// A text of the page.
pub type Text = Cow<'static, str>;

/// A piece of a page.
pub struct Node(Kind);

enum Kind {
    Nothing,
    Text(Text),
    Element(El),
    Live(Box<dyn Fn() -> Node>),
    Kept(Box<Kept>),
}

/// A part with a state of its own.
struct Kept {
    key: Text,
    state: Box<dyn FnOnce() -> Rc<dyn Any>>,
    make: Make,
}

/// Makes a part from its state.
type Make = Box<dyn Fn(&Rc<dyn Any>) -> Node>;

/// An element: its tag, class, attributes, listeners and children.
#[must_use = "an element shows only as part of a page"]
pub struct El(Box<Element>);

struct Element {
    tag: &'static str,
    attributes: Vec<(&'static str, Text)>,
    listeners: Vec<(&'static str, Listener)>,
    children: Vec<Node>,
    /// SVG or HTML in place of children.
    markup: Option<String>,
    made: Option<Box<dyn FnOnce(web_sys::Element)>>,
}

type Listener = Rc<dyn Fn(Event)>;

/// An element with a tag and a class; an empty class is none.
pub fn el(tag: &'static str, class: &'static str) -> El {
    let attributes = if class.is_empty() { Vec::new() } else { vec![("class", class.into())] };
    El(Box::new(Element {
        tag,
        attributes,
        listeners: Vec::new(),
        children: Vec::new(),
        markup: None,
        made: None,
    }))
}

/// A part that is made anew whenever the signals it reads change, apart from what surrounds it.
#[must_use]
pub fn live(make: impl Fn() -> Node + 'static) -> Node {
    Node(Kind::Live(Box::new(make)))
}

/// A part with a state of its own: made once, and kept while a part with the same key stands among
/// the same siblings. Like a [`live`] part it is made anew when the signals it reads change.
pub fn kept<S: Clone + 'static>(
    key: impl Into<Text>,
    state: impl FnOnce() -> S + 'static,
    make: impl Fn(S) -> Node + 'static,
) -> Node {
    Node(Kind::Kept(Box::new(Kept {
        key: key.into(),
        state: Box::new(move || Rc::new(state())),
        // The same key always has the same kind of state; another kind would show as nothing.
        make: Box::new(move |state| state.downcast_ref::<S>().cloned().map_or_else(nothing, &make)),
    })))
}

/// Several parts in a row, each with a key of its own: what is added or taken away moves no other.
#[must_use]
pub fn keyed(key: impl Into<Text>, make: impl Fn() -> Node + 'static) -> Node {
    kept(key, || (), move |()| make())
}

/// A place where nothing is shown, that keeps the others in theirs.
#[must_use]
pub const fn nothing() -> Node {
    Node(Kind::Nothing)
}

impl El {
    /// Another class, if it applies.
    pub fn class_if(mut self, class: &'static str, applies: bool) -> Self {
        if applies {
            self.add_class(class);
        }
        self
    }

    fn add_class(&mut self, class: &'static str) {
        match self.0.attributes.iter_mut().find(|(name, _)| *name == "class") {
            Some((_, classes)) => *classes = format!("{classes} {class}").into(),
            None => self.0.attributes.push(("class", class.into())),
        }
    }

    /// An attribute. `value` is set as a property; a name that begins with two dashes is a custom
    /// property of the style.
    pub fn attr(mut self, name: &'static str, value: impl Into<Text>) -> Self {
        self.set(name, value.into());
        self
    }

    /// An attribute, if there is a value for it.
    pub fn attr_if<T: Into<Text>>(mut self, name: &'static str, value: Option<T>) -> Self {
        if let Some(value) = value {
            self.set(name, value.into());
        }
        self
    }

    /// An attribute that stands there or not.
    pub fn flag(mut self, name: &'static str, stands: bool) -> Self {
        if stands {
            self.set(name, "".into());
        }
        self
    }

    /// A radio button or checkbox is ticked, or not.
    pub fn ticked(self, ticked: bool) -> Self {
        self.attr("checked", if ticked { "true" } else { "false" })
    }

    /// A line of a list is the chosen one, or not.
    pub fn selected(self, selected: bool) -> Self {
        self.attr("selected", if selected { "true" } else { "false" })
    }

    fn set(&mut self, name: &'static str, value: Text) {
        self.0.attributes.push((name, value));
    }

    /// Hears an event; a later rendering hears it with its own listener.
    pub fn on(mut self, event: &'static str, hear: impl Fn(Event) + 'static) -> Self {
        self.listen(event, Rc::new(hear));
        self
    }

    fn listen(&mut self, event: &'static str, hear: Listener) {
        self.0.listeners.push((event, hear));
    }

    /// Hears a click.
    pub fn on_click(self, hear: impl Fn() + 'static) -> Self {
        self.on("click", move |_| hear())
    }

    /// A text inside.
    pub fn text(self, text: impl Into<Text>) -> Self {
        self.push(Node(Kind::Text(text.into())))
    }

    /// A part inside.
    pub fn with(self, part: impl Into<Node>) -> Self {
        self.push(part.into())
    }

    fn push(mut self, part: Node) -> Self {
        self.0.children.push(part);
        self
    }

    /// Parts inside, one after the other.
    pub fn with_all<N: Into<Node>>(mut self, parts: impl IntoIterator<Item = N>) -> Self {
        for part in parts {
            self = self.push(part.into());
        }
        self
    }

    /// Markup of our own making inside, such as a drawing. Never what somebody typed.
    pub fn markup(mut self, markup: String) -> Self {
        self.0.markup = Some(markup);
        self
    }

    /// Called with the element of the page once it is made.
    pub fn made(mut self, act: impl FnOnce(web_sys::Element) + 'static) -> Self {
        self.0.made = Some(Box::new(act));
        self
    }
}

impl From<El> for Node {
    fn from(element: El) -> Self {
        Self(Kind::Element(element))
    }
}

impl From<&'static str> for Node {
    fn from(text: &'static str) -> Self {
        Self(Kind::Text(text.into()))
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self(Kind::Text(text.into()))
    }
}

impl<N: Into<Self>> From<Option<N>> for Node {
    fn from(part: Option<N>) -> Self {
        part.map_or_else(nothing, Into::into)
    }
}

impl std::fmt::Debug for Node {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Node").finish_non_exhaustive()
    }
}

impl std::fmt::Debug for El {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("El").field("tag", &self.0.tag).finish_non_exhaustive()
    }
}
