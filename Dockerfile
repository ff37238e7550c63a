# The CMS in one image: `serve` (the default), `worker`, `demo`, `doctor`, with the engines that CMS_MONGODB_URL and
# CMS_S3_ENDPOINT name. `--build-arg PACKAGES=run` makes one that can start engines of its own and keep all in /data.
ARG PYTHON_IMAGE=python:3.13-slim-bookworm
ARG PACKAGES=server

FROM ${PYTHON_IMAGE} AS packages
ARG PACKAGES
WORKDIR /build
COPY requirements/ requirements/
RUN pip install --no-cache-dir --disable-pip-version-check --root-user-action ignore \
      --require-hashes -r requirements/uv.txt
# PKG_CONFIG: pyvips, the one package without a wheel, must not look for another libvips than that of the lock
RUN PKG_CONFIG=none UV_PYTHON_DOWNLOADS=never UV_COMPILE_BYTECODE=1 sh -c 'uv venv /opt/packages && \
      uv pip sync --no-cache --python /opt/packages/bin/python --require-hashes \
        --build-constraints requirements/build.txt requirements/${PACKAGES}.txt'

# The editors' interface, with Node from a wheel
FROM ${PYTHON_IMAGE} AS interface
WORKDIR /build
COPY requirements/ requirements/
COPY bootstrap/ bootstrap/
COPY admin_ui/ admin_ui/
COPY cms/content/rules/letters.json cms/content/rules/
RUN python -c "from bootstrap.admin_ui import build_admin_ui; build_admin_ui()"

FROM ${PYTHON_IMAGE}
RUN useradd --uid 10001 --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin cms \
    && install --directory --owner cms --group cms --mode 700 /data
COPY --from=packages /opt/packages /opt/packages
WORKDIR /app
COPY schema/ schema/
COPY storage/ storage/
COPY cms/ cms/
COPY --from=interface /build/cms/http/admin/built cms/http/admin/built
# Compiled now: the file system may be read-only later
RUN /opt/packages/bin/python -m compileall -q /app
ENV PATH=/opt/packages/bin:$PATH PYTHONPATH=/app PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 \
    CMS_HOST=0.0.0.0 CMS_DATA_DIR=/data
USER cms
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
    CMD ["python", "-c", "import os, urllib.request as web; web.urlopen(f'http://127.0.0.1:{os.environ.get(\"CMS_PORT\", \"8000\")}/healthz', timeout=4)"]
ENTRYPOINT ["python", "-P", "-m", "cms.cli"]
CMD ["serve"]
