# The server. It needs a PostgreSQL beside it: docker-compose.yml brings one.

# Any image with Node.js 20 or later and npm.
ARG NODE_IMAGE=node:24-slim
# npm bundles the web pages; plain leaves them out, Node.js with them, and /graphql then shows a plain page.
ARG PAGES=npm

FROM ${NODE_IMAGE} AS pages-npm
WORKDIR /source
COPY src/PaperGraph/Web .
RUN --mount=type=cache,target=/root/.npm node build.mjs /pages

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS pages-plain
RUN mkdir -p /pages/dist

FROM pages-${PAGES} AS pages

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# false leaves compiling ahead of time out, and the package with the compiler; the program then takes longer to start.
ARG READY_TO_RUN=true
WORKDIR /source
COPY . .
COPY --from=pages /pages/dist /pages
# Packages come from where NuGet looks by itself, or as a NuGet.Config says that is handed over with
# --secret id=nuget,src=FILE (docker-compose.yml: NUGET_CONFIG=FILE). They have to be those that are locked; publishing then finds them.
RUN --mount=type=secret,id=nuget --mount=type=cache,target=/root/.nuget/packages \
    if [ -s /run/secrets/nuget ]; then mkdir -p /root/.nuget/NuGet && cp /run/secrets/nuget /root/.nuget/NuGet/NuGet.Config; fi \
 && dotnet restore src/PaperGraph --locked-mode \
 && dotnet publish src/PaperGraph --configuration Release --output /app \
    -p:PagesBundle=/pages -p:PublishReadyToRun="$READY_TO_RUN" -p:UseAppHost=false -p:DebugType=none

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
COPY LICENSE /app/
ENV ASPNETCORE_HTTP_PORTS=5080
EXPOSE 5080
USER $APP_UID
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s CMD ["bash", "-c", "\
exec 3<>/dev/tcp/localhost/5080 \
&& printf 'GET /health/ready HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 \
&& read -r status <&3 && [[ $status == 'HTTP/1.1 200'* ]]"]
ENTRYPOINT ["dotnet", "/app/papergraph.dll"]
CMD ["serve"]
