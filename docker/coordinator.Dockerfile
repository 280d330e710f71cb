# A node that may coordinate. Build from the root of the repository:
#   docker build -f docker/coordinator.Dockerfile -t actortune-coordinator .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish samples/04-akka-cluster -c Release -o /app -p:ClusterJournal=PostgreSql

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
WORKDIR /data
EXPOSE 4053
STOPSIGNAL SIGTERM
ENTRYPOINT ["dotnet", "/app/ActorTune.Samples.AkkaCluster.dll"]
CMD ["coordinator", "4053", "/data"]
