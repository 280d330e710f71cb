# A node that trains on NVIDIA devices: CUDA's libraries with the .NET runtime beside them. Needs a
# host with NVIDIA's container toolkit, and --gpus. Build from the root of the repository:
#   docker build -f docker/worker-cuda.Dockerfile -t actortune-worker-cuda .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish samples/04-akka-cluster -c Release -o /app -p:ClusterJournal=PostgreSql

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS runtime

FROM nvidia/cuda:12.6.3-runtime-ubuntu24.04
RUN apt-get update && apt-get install -y --no-install-recommends python3-minimal \
    && rm -rf /var/lib/apt/lists/*
COPY --from=runtime /usr/share/dotnet /usr/share/dotnet
COPY --from=build /app /app
ENV PATH="/usr/share/dotnet:${PATH}" DOTNET_EnableDiagnostics=0
WORKDIR /data
EXPOSE 4053
STOPSIGNAL SIGTERM
ENTRYPOINT ["dotnet", "/app/ActorTune.Samples.AkkaCluster.dll"]
CMD ["worker", "4053", "/data"]
