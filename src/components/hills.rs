//! The drawing of the first page: a pine before hills, seen through a round window.

use crate::node::{El, el};

/// Hills one behind the other in a round window, and a pine that reaches out of it; the colours
/// come from its style sheet. The label says what it shows, for those who hear the page.
pub fn hills(label: &'static str) -> El {
    el("svg", "hills")
        .attr("viewBox", "0 0 440 420")
        .attr("role", "img")
        .attr("aria-label", label)
        .markup(DRAWING.to_owned())
}

const DRAWING: &str = r#"<clipPath id="hills-window"><circle cx="236" cy="206" r="182"/></clipPath>
<g clip-path="url(#hills-window)">
<rect class="hills__sky" x="50" y="20" width="380" height="380"/>
<circle class="hills__sun" cx="316" cy="122" r="34"/>
<path class="hills__far" d="M40 262C96 240 118 196 166 192C214 188 228 232 274 230C322 228 338 178 386 176C412 175 428 190 440 198V400H40Z"/>
<path class="hills__mist" d="M40 262C120 236 196 258 266 252C330 246 392 224 440 232V262H40Z"/>
<path class="hills__middle" d="M40 296C92 276 132 262 184 272C250 284 290 308 350 292C392 281 416 262 440 256V400H40Z"/>
<path class="hills__near" d="M40 346C102 310 176 304 240 322C312 342 376 348 440 320V400H40Z"/>
</g>
<path class="hills__trunk" d="M104 378C120 364 128 340 130 316C133 286 112 268 112 240C112 212 132 196 134 164C135 146 130 132 124 118L131 115C140 130 145 146 144 166C142 198 125 214 125 240C125 264 148 284 146 316C145 340 152 362 170 374C150 372 128 374 104 378Z"/>
<path class="hills__bough" d="M119 252C100 248 84 240 70 226M131 204C158 200 182 190 202 172M138 166C122 160 110 152 98 140"/>
<path class="hills__needles" d="M18 222C22 204 44 196 62 202C74 188 100 192 106 208C118 208 126 218 124 226C92 236 48 236 18 222Z"/>
<path class="hills__needles" d="M152 172C156 154 176 146 194 152C206 140 232 144 238 158C252 158 260 168 258 176C224 188 182 186 152 172Z"/>
<path class="hills__needles" d="M46 138C50 120 72 110 90 116C98 106 112 106 120 114C126 122 126 134 122 142C98 150 68 148 46 138Z"/>
<path class="hills__needles" d="M78 94C82 74 104 62 124 68C138 54 166 60 172 78C186 80 194 92 190 100C156 112 110 110 78 94Z"/>"#;
