"""Strings that a page takes for script or markup if it is careless: each pattern with each payload.

Whatever runs calls `planted(…)`, or one of the three dialogs; whatever becomes an element has the class `planted`.
"""

from __future__ import annotations

PAYLOADS = (
    "planted(1)",
    "alert(1)",
    "prompt`1`",
    "confirm.call(null,1)",
    "window['pl'+'anted'](1)",
    "eval('planted(1)')",
    "top.planted(1)",
    "Function('planted(1)')()",
)
PATTERNS = (
    "<script class=planted>{}</script>",
    "</script><script class=planted>{}</script>",
    "<img class=planted src=x onerror={}>",
    '"><img class=planted src=x onerror="{}">',
    "'><svg class=planted onload={}>",
    "<svg class=planted><animate onbegin={} attributeName=x dur=1s></svg>",
    "<body class=planted onload={}>",
    "<iframe class=planted srcdoc='<script>parent.{}</script>'></iframe>",
    '<iframe class=planted src="javascript:{}"></iframe>',
    '<a class=planted href="javascript:{}">läs mer</a>',
    '<form class=planted action="javascript:{}"><button>skicka</button></form>',
    "<details class=planted open ontoggle={}>",
    "<input class=planted autofocus onfocus={}>",
    "<video class=planted><source onerror={}></video>",
    "<object class=planted data=javascript:{}></object>",
    "<math class=planted><mtext></form><form><mglyph><style></math><img src=x onerror={}>",
    "<noscript><p title='</noscript><img class=planted src=x onerror={}>'>",
    "<style class=planted>@import 'javascript:{}';</style>",
    "</textarea><img class=planted src=x onerror={}>",
    "</title><img class=planted src=x onerror={}>",
    "<!--><img class=planted src=x onerror={}>-->",
    "<![CDATA[<img class=planted src=x onerror={}>]]>",
    "<template class=planted><img src=x onerror={}></template>",
    "[läs](javascript:{})",
    "${{{}}}{{{{{}}}}}",
)
STRINGS = tuple(pattern.replace("{}", payload) for pattern in PATTERNS for payload in PAYLOADS)
HOOK = """() => {
  window.ran = [];
  for (const name of ["planted", "alert", "prompt", "confirm"]) window[name] = (...told) => { window.ran.push(name); };
  const refused = (event) => window.ran.push(`refused ${event.violatedDirective}`);
  document.addEventListener("securitypolicyviolation", refused);
}"""
FOUND = """() => {
  const made = ".planted, iframe, object, embed, video, form[action], body script, body style";
  const runs = ({ name, value }) => name.startsWith("on") ||
    (["href", "src", "action", "data"].includes(name) && /^\\s*javascript:/i.test(value));
  return [
    ...window.ran,
    ...[...document.querySelectorAll(made)].map((one) => one.outerHTML),
    ...[...document.querySelectorAll("*")].filter((one) => [...one.attributes].some(runs)).map((one) => one.outerHTML),
  ];
}"""
