using ActorTune.Akka;
using ActorTune.Akka.Cluster;
using ActorTune.Akka.Persistence;
using ActorTune.Journal.Sqlite;
using ActorTune.Samples.AkkaCluster;
using ActorTune.Samples.Digits;
using Akka.Actor;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

if (Node.Parse(args) is not { } node)
{
    Console.Error.WriteLine(Node.Usage);
    return 2;
}

HostApplicationBuilder builder = Host.CreateApplicationBuilder();
builder.Services.AddAkka("actortune", (akka, services) => akka
    .AddHocon(node.Settings, HoconAddMode.Prepend)
    .WithActorTune(new ClusterNodeOptions
    {
        Coordinator = new CoordinatorOptions
        {
            Configure = tune => tune.UseJournal(() => node.HasPersistence
                ? new AkkaPersistenceJournal(services.GetRequiredService<ActorSystem>())
                : new SqliteStudyJournal(Path.Combine(node.Folder, "studies.db"))),
            Studies = [DigitsStudy.Definition],
            Opened = new DigitsStudy(
                services.GetRequiredService<IHostApplicationLifetime>().StopApplication).Opened,
        },
        Worker = tune =>
        {
            tune.Worker = node.Name;
            tune.Folder = Path.Combine(node.Folder, "files");
            tune.UseSlots(1).AddTrialProgram("digits", _ => new DigitsProgram());
        },
    }));
Directory.CreateDirectory(node.Folder);
await builder.Build().RunAsync();
return 0;
