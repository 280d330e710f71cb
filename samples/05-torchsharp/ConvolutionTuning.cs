using System.Globalization;
using ActorTune.Coordinator.Projections;
using ActorTune.Hosting;
using ActorTune.Objectives;
using ActorTune.Spaces;
using ActorTune.Spaces.Annotations;
using ActorTune.Studies;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ActorTune.Samples.ConvolutionalDigits;

/// <summary>
/// Runs one study while the host runs. Stop the host with Ctrl-C and start it again: the study
/// goes on where it was.
/// </summary>
internal sealed class ConvolutionTuning(
    ITuner tuner, IHostApplicationLifetime host, ILogger<ConvolutionTuning> log) : BackgroundService
{
    private static StudyDefinition Study { get; } = new("digits-torchsharp")
    {
        Objective = new Objective("accuracy", Direction.Maximize),
        SearchSpace = SearchSpace.From<ConvolutionOptions>(),
        Program = new ProgramSpecification { Function = "digits", Resumes = true },
        MaxResource = ConvolutionProgram.Epochs,
        Stop = new StopConditions { Trials = 30 },
        Seed = 1,
    };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        IStudyRun run = await OpenAsync(stoppingToken);
        Coordinator.StudyOutcome outcome = await run.Completion.WaitAsync(stoppingToken);
        StudyState study = await tuner.ReadAsync(run.Study, stoppingToken);
        TrialSummary? best = BestTrials.Best(study) is { } trial ? TrialSummary.Of(trial) : null;
        log.LogInformation(
            "{Outcome}. Best of {Count} trials: {Value} with {Configuration}",
            outcome.IsFinished ? "Finished" : "Interrupted",
            study.Trials.Count,
            best?.Value?.ToString(CultureInfo.InvariantCulture),
            best?.Configuration);
        host.StopApplication();
    }

    private async Task<IStudyRun> OpenAsync(CancellationToken stop)
    {
        IReadOnlyList<Journal.StudyListing> known = await tuner.ListAsync(stop);
        return known.Any(listing => listing.Study == Study.Study)
            ? await tuner.ResumeAsync(Study.Study, cancellation: stop)
            : await tuner.StartAsync(Study, stop);
    }
}
