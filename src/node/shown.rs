//! What is on the screen, and how it becomes what it should be.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use leptos::reactive::owner::Owner;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, UnwrapThrowExt};
use web_sys::{Event, HtmlElement};

use super::{El, Element, Kept, Kind, Listener, Make, Node, Text};

/// The namespace of drawings.
const SVG: &str = "http://www.w3.org/2000/svg";

/// What was put on the screen; it leaves when this is dropped.
#[must_use = "it leaves the screen when this is dropped"]
pub struct Mounted(Shown);

/// Puts a part at the end of an element.
pub fn mount(parent: &web_sys::Element, part: Node) -> Mounted {
    let owner = Owner::current().unwrap_or_default();
    let shown = Screen::of(owner).build(part);
    append(parent, &shown.dom());
    Mounted(shown)
}

impl Drop for Mounted {
    fn drop(&mut self) {
        remove(&self.0.dom());
    }
}

impl std::fmt::Debug for Mounted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mounted").finish_non_exhaustive()
    }
}

/// Where parts are built.
#[derive(Clone)]
struct Screen {
    /// Owns the states of parts: what a part keeps outlives the rendering that first asked for it.
    owner: Owner,
    /// Stands for as long as the owner does.
    alive: StoredValue<()>,
    /// Inside a drawing.
    svg: bool,
}

/// A part on the screen. Each has exactly one node of the document.
enum Shown {
    Nothing(web_sys::Node),
    Text(web_sys::Node, Text),
    Element(Box<ShownElement>),
    Live(ShownLive),
    Kept(ShownKept),
}

struct ShownElement {
    dom: web_sys::Element,
    tag: &'static str,
    attributes: Vec<(&'static str, Text)>,
    listeners: Vec<Heard>,
    children: Vec<Shown>,
    markup: Option<String>,
}

/// An event that is heard, by whatever listener the last rendering gave.
struct Heard {
    event: &'static str,
    listener: Rc<RefCell<Listener>>,
    _closure: Closure<dyn FnMut(Event)>,
}

struct ShownLive(RenderEffect<Shown>);

struct ShownKept {
    key: Text,
    state: Rc<dyn Any>,
    /// Owns the state, and what parts inside keep.
    within: Screen,
    /// Owns what a rendering makes, until the next one: without it the owner would remember all.
    rendering: Owner,
    live: ShownLive,
}

impl Drop for ShownLive {
    fn drop(&mut self) {
        // The effect's task would keep what it has made until its turn comes: parts that are gone
        // would be made once more, from states that are gone.
        drop(self.0.take_value());
    }
}

impl Drop for ShownKept {
    fn drop(&mut self) {
        self.within.owner.cleanup();
    }
}

impl Screen {
    fn of(owner: Owner) -> Self {
        let alive = owner.with(|| StoredValue::new(()));
        Self { owner, alive, svg: false }
    }

    fn build(&self, part: Node) -> Shown {
        match part.0 {
            Kind::Nothing => Shown::Nothing(text_node("")),
            Kind::Text(text) => Shown::Text(text_node(&text), text),
            Kind::Element(El(element)) => Shown::Element(Box::new(self.build_element(*element))),
            Kind::Live(make) => Shown::Live(self.build_live(make, None)),
            Kind::Kept(kept) => Shown::Kept(self.build_kept(*kept)),
        }
    }

    fn build_element(&self, element: Element) -> ShownElement {
        let svg = self.svg || element.tag == "svg";
        let within = Self { svg, ..self.clone() };
        let dom = if svg {
            document().create_element_ns(Some(SVG), element.tag)
        } else {
            document().create_element(element.tag)
        };
        // Tags are our own words: the browser refuses none of them.
        let dom = dom.unwrap_throw();
        let children: Vec<_> = element.children.into_iter().map(|child| within.build(child)).collect();
        for child in &children {
            append(&dom, &child.dom());
        }
        if let Some(markup) = &element.markup {
            dom.set_inner_html(markup);
        }
        // After the children: the value of a list is one of its lines.
        for (name, value) in &element.attributes {
            write(&dom, name, value);
        }
        let listeners = element.listeners.into_iter().map(|(event, hear)| Heard::new(&dom, event, hear));
        let shown = ShownElement {
            tag: element.tag,
            attributes: element.attributes,
            listeners: listeners.collect(),
            children,
            markup: element.markup,
            dom,
        };
        if let Some(made) = element.made {
            made(shown.dom.clone());
        }
        shown
    }

    fn build_live(&self, make: Box<dyn Fn() -> Node>, before: Option<Shown>) -> ShownLive {
        let screen = self.clone();
        let render = move |before: Option<Shown>| {
            // A change may be on its way to a part that has left: what it reads is gone.
            if screen.alive.is_disposed() {
                return before.unwrap_or_else(|| Shown::Nothing(text_node("")));
            }
            let part = make();
            match before {
                Some(before) => screen.change(before, part),
                None => screen.build(part),
            }
        };
        ShownLive(RenderEffect::new_with_value(render, before))
    }

    fn build_kept(&self, Kept { key, state, make }: Kept) -> ShownKept {
        let within = Self { svg: self.svg, ..Self::of(self.owner.child()) };
        let rendering = within.owner.child();
        let state = within.owner.with(state);
        let live = within.make_kept(&rendering, &state, make, None);
        ShownKept { key, state, within, rendering, live }
    }

    fn make_kept(
        &self,
        rendering: &Owner,
        state: &Rc<dyn Any>,
        make: Make,
        before: Option<Shown>,
    ) -> ShownLive {
        let state = Rc::clone(state);
        rendering.with_cleanup(|| self.build_live(Box::new(move || make(&state)), before))
    }

    /// Makes what is shown into what should be shown, in its place.
    fn change(&self, shown: Shown, part: Node) -> Shown {
        match (shown, part.0) {
            (Shown::Nothing(dom), Kind::Nothing) => Shown::Nothing(dom),
            (Shown::Text(dom, before), Kind::Text(text)) => {
                if before != text {
                    dom.set_node_value(Some(&text));
                }
                Shown::Text(dom, text)
            }
            (Shown::Element(mut before), Kind::Element(El(element))) if before.tag == element.tag => {
                self.change_element(&mut before, *element);
                Shown::Element(before)
            }
            (Shown::Live(before), Kind::Live(make)) => {
                Shown::Live(self.build_live(make, before.0.take_value()))
            }
            (Shown::Kept(mut before), Kind::Kept(kept)) if before.key == kept.key => {
                let shown = before.live.0.take_value();
                before.live = before.within.make_kept(&before.rendering, &before.state, kept.make, shown);
                Shown::Kept(before)
            }
            (shown, kind) => {
                let old = shown.dom();
                let new = self.build(Node(kind));
                if let Some(parent) = old.parent_node() {
                    // Both are nodes of this document.
                    parent.insert_before(&new.dom(), Some(&old)).map(drop).unwrap_or_default();
                    remove(&old);
                }
                new
            }
        }
    }

    fn change_element(&self, shown: &mut ShownElement, element: Element) {
        let within = Self { svg: self.svg || element.tag == "svg", ..self.clone() };
        if shown.markup != element.markup {
            shown.dom.set_inner_html(element.markup.as_deref().unwrap_or_default());
            shown.markup = element.markup;
        }
        within.change_children(shown, element.children);
        for (name, _) in &shown.attributes {
            if !element.attributes.iter().any(|(other, _)| other == name) {
                erase(&shown.dom, name);
            }
        }
        for (name, value) in &element.attributes {
            let same = shown.attributes.iter().any(|(other, before)| other == name && before == value);
            // What was typed or ticked changes a property behind our back.
            if !same || is_property(name) {
                write(&shown.dom, name, value);
            }
        }
        shown.attributes = element.attributes;
        change_listeners(shown, element.listeners);
    }

    fn change_children(&self, shown: &mut ShownElement, parts: Vec<Node>) {
        let partners = partners(&shown.children, &parts);
        let mut before: Vec<Option<Shown>> =
            std::mem::take(&mut shown.children).into_iter().map(Some).collect();
        let children: Vec<Shown> = partners
            .into_iter()
            .zip(parts)
            .map(|(partner, part)| match partner.and_then(|at| before.get_mut(at)?.take()) {
                Some(found) => self.change(found, part),
                None => self.build(part),
            })
            .collect();
        for gone in before.into_iter().flatten() {
            remove(&gone.dom());
        }
        let mut here = shown.dom.first_child();
        for child in &children {
            let dom = child.dom();
            if here.as_ref() == Some(&dom) {
                here = dom.next_sibling();
            } else {
                // Both are nodes of this document.
                shown.dom.insert_before(&dom, here.as_ref()).map(drop).unwrap_or_default();
            }
        }
        shown.children = children;
    }
}

/// The parts on the screen that become these: by their keys where they have one, else by their
/// place among those that have none, so that rows may come and go before them. Where a part with a
/// key takes the place of one without, the others keep to their place among all.
fn partners(before: &[Shown], parts: &[Node]) -> Vec<Option<usize>> {
    let plain = |at: &usize| !matches!(before.get(*at), None | Some(Shown::Kept(_)));
    let free: Vec<usize> = (0..before.len()).filter(plain).collect();
    let steady = parts.iter().filter(|part| !matches!(part.0, Kind::Kept(_))).count() == free.len();
    let mut plain_ones = free.iter().copied();
    let partner = |(place, part): (usize, &Node)| match &part.0 {
        Kind::Kept(kept) => {
            before.iter().position(|shown| matches!(shown, Shown::Kept(other) if other.key == kept.key))
        }
        _ if steady => plain_ones.next(),
        _ => Some(place).filter(plain),
    };
    parts.iter().enumerate().map(partner).collect()
}

impl Shown {
    fn dom(&self) -> web_sys::Node {
        match self {
            Self::Nothing(dom) | Self::Text(dom, _) => dom.clone(),
            Self::Element(element) => element.dom.clone().into(),
            Self::Live(live) | Self::Kept(ShownKept { live, .. }) => live.dom(),
        }
    }
}

impl ShownLive {
    fn dom(&self) -> web_sys::Node {
        // An effect has its value from its first run on.
        self.0.with_value_mut(|shown| shown.dom()).unwrap_or_else(|| text_node(""))
    }
}

impl Heard {
    fn new(dom: &web_sys::Element, event: &'static str, listener: Listener) -> Self {
        let listener = Rc::new(RefCell::new(listener));
        let now = Rc::clone(&listener);
        let closure = Closure::<dyn FnMut(Event)>::new(move |event| {
            if !LEAVING.get() {
                let hear = Rc::clone(&now.borrow());
                untrack(|| hear(event));
            }
        });
        // Only an invalid target is refused.
        dom.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref()).unwrap_or_default();
        Self { event, listener, _closure: closure }
    }
}

fn change_listeners(shown: &mut ShownElement, listeners: Vec<(&'static str, Listener)>) {
    for (place, (event, hear)) in listeners.into_iter().enumerate() {
        match shown.listeners.get(place) {
            Some(heard) if heard.event == event => *heard.listener.borrow_mut() = hear,
            _ => shown.listeners.push(Heard::new(&shown.dom, event, hear)),
        }
    }
}

fn text_node(text: &str) -> web_sys::Node {
    document().create_text_node(text).into()
}

fn append(parent: &web_sys::Element, child: &web_sys::Node) {
    // Both are nodes of this document, and a new part holds none of its parents.
    parent.append_child(child).map(drop).unwrap_or_default();
}

thread_local! {
    /// A part is leaving the page. A box in it that had the focus would tell that it lost it, to a
    /// listener of a rendering that is over.
    static LEAVING: Cell<bool> = const { Cell::new(false) };
}

fn remove(dom: &web_sys::Node) {
    if let Some(parent) = dom.parent_node() {
        let outer = LEAVING.replace(true);
        // It stands under its parent.
        parent.remove_child(dom).map(drop).unwrap_or_default();
        LEAVING.set(outer);
    }
}

/// What the browser changes by itself while somebody types, ticks or opens.
fn is_property(name: &str) -> bool {
    matches!(name, "value" | "checked" | "selected")
}

fn write(dom: &web_sys::Element, name: &str, value: &str) {
    if name.starts_with("--") {
        // Unlike the attribute, which a strict policy blocks.
        if let Some(html) = dom.dyn_ref::<HtmlElement>() {
            html.style().set_property(name, value).unwrap_or_default();
        }
    } else if name == "value" {
        set(dom, name, &value.into());
    } else if is_property(name) {
        set(dom, name, &(value != "false").into());
    } else {
        // Names are our own words: the browser refuses none of them.
        dom.set_attribute(name, value).unwrap_or_default();
    }
}

fn erase(dom: &web_sys::Element, name: &str) {
    match name {
        "value" => set(dom, name, &"".into()),
        name if is_property(name) => set(dom, name, &false.into()),
        name => dom.remove_attribute(name).unwrap_or_default(),
    }
}

/// Sets a property, unless it has the value already: setting the text of a box moves its cursor.
fn set(dom: &web_sys::Element, name: &str, value: &wasm_bindgen::JsValue) {
    let name = name.into();
    if js_sys::Reflect::get(dom, &name).ok().as_ref() != Some(value) {
        js_sys::Reflect::set(dom, &name, value).map(drop).unwrap_or_default();
    }
}
