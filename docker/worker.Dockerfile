# A node that trains on its processors. Python is for trial programs written in it. Build from the
# root of the repository:
#   docker build -f docker/worker.Dockerfile -t actortune-worker .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish samples/04-akka-cluster -c Release -o /app -p:ClusterJournal=PostgreSql

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update && apt-get install -y --no-install-recommends python3-minimal \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
WORKDIR /data
EXPOSE 4053
STOPSIGNAL SIGTERM
ENTRYPOINT ["dotnet", "/app/ActorTune.Samples.AkkaCluster.dll"]
CMD ["worker", "4053", "/data"]
