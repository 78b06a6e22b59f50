"""The drawn shapes of every state in a box of 16 by 16: HUE is the solid color, CUT what is cut out of it."""

_LINE = 'fill="none" stroke="HUE" stroke-width="1.6"'
_CUT = 'fill="none" stroke="CUT" stroke-width="1.6"'
_PAGE = f'<path d="M3 1.6h6.4L13 5.2v9.2H3z" {_LINE}/>'
_DISC = f'<circle cx="8" cy="8" r="6.5" fill="HUE"/><path d="M5 8.2l2.1 2.1L11 6" {_CUT}/>'
_GLASS = f'<path d="M3.5 2h9M3.5 14h9" {_LINE}/>'
_TRIANGLE = (
    f'<path d="M8 1.6l7 12.2H1z" fill="HUE" stroke="HUE" stroke-width="1"/><path d="M8 6v3.6M8 11.8v.1" {_CUT}/>'
)

SHAPES = {
    "met": _DISC,
    "departs": (
        '<rect x="2.2" y="2.2" width="11.6" height="11.6" rx="1.8" fill="none" stroke="HUE" '
        f'stroke-width="2.2"/><path d="M5.9 5.9l4.2 4.2M10.1 5.9l-4.2 4.2" {_LINE}/>'
    ),
    "not_met": (
        '<rect x="2" y="2" width="12" height="12" rx="2" fill="HUE"/>'
        f'<path d="M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8" {_CUT}/>'
    ),
    "recorded": (
        '<path d="M3 1.5h6.6L13 5v9.5H3z" fill="HUE" stroke="HUE" stroke-width="1"/>'
        f'<path d="M5.4 9l1.8 1.8L10.6 7" {_CUT}/>'
    ),
    "not_recorded": f'{_PAGE}<path d="M6 7l4 4.4M10 7l-4 4.4" {_LINE}/>',
    "in_cure": (
        f'{_GLASS}<path d="M4.3 2.4c0 3 2.6 4 2.6 5.6s-2.6 2.6-2.6 5.6h7.4c0-3-2.6-4-2.6-5.6'
        's2.6-2.6 2.6-5.6z" fill="HUE"/>'
    ),
    "in_phase_in": (
        f'{_GLASS}<path d="M4.6 2.4c0 3 2.6 4 2.6 5.6s-2.6 2.6-2.6 5.6M11.4 2.4c0 3-2.6 4-2.6 5.6'
        f's2.6 2.6 2.6 5.6" {_LINE}/>'
    ),
    "cure_expired": (
        '<path d="M5.2 1.3h5.6l3.9 3.9v5.6l-3.9 3.9H5.2l-3.9-3.9V5.2z" fill="HUE"/>'
        f'<path d="M8 4.5v4M8 11.2v.1" {_CUT}/>'
    ),
    "due_soon": f'<circle cx="8" cy="8" r="5.8" {_LINE}/><path d="M8 4.8V8l2.2 1.4" {_LINE}/>',
    "overdue": _TRIANGLE,
    "not_yet_due": f'<circle cx="8" cy="8" r="3.6" {_LINE}/>',
    "disclosure_required": f'{_PAGE}<path d="M5.2 9.4h5.2M8.3 7.1l2.3 2.3-2.3 2.3" {_LINE}/>',
    "safe_harbor_not_shown": ('<path d="M9.6 2.5A5.8 5.8 0 1 0 13.5 6.4" fill="none" stroke="HUE" stroke-width="2"/>'),
    "judgment_needed": (
        '<path d="M8 .9L15.1 8 8 15.1.9 8z" fill="HUE"/><path d="M6.3 6.4c.1-1 .8-1.6 1.8-1.6 1 0 1.8.6 '
        '1.8 1.6 0 1.3-1.8 1.4-1.8 2.6M8.1 11.2v.1" fill="none" stroke="CUT" stroke-width="1.4"/>'
    ),
    "exception_relied_on": (
        f'<circle cx="8" cy="8" r="5" {_LINE}/><path d="M1 8h14" fill="none" stroke="HUE" stroke-width="2"/>'
    ),
    "exempt": '<path d="M4 6h8M4 10h8" stroke="HUE" stroke-width="2" stroke-linecap="butt"/>',
    "not_applicable": '<path d="M4 8h8" stroke="HUE" stroke-width="2" stroke-linecap="butt"/>',
    "cannot_judge": (
        '<rect x="2" y="2" width="12" height="12" rx="1" fill="none" stroke="HUE" stroke-width="1.4" '
        'stroke-linecap="butt" stroke-dasharray="2.4 1.6"/><path d="M6.3 6.2c.1-.9.8-1.5 1.7-1.5 1 0 1.7.6 '
        '1.7 1.5 0 1.2-1.7 1.4-1.7 2.5M8 11v.1" fill="none" stroke="HUE" stroke-width="1.4"/>'
    ),
    "information": f'<circle cx="8" cy="8" r="6" {_LINE}/><path d="M8 7.4v3.4M8 5v.1" {_LINE}/>',
    "planned": f'<circle cx="8" cy="8" r="5" {_LINE}/>',
    "proposed": (
        '<circle cx="8" cy="8" r="5" fill="none" stroke="HUE" stroke-width="1.6" '
        'stroke-linecap="butt" stroke-dasharray="2.4 1.5"/>'
    ),
    "missing": (
        '<rect x="2.5" y="2.5" width="11" height="11" rx="1.5" fill="none" stroke="HUE" stroke-width="1.6" '
        'stroke-linecap="butt" stroke-dasharray="2.6 1.8"/>'
    ),
    "differs": f'<path d="M3.5 6h9M3.5 10h9M11 2.8L5 13.2" {_LINE}/>',
    "not_independent": f'<circle cx="8" cy="8" r="6" {_LINE}/><path d="M5.4 8h5.2" {_LINE}/>',
}
