# The server. It needs a PostgreSQL beside it: docker-compose.yml brings one.

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# For the GraphQL IDE; --build-arg IDE=plain leaves it out, and /graphql then shows a plain page.
ARG IDE=npm
RUN [ "$IDE" != npm ] || { apt-get update -q && apt-get install -yq --no-install-recommends nodejs npm; }
WORKDIR /source
COPY . .
# Packages come from where NuGet looks by itself, or as a NuGet.Config says that is handed over with
# --secret id=nuget,src=FILE (docker-compose.yml: NUGET_CONFIG=FILE).
RUN --mount=type=secret,id=nuget --mount=type=cache,target=/root/.nuget/packages --mount=type=cache,target=/root/.npm \
    if [ -s /run/secrets/nuget ]; then mkdir -p /root/.nuget/NuGet && cp /run/secrets/nuget /root/.nuget/NuGet/NuGet.Config; fi \
 && dotnet publish src/PaperGraph --configuration Release --output /app -p:UseAppHost=false -p:DebugType=none

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
