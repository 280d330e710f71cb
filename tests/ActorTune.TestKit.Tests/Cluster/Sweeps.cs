namespace ActorTune.TestKit.Cluster;

/// <summary>The studies that are swept.</summary>
internal static class Sweeps
{
    internal static ClusterSpec Of(
        string scheduler, int workers = 2, int slots = 2, IStrategyCatalog? catalog = null) =>
        Of(scheduler, workers, slots, Study(scheduler), catalog);

    internal static ClusterSpec Of(
        string scheduler,
        int workers,
        int slots,
        StudySpecification study,
        IStrategyCatalog? catalog = null) => new()
        {
            Specification = study,
            Curve = (launch, resource) =>
                launch.Configuration["x"].AsDouble() + 1.0 / resource,
            Workers = workers,
            SlotsPerWorker = slots,
            Catalog = catalog ?? StandardStrategies.Instance,
            Command = seed => $"dotnet run --project bench/ActorTune.Bench.Speed -c Release -- "
                + $"faults {scheduler} {seed} 1",
        };

    private static StudySpecification Study(string scheduler)
    {
        StudySpecification study = OwnStudies.Of();
        return study with
        {
            Scheduler = new StrategyOptions(scheduler),
            Program = study.Program with { SilenceLimit = TimeSpan.FromSeconds(60) },
            Enqueue =
            [
                new Configuration([KeyValuePair.Create("x", ParameterValue.Of(0.25))]),
                new Configuration([KeyValuePair.Create("x", ParameterValue.Of(0.75))]),
            ],
            Failures = new FailurePolicy
            {
                AbortAfterFailuresInRow = 0,
                AbortWhenFirstAllFail = 0,
            },
        };
    }
}
