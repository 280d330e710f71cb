using ActorTune.Analysis;
using ActorTune.Cli.Commands;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Analysis;

/// <summary>A study with the trials that are compared.</summary>
internal sealed record AnalyzedStudy(StudySpecification Specification, TrialTable Table)
{
    internal string Name => Specification.Study.Name;

    internal string Metric => Table.Objective.Metric;

    /// <summary>The options of its forests: draws depend on the study alone.</summary>
    internal ForestOptions Forest => new() { Seed = Specification.Seed };

    /// <summary>"at epoch 27", or "at any epoch".</summary>
    internal string Where => Table.Resource is { } resource
        ? $"at {Specification.ResourceUnit} {resource}"
        : $"at any {Specification.ResourceUnit}";

    internal static async Task<AnalyzedStudy> LoadAsync(
        StudyTarget target, AnalysisRequest request, CancellationToken cancellation)
    {
        await using OpenStudy open = await target.OpenAsync(cancellation);
        StudyState state = await open.FoldAsync(null, cancellation);
        Objective objective = Find(state.Specification, request.Objective);
        if (objective == state.Objective)
            return new AnalyzedStudy(
                state.Specification, TrialTable.Of(state, request.Selection));
        var measurements = new List<MeasurementReported>();
        await foreach (JournalEntry entry in open.ReadAsync(state.Head, cancellation))
        {
            if (entry.Event is MeasurementReported reported)
                measurements.Add(reported);
        }

        return new AnalyzedStudy(
            state.Specification,
            TrialTable.Of(state, objective, measurements, request.Selection));
    }

    /// <summary>Refuses a name that is no parameter's.</summary>
    internal void DemandParameter(string name)
    {
        IReadOnlyList<Parameter> parameters = Specification.SearchSpace.Parameters;
        if (parameters.All(parameter => parameter.Name != name))
            throw new CliException(ExitCode.BadInput, $"study '{Name}' has no parameter '{name}'; "
                + $"it has {string.Join(", ", parameters.Select(parameter => parameter.Name))}");
    }

    /// <summary>Refuses to say something about no trial at all.</summary>
    internal void DemandTrials()
    {
        if (Table.Trials.Count > 0)
            return;
        string elsewhere = Table.MeasuredResources is [var least, ..] and [.., var most]
            ? $"; measurements go from {Text(least)} to {Text(most)}"
            : "";
        throw new CliException(
            ExitCode.NotFound, $"study '{Name}' has no measured trial {Where}{elsewhere}");
    }

    private string Text(MeasuredResource one) =>
        $"{Specification.ResourceUnit} {one.Resource} ({Numbers.Of(one.TrialCount, "trial")})";

    private static Objective Find(StudySpecification study, string? metric) => metric is null
        ? study.Objective
        : study.Objectives.FirstOrDefault(objective => objective.Metric == metric)
            ?? throw new CliException(
                ExitCode.BadInput,
                $"study '{study.Study}' has no objective '{metric}'; it has "
                    + string.Join(", ", study.Objectives.Select(objective => objective.Metric)));
}
