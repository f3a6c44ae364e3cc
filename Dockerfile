# One process, one volume. Build: docker build -t kopa .   Run: docker run -p 3000:3000 -v kopa:/data kopa
FROM node:26-slim

# The one system library that Node's package on Debian's slim image leaves out for better-sqlite3.
RUN apt-get update && apt-get install -y --no-install-recommends libatomic1 && rm -rf /var/lib/apt/lists/*

WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force
COPY server ./server
COPY views ./views
COPY db ./db
COPY public ./public

RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
ENV HOST=0.0.0.0 PORT=3000 DATABASE_URL=sqlite:/data/kopa.db DATA_DIR=/data NODE_COMPILE_CACHE=/data/compiled
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
  CMD node -e "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "--max-semi-space-size=8", "server/main.ts"]
