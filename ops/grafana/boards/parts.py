"""Panels and dashboards in Grafana's schema (version 41), with the choices that all of ours share."""

from typing import Any

SOURCE = {"type": "prometheus", "uid": "prometheus"}
PAGE = "${page}"
STATUS_COLOURS = {"held": "green", "planned": "blue", "possible": "yellow", "cancelled": "red"}
WIDTH = 24

Panel = dict[str, Any]


def _target(place: int, query: str | tuple[str, str]) -> dict[str, Any]:
    expression, legend = (query, "") if isinstance(query, str) else query
    ref = chr(ord("A") + place)
    return {"refId": ref, "datasource": SOURCE, "expr": expression, "legendFormat": legend, "range": True}


def _panel(kind: str, title: str, said: str, unit: str, queries: Any, size: tuple[int, int]) -> Panel:
    return {
        "type": kind,
        "title": title,
        "description": said,
        "datasource": SOURCE,
        "fieldConfig": {"defaults": {"unit": unit, "noValue": "0"}, "overrides": []},
        "targets": [_target(place, query) for place, query in enumerate(queries)],
        "gridPos": {"x": 0, "y": 0, "w": size[0], "h": size[1]},
    }


def stat(title: str, said: str, query: str, unit: str = "short", *, bad_from: float | None = None) -> Panel:
    """One number; red from `bad_from` on."""
    made = _panel("stat", title, said, unit, [query], (4, 4))
    steps: list[dict[str, Any]] = [{"color": "text", "value": None}]
    steps += [{"color": "red", "value": bad_from}] if bad_from is not None else []
    made["fieldConfig"]["defaults"] |= {
        "color": {"mode": "thresholds"},
        "thresholds": {"mode": "absolute", "steps": steps},
    }
    made["options"] = {
        "colorMode": "value",
        "graphMode": "area",
        "justifyMode": "auto",
        "orientation": "auto",
        "textMode": "value",
        "wideLayout": True,
        "reduceOptions": {"calcs": ["lastNotNull"], "fields": "", "values": False},
    }
    return made


def lines(
    title: str,
    said: str,
    *queries: str | tuple[str, str],
    unit: str = "short",
    width: int = 8,
    stacked: bool = False,
    link: str = "",
) -> Panel:
    """Lines over time, or stacked bars."""
    made = _panel("timeseries", title, said, unit, queries, (width, 8))
    made["fieldConfig"]["defaults"] |= {
        "color": {"mode": "palette-classic"},
        "custom": {
            "drawStyle": "bars" if stacked else "line",
            "fillOpacity": 70 if stacked else 8,
            "lineWidth": 1,
            "showPoints": "never",
            "stacking": {"mode": "normal" if stacked else "none", "group": "A"},
        },
    }
    if unit != "none":  # a tension may lie below 0
        made["fieldConfig"]["defaults"]["min"] = 0
    made["fieldConfig"]["overrides"] = [
        {
            "matcher": {"id": "byName", "options": name},
            "properties": [{"id": "color", "value": {"mode": "fixed", "fixedColor": colour}}],
        }
        for name, colour in STATUS_COLOURS.items()
    ]
    made["options"] = {
        "legend": {"displayMode": "list", "placement": "bottom", "showLegend": True, "calcs": []},
        "tooltip": {"mode": "multi", "sort": "desc"},
    }
    return _linked(made, link)


def ranking(
    title: str, said: str, query: tuple[str, str], unit: str = "short", width: int = 8, link: str = ""
) -> Panel:
    """Bars side by side, the longest first, over the range that is shown."""
    made = _panel("bargauge", title, said, unit, [query], (width, 8))
    made["targets"][0] |= {"instant": True, "range": False}
    made["fieldConfig"]["defaults"] |= {
        "min": 0,
        "color": {"mode": "fixed", "fixedColor": "blue"},
        "thresholds": {"mode": "absolute", "steps": [{"color": "blue", "value": None}]},
    }
    made["options"] = {
        "displayMode": "basic",
        "orientation": "horizontal",
        "showUnfilled": False,
        "valueMode": "color",
        "reduceOptions": {"calcs": ["lastNotNull"], "fields": "", "values": False},
    }
    return _linked(made, link)


def row(title: str) -> Panel:
    """A heading."""
    return {
        "type": "row",
        "title": title,
        "collapsed": False,
        "panels": [],
        "gridPos": {"x": 0, "y": 0, "w": WIDTH, "h": 1},
    }


def board(
    uid: str, title: str, said: str, panels: list[Panel], *, span: str, annotations: list[Any] | None = None
) -> dict[str, Any]:
    """A dashboard; its panels flow from left to right and top to bottom."""
    x = y = tall = 0
    for number, panel in enumerate(panels, start=1):
        place = panel["gridPos"]
        if x + place["w"] > WIDTH:
            x, y = 0, y + tall
            tall = 0
        place["x"], place["y"] = x, y
        panel["id"] = number
        x, tall = x + place["w"], max(tall, place["h"])
    return {
        "uid": uid,
        "title": title,
        "description": said,
        "tags": ["tensionwire"],
        "schemaVersion": 41,
        "version": 1,
        "editable": False,
        "graphTooltip": 1,
        "timezone": "browser",
        "refresh": "30s",
        "time": {"from": f"now-{span}", "to": "now"},
        "timepicker": {},
        "templating": {"list": [_page_variable()]},
        "annotations": {"list": annotations or []},
        "links": [
            _link("The page", PAGE + "/"),
            {
                "type": "dashboards",
                "title": "Tensionwire",
                "tags": ["tensionwire"],
                "asDropdown": False,
                "includeVars": True,
                "keepTime": True,
                "targetBlank": False,
                "icon": "dashboard",
                "tooltip": "",
                "url": "",
            },
        ],
        "panels": panels,
    }


def _page_variable() -> dict[str, Any]:
    address = "http://127.0.0.1:8080"
    chosen = {"text": address, "value": address, "selected": True}
    return {
        "type": "textbox",
        "name": "page",
        "label": "Page",
        "description": "The address of the live page, for links.",
        "query": address,
        "current": chosen,
        "options": [chosen],
        "hide": 0,
    }


def _link(title: str, url: str) -> dict[str, Any]:
    return {
        "type": "link",
        "title": title,
        "url": url,
        "tags": [],
        "asDropdown": False,
        "includeVars": False,
        "keepTime": False,
        "targetBlank": True,
        "icon": "external link",
        "tooltip": "",
    }


def _linked(panel: Panel, link: str) -> Panel:
    if link:
        panel["fieldConfig"]["defaults"]["links"] = [
            {"title": "Open the page", "url": PAGE + link, "targetBlank": True}
        ]
    return panel
