using ActorTune.Strategies;

namespace ActorTune.AskTell;

/// <summary>Studies that tests ask and tell.</summary>
internal static class AskTellStudies
{
    internal static AskTellStudy Asha() => new(Specifications.Of("asha reduction-factor=3", 9) with
    {
        Program = new ProgramSpecification { Function = "none", Resumes = true },
    });

    internal static AskTellStudy Whole(int trials = 100) =>
        Of("run-to-completion", new StopConditions { Trials = trials });

    internal static AskTellStudy Of(string scheduler, StopConditions stop) =>
        new(Specifications.Of(scheduler) with { Stop = stop });

    internal static int[] Start(AskTellStudy study, int count) =>
        [.. Enumerable.Range(0, count).Select(
            _ => Assert.IsType<NextTrial.Train>(study.Next()).Attempt.Trial.Value)];

    internal static ReportAnswer Report(
        AskTellStudy study, int trial, long resource, double value) =>
        study.Report(new TrialNumber(trial), new Resource(resource), Metrics(value));

    internal static MetricSet Metrics(double value) => new("loss", value);
}
