# Runs generated programs: ops/decisions/0010-the-sandbox-is-a-container-behind-a-socket.md
# Bookworm for its Python 3.11, the one whose bytecode simplicity.py knows.
FROM debian:bookworm-slim
ARG VERSION=dev
LABEL org.opencontainers.image.title="infinimill-sandbox" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.licenses="Apache-2.0"
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends python3-minimal libpython3-stdlib \
 && apt-get clean && rm -rf /var/lib/apt/lists/* \
 && mkdir /run/sandbox && chown 10002:10002 /run/sandbox
COPY shared-model/src/main/resources/io/infinimill/program/listener.py /opt/sandbox/listener.py
USER 10002:10002
VOLUME /run/sandbox
# The order of a set of strings, and with it an outcome, must not differ from worker to worker.
ENV PYTHONHASHSEED=0
HEALTHCHECK --interval=5s --timeout=6s --start-period=10s --start-interval=1s \
    CMD ["python3", "-s", "-S", "-W", "ignore", "/opt/sandbox/listener.py", "check", "/run/sandbox/socket"]
ENTRYPOINT ["python3", "-s", "-S", "-W", "ignore", "/opt/sandbox/listener.py", "serve", "/run/sandbox/socket"]
CMD ["64"]
