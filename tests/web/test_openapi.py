"""The API does what its description says, whatever it is asked (schemathesis)."""

import pytest
import schemathesis
from hypothesis import HealthCheck, assume, given, settings
from jsonschema import Draft202012Validator
from schemathesis import GenerationMode
from schemathesis.specs.openapi import checks

from tensionwire.runtime.settings import Settings
from tensionwire.web.api.openapi import document
from tensionwire.web.app import make_app
from tests.web.conftest import Site

CASES = 30  # for each operation, and each way: what it takes, and what it does not
LONGEST = 6000  # beyond 8 KiB the server reads no further than the first line
CHECKS = [
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
]

OPERATIONS = [(path, method) for path, methods in document()["paths"].items() for method in methods]


def test_the_description_names_every_route_of_the_api() -> None:
    routes = {
        (r.resource.canonical, r.method.lower())
        for r in make_app(Settings()).router.routes()
        if r.resource is not None and r.resource.canonical.startswith("/v1/") and r.method != "HEAD"
    }
    assert routes - set(OPERATIONS) == {("/v1/openapi.json", "get"), ("/v1/alerts/stream", "get")}
    assert set(OPERATIONS) <= routes


def test_the_schemas_are_schemas() -> None:
    for name, model in document()["components"]["schemas"].items():
        Draft202012Validator.check_schema(model)
        assert name


# any text is an id, so there is no wrong one; nor is there where nothing is asked
ASKED = [(*o, GenerationMode.POSITIVE) for o in OPERATIONS]
ASKED += [(*o, GenerationMode.NEGATIVE) for o in OPERATIONS if "{id}" not in o[0] and o != ("/v1/silences", "get")]


@pytest.mark.service
@pytest.mark.parametrize(("path", "method", "mode"), ASKED)
def test_no_request_breaks_it(site: Site, path: str, method: str, mode: GenerationMode) -> None:
    operation = schemathesis.openapi.from_dict(document())[path][method]
    headers = {"Authorization": f"Bearer {site.token}"}

    @settings(max_examples=CASES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(operation.as_strategy(generation_mode=mode))
    def ask(case: schemathesis.Case) -> None:
        assume(len(case.as_curl_command()) < LONGEST)
        answer = case.call(base_url=site.url, headers=headers)
        # 404 and 405 come where an id turns into another path
        assert answer.status_code < 500, (case.as_curl_command(), answer.text)
        if answer.status_code not in (404, 405):
            case.validate_response(answer, checks=CHECKS)

    try:
        ask()
    finally:
        for silence in site.get("/v1/silences").json()["items"]:
            assert site.send("DELETE", f"/v1/silences/{silence['id']}").status == 204
