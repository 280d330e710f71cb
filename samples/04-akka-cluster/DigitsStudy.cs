using System.Globalization;
using ActorTune.Akka.Cluster;
using ActorTune.Coordinator.Projections;
using ActorTune.Objectives;
using ActorTune.Samples.Digits;
using ActorTune.Spaces;
using ActorTune.Spaces.Annotations;
using ActorTune.Studies;

namespace ActorTune.Samples.AkkaCluster;

/// <summary>The study, and what its coordinator tells of it.</summary>
internal sealed class DigitsStudy(Action end)
{
    public static Hosting.StudyDefinition Definition { get; } = new("digits-cluster")
    {
        Objective = new Objective("validation-accuracy", Direction.Maximize),
        SearchSpace = SearchSpace.From<DigitsOptions>(),
        Program = new ProgramSpecification { Function = "digits", Resumes = true },
        MaxResource = 27,
        Stop = new StopConditions { Trials = 60 },
        Seed = 1,
    };

    /// <summary>This node has become coordinator.</summary>
    public void Opened(ClusterStudies studies)
    {
        Console.WriteLine(
            studies.Runs.Count > 0 ? "This node coordinates now." : "The study has ended already.");
        _ = FollowAsync(studies);
    }

    private async Task FollowAsync(ClusterStudies studies)
    {
        foreach (Hosting.IStudyRun run in studies.Runs)
        {
            // Not finished: the study goes on under another coordinator.
            if (!(await run.Completion).IsFinished)
                return;
        }

        StudyState study = await studies.Engine.ReadAsync(Definition.Study);
        TrialSummary? best = BestTrials.Best(study) is { } trial ? TrialSummary.Of(trial) : null;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Finished. Best of {study.Trials.Count}: {best?.Value} with {best?.Configuration}"));
        end();
    }
}
