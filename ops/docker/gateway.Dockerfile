# The one address of the four services: ops/gateway
FROM nginx:stable
ARG VERSION=dev
LABEL org.opencontainers.image.title="infinimill-gateway" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY ops/gateway/nginx.conf /etc/nginx/nginx.conf
COPY ops/gateway/target/docs/ /usr/share/nginx/docs/
COPY ops/gateway/swagger-initializer.js /usr/share/nginx/docs/
USER nginx
EXPOSE 8080
STOPSIGNAL SIGQUIT
HEALTHCHECK --interval=5s --timeout=4s --start-period=10s --start-interval=1s \
    CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://127.0.0.1:8080/gateway/health"]
ENTRYPOINT ["nginx", "-e", "stderr", "-g", "daemon off;"]
