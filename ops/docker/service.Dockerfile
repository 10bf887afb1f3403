# One of the four services, from what ./infinimill images has packaged; the library layer changes least.
FROM eclipse-temurin:25-jre
ARG SERVICE
ARG MAIN
ARG VERSION=dev
LABEL org.opencontainers.image.title="infinimill-${SERVICE}" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.licenses="Apache-2.0"
# RocksDB and the like unpack their native libraries into /tmp; the healthy state of a service is its own to tell.
WORKDIR /app
RUN mkdir /data && chown 10001:10001 /data
COPY ${SERVICE}/target/image/lib/ lib/
COPY ${SERVICE}/target/image/own/ ${SERVICE}/target/${SERVICE}-*.jar own/
# The class path is spelled out, and in one order, because the archive of classes is good for exactly that. The training
# start ends where it would first need a database or a broker, with an error or without; until then it loads most classes.
RUN printf '%s\n' \
      -XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED \
      -cp "$(find own lib -name '*.jar' | sort | sed 's#^#/app/#' | paste -s -d :)" >java.options \
 && { java -XX:AOTCacheOutput=/app/classes.aot @java.options -Dspring.context.exit=onRefresh \
      -Dspring.main.lazy-initialization=true "${MAIN}" >/tmp/training 2>&1 || true; } \
 && { test -s classes.aot || { cat /tmp/training; exit 1; }; } && rm /tmp/training \
 && printf '%s\n' -XX:AOTCache=/app/classes.aot "${MAIN}" >>java.options
USER 10001:10001
VOLUME /data
EXPOSE 8080
ENV HTTP_PORT=8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=4s --start-period=180s --start-interval=1s --retries=6 \
    CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://127.0.0.1:8080/actuator/health"]
ENTRYPOINT ["java", "@/app/java.options"]
