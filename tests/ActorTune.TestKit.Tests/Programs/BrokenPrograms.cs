using ActorTune.Programs;

namespace ActorTune.TestKit.Programs;

/// <summary>It prints what it should report.</summary>
internal sealed class NeverReports : WalkingProgram
{
    protected override Task<TrialInstruction> EpochAsync(
        TrialContext trial, Walk walk, CancellationToken stop) =>
        Task.FromResult(TrialInstruction.Continue);
}

/// <summary>Its last report repeats the resource of the one before.</summary>
internal sealed class RepeatsResource : WalkingProgram
{
    protected override async Task<TrialInstruction> EpochAsync(
        TrialContext trial, Walk walk, CancellationToken stop) =>
        await trial.ReportAsync(Math.Min(walk.Epoch, 3), "loss", walk.Place, stop);
}

internal sealed class IgnoresPause : WalkingProgram
{
    protected override bool Ends(TrialInstruction next) => next == TrialInstruction.Stop;
}

internal sealed class IgnoresStop : WalkingProgram
{
    protected override bool Ends(TrialInstruction next) => next == TrialInstruction.Pause;
}

internal sealed class FailsWhenStopped : WalkingProgram
{
    protected override Task CheckAsync(CancellationToken stop) => stop.IsCancellationRequested
        ? throw new InvalidOperationException("somebody stopped me")
        : Task.CompletedTask;
}

/// <summary>Its clean-up after a stop never comes to an end.</summary>
internal sealed class HangsWhenStopped : WalkingProgram
{
    private readonly TaskCompletionSource _hangs = new();

    internal Task Hangs => _hangs.Task;

    protected override Task CheckAsync(CancellationToken stop)
    {
        if (!stop.IsCancellationRequested)
            return Task.CompletedTask;
        _hangs.TrySetResult();
        return new TaskCompletionSource().Task;
    }
}

internal sealed class WritesBesideItsFolder : WalkingProgram
{
    protected override async Task<TrialInstruction> EpochAsync(
        TrialContext trial, Walk walk, CancellationToken stop)
    {
        await File.WriteAllTextAsync(Path.Combine(trial.Folder, "..", "best.txt"), "walk", stop);
        return await base.EpochAsync(trial, walk, stop);
    }
}

/// <summary>Its chance does not come from the trial's seed.</summary>
internal sealed class DrawsWithoutSeed(Func<double> draw) : WalkingProgram
{
    protected override void Train(Walk walk)
    {
        base.Train(walk);
        walk.Place += draw();
    }
}

/// <summary>The place of the walk lives in the instance.</summary>
internal sealed class SharesItsState : WalkingProgram
{
    private double _place;

    protected override void Train(Walk walk)
    {
        if (walk.Epoch == 0)
            _place = 0;
        base.Train(walk);
        _place += walk.Speed;
        walk.Place = _place;
    }

    protected override void Load(Walk walk, TrialResume resume)
    {
        base.Load(walk, resume);
        _place = walk.Place;
    }
}

internal sealed class SavesAfterItsReport : WalkingProgram
{
    protected override async Task<TrialInstruction> EpochAsync(
        TrialContext trial, Walk walk, CancellationToken stop)
    {
        bool isAtBarrier = trial.Until is { } until && walk.Epoch >= until.Units;
        bool isAsked = !isAtBarrier && Saves(trial, walk.Epoch);
        if (isAsked)
            await SaveAsync(trial, walk);
        TrialInstruction next =
            await trial.ReportAsync(walk.Epoch, "loss", walk.Place, stop);
        if (isAtBarrier)
            await SaveAsync(trial, walk);
        return next;
    }
}

internal sealed class SavesAtBarriersOnly : WalkingProgram
{
    protected override bool Saves(TrialContext trial, long epoch) =>
        trial.Until is { } until && epoch >= until.Units;
}

/// <summary>As a training that saves its weights but not its optimizer's moments.</summary>
internal sealed class ForgetsItsSpeed : WalkingProgram
{
    protected override void Load(Walk walk, TrialResume resume)
    {
        double fresh = walk.Speed;
        base.Load(walk, resume);
        walk.Speed = fresh;
    }
}

/// <summary>It takes the file again that it started to write, wherever the trial goes on.</summary>
internal sealed class KeepsStateOutsideTheCheckpoint : WalkingProgram
{
    protected override string Text(TrialContext trial, Walk walk)
    {
        string whole = base.Text(trial, walk);
        string path = Path.Combine(trial.Folder, $"speed-{walk.Epoch}.txt");
        File.WriteAllText(path, whole.Split(' ')[2]);
        return $"{whole} {path}";
    }

    protected override void Load(Walk walk, TrialResume resume)
    {
        base.Load(walk, resume);
        string path = File.ReadAllText(Path.Combine(resume.Folder, "walk.txt")).Split(' ')[3];
        walk.Speed = File.Exists(path) ? walk.Speed : 0;
    }
}

internal sealed class WritesIntoItsCheckpoint : WalkingProgram
{
    protected override void Load(Walk walk, TrialResume resume)
    {
        base.Load(walk, resume);
        File.AppendAllText(Path.Combine(resume.Folder, "log.txt"), "loaded\n");
    }
}
