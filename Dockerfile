# One image for every service: `tensionwire tag`, `decide`, `notify`, `web`, `topics`.

FROM python:3.13.16-slim AS build
ENV UV_LINK_MODE=copy UV_COMPILE_BYTECODE=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /build

# Of use to the compiler of the analysis alone.
RUN apt-get update && apt-get install --yes --no-install-recommends gcc libc6-dev && rm -rf /var/lib/apt/lists/*
COPY requirements/uv.txt requirements/build.txt requirements/native.txt requirements/run.txt requirements/
RUN python3 -m venv /opt/build \
 && /opt/build/bin/pip install --quiet --require-hashes -r requirements/uv.txt -r requirements/build.txt -r requirements/native.txt \
 && python3 -m venv --without-pip /opt/tensionwire \
 && /opt/build/bin/uv pip install --no-cache --python /opt/tensionwire/bin/python --require-hashes -r requirements/run.txt

COPY pyproject.toml README.md LICENSE ./
COPY tensionwire tensionwire
COPY streams streams
COPY alerts alerts
COPY consumers consumers
RUN /opt/build/bin/uv build --quiet --wheel --no-build-isolation --python /opt/build/bin/python --out-dir dist \
 && /opt/build/bin/uv pip install --no-cache --python /opt/tensionwire/bin/python --no-deps dist/*.whl
COPY ops/native.sh ops/
RUN PATH=/opt/build/bin:$PATH ops/native.sh "$(/opt/tensionwire/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')" \
      --python-executable /opt/tensionwire/bin/python

FROM python:3.13.16-slim
RUN useradd --system --uid 10001 --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin tensionwire \
 && install -d -o tensionwire -g tensionwire /var/lib/tensionwire \
 && rm -rf /usr/local/lib/python3.13/site-packages/pip* /usr/local/bin/pip*
COPY --from=build /opt/tensionwire /opt/tensionwire
# Nothing is written but to /tmp, which may be a tmpfs, and by web to /var/lib/tensionwire, a volume: the root file system can be read-only.
ENV PATH=/opt/tensionwire/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 HOME=/tmp \
    TENSIONWIRE_METRICS_HOST=0.0.0.0 TENSIONWIRE_METRICS_PORT=9100
USER 10001:10001
WORKDIR /tmp
EXPOSE 9100 8080
# Ready, not merely alive. A container without a metrics port (topics) has ended before this asks.
HEALTHCHECK --interval=5s --timeout=4s --start-period=60s --retries=3 \
  CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:9100/readyz', timeout=4)"]
ENTRYPOINT ["tensionwire"]
CMD ["--help"]
